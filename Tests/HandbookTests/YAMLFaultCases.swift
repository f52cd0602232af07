extension FaultTests {
  static let yamlCases: [Case] = [
    Case(
      "broken YAML",
      .replace("kinds.yaml", "  title: HTTP\n  severity: error", "  title: [HTTP\n  severity▸: error"),
      faults: ["while parsing a flow sequence: did not find expected ',' or ']'; mend the YAML"]),
    Case(
      "anchor", .replace("off-loop.yaml", "name: asyncio.to_thread", "name: ▸&x asyncio.to_thread"),
      faults: ["anchors are not read here; write the value out; mend the YAML"]),
    Case(
      "not UTF-8", .bytes("off-loop.yaml", Array("helpers: é".utf8.dropLast())),
      others: ["off-loop.yaml:1:10: not UTF-8 text; mend the YAML"]),
    Case(
      "missing key", .replace("blocking/requests.yaml", "library: requests\n", ""),
      .replace("blocking/requests.yaml", "title: Requests", "▸title: Requests"),
      faults: ["“library” is missing; add `library: …`"]),
    Case(
      "empty key", .replace("kinds.yaml", "  title: HTTP", "  ▸title:"),
      faults: ["“title” is missing; add `title: …`"]),
    Case(
      "key missing in the call and above it",
      .replace("blocking/requests.yaml", "kind: blocking-http\nconf", "conf"),
      .replace("blocking/requests.yaml", "- names: requests.{get, post}", "- ▸names: requests.{get, post}"),
      faults: ["“kind” is missing; add `kind: …`"]),
    Case(
      "unknown key with a near one",
      .replace("blocking/requests.yaml", "confidence: certain", "▸confidense: certain"),
      faults: ["unknown key “confidense”; did you mean “confidence”?"]),
    Case(
      "unknown key without a near one", .replace("off-loop.yaml", "helpers:", "▸zzz: 1\nhelpers:"),
      faults: ["unknown key “zzz”; the keys here are helpers, decorators, guards"]),
    Case(
      "behind characters of several bytes",
      .replace(
        "messages.yaml", "  tried: CPython 3.13.0",
        "  tried: x\n- {id: größe, page: end, answers: {}, patterns: [ä], ▸tride: x}"),
      faults: ["unknown key “tride”; did you mean “tried”?"]),
    Case(
      "text expected", .replace("kinds.yaml", "title: HTTP", "title: ▸[HTTP]"),
      faults: ["“title” must be text; write it on one line"]),
    Case(
      "number expected", .replace("off-loop.yaml", "argument: 1", "argument: ▸one"),
      faults: ["“argument” must be a whole number; write digits"]),
    Case(
      "list expected",
      .replace(
        "off-loop.yaml", "decorators:\n  - name: asgiref.sync.sync_to_async\n    source: https://example.org",
        "decorators: ▸x"),
      faults: ["“decorators” must be a list; write `- …` lines"]),
    Case(
      "list of texts expected", .replace("kinds.yaml", "[ASYNC210]", "[ASYNC210, ▸[x]]"),
      faults: ["“noqa” must be a list of texts; write `- text` lines, or quote it"]),
    Case(
      "mapping expected",
      .replace("blocking/requests.yaml", "types:\n  requests.Session: requests.Session", "types: ▸x"),
      faults: ["“types” must be a mapping; write `name: value` lines"]),
    Case(
      "text expected in a mapping",
      .replace("blocking/requests.yaml", "  requests.Session: requests.Session", "  requests.Session: ▸[a]"),
      faults: ["“requests.Session” must be text; write it on one line"]),
    Case(
      "list expected for a file", .file("kinds.yaml", "▸id: blocking-http\n"),
      faults: ["expected a list; write `- id: …` entries"]),
    Case(
      "mapping expected for an entry", .file("messages.yaml", "- ▸just text\n"),
      faults: ["expected a mapping; write `key: value` lines: id, page, answers, patterns, tried"]),
    Case(
      "no such word", .replace("kinds.yaml", "severity: error", "severity: ▸eror"),
      faults: ["“eror” is no severity; did you mean “error”? write one of hint, warning, error"]),
    Case(
      "no such word above many calls",
      .replace("blocking/requests.yaml", "confidence: certain", "confidence: ▸sure"),
      faults: ["“sure” is no confidence; write one of possible, likely, certain"]),
    Case(
      "missing patterns",
      .replace("messages.yaml", "  patterns:\n    - \"Executing <* took * seconds\"", "  ▸patterns: "),
      faults: ["“patterns” is missing; add `patterns: …`"]),
    Case(
      "missing names", .replace("per-request.yaml", "- names: httpx.AsyncClient", "- ▸note: x"),
      faults: ["“names” is missing; add `names: …`"]),
    Case(
      "no name",
      .replace("blocking/requests.yaml", "names: requests.Session.send", "names: ▸requests Session"),
      faults: ["“requests Session” is no qualified name; write module.function or module.{a, b}"]),
    Case(
      "unclosed brace", .replace("blocking/requests.yaml", "requests.{get, post}", "▸requests.{get, post"),
      faults: ["“{” without “}”; write module.{a, b}"]),
    Case(
      "empty braces", .replace("blocking/requests.yaml", "requests.{get, post}", "▸requests.{get, }"),
      faults: ["an empty name between “{” and “}”; write module.{a, b}"]),
    Case(
      "nothing in braces", .replace("blocking/requests.yaml", "requests.{get, post}", "▸requests.{}"),
      faults: ["an empty name between “{” and “}”; write module.{a, b}"]),
    Case(
      "condition without is",
      .replace(
        "blocking/requests.yaml", "- {argument: stream, position: 2, is: [True]}", "- ▸{argument: stream}"),
      faults: ["a condition needs either “is” or “is_not”; add `is: [False]`, say"]),
    Case(
      "helper without a name",
      .replace("off-loop.yaml", "name: asyncio.to_thread\n    argument: 1", "▸argument: 1"),
      faults: ["“name” is missing; add `name: …`"]),
    Case(
      "missing file", .remove("frameworks.yaml"), others: ["frameworks.yaml:1:1: is missing; add it"]),
    Case(
      "unknown file", .file("bloking/x.yaml", "a: 1"), .file("notices.yaml", "a: 1"),
      .file("fixtures/x.md", "x"),
      others: ["bloking/x.yaml", "fixtures/x.md", "notices.yaml"].map {
        "\($0):1:1: nothing reads this file; see docs/content.md for where things belong"
      }),
    Case("what walkthroughs bring", .file("walkthroughs/shop/x.md", "x"), .file("walkthroughs/y.yaml", "[")),
  ]
}
