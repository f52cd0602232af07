extension FaultTests {
  static let referenceCases: [Case] = [
    Case(
      "dangling articles of a kind", .replace("kinds.yaml", "fix: fix-1", "fix: ▸fxi-1"),
      faults: ["there is no article “fxi-1”; did you mean “fix-1”?"]),
    Case(
      "kind without an article", .remove("kinds/blocking-http.md"),
      .replace("kinds.yaml", "- id: blocking-http", "- id: ▸blocking-http"),
      faults: ["there is no article “blocking-http”; add it, or name another"]),
    Case(
      "dangling kind, above the calls",
      .replace("blocking/requests.yaml", "kind: blocking-http\nconf", "kind: ▸blocking-htpp\nconf"),
      faults: ["there is no finding kind “blocking-htpp”; did you mean “blocking-http”?"]),
    Case(
      "dangling kind of many names",
      .replace(
        "blocking/requests.yaml", "- names: requests.{get, post}",
        "- names: requests.{get, post, put, patch}\n    kind: ▸zzzzzz"),
      faults: ["there is no finding kind “zzzzzz”; add it, or name another"]),
    Case(
      "the same id dangling at two places",
      .replace("blocking/requests.yaml", "fix: fix-1\nalso: [end]", "fix: ▸fxi-1\nalso: [▸fxi-1]"),
      faults: Array(repeating: "there is no article “fxi-1”; did you mean “fix-1”?", count: 2)),
    Case(
      "dangling articles per request", .replace("per-request.yaml", "fix: fix-1", "fix: ▸fix-9"),
      faults: ["there is no article “fix-9”; did you mean “fix-1”?"]),
    Case(
      "dangling page of a message", .replace("messages.yaml", "page: end", "page: ▸and"),
      faults: ["there is no article “and”; did you mean “end”?"]),
    Case(
      "dangling see", .replace("fixes/fix-1.md", "see: [end]", "see: [end, ▸ende]"),
      faults: ["there is no article “ende”; did you mean “end”?"]),
    Case(
      "dangling article of a step",
      .replace("timeline.yaml", "articles: [fix-1]", "articles: [fix-1, ▸fix-2]"),
      faults: ["there is no article “fix-2”; did you mean “fix-1”?"]),
    Case(
      "no such answer of a kind", .replace("kinds.yaml", "blocker: http", "blocker: ▸htpp"),
      faults: ["“htpp” is no answer to blocker; did you mean “http”?"]),
    Case(
      "no such answer of a framework", .replace("frameworks.yaml", "- id: fastapi", "- id: ▸litestar"),
      faults: ["“litestar” is no answer to framework; the answers are fastapi, unknown"]),
    Case(
      "no such answer of a message", .replace("messages.yaml", "{symptom: slow}", "{symptom: ▸fast}"),
      faults: ["“fast” is no answer to symptom; the answers are slow, unknown"]),
    Case(
      "no such question of a message", .replace("messages.yaml", "{symptom: slow}", "{▸symptoms: slow}"),
      faults: ["there is no question “symptoms”; did you mean “symptom”?"]),
    Case(
      "no such framework outranked", .replace("frameworks.yaml", "outranks: []", "outranks: [▸starlette]"),
      faults: ["there is no framework “starlette”; add it, or name another"]),
    Case(
      "the same id twice in a list",
      .replace(
        "messages.yaml", "  tried: CPython 3.13.0",
        "  tried: x\n- {id: ▸slow-callback, page: end, answers: {}, patterns: [x]}"),
      faults: ["the id “slow-callback” stands here twice; rename one of them"]),
    Case(
      "the same article twice", .file("notes/end.md", "---\ntitle: t\nsummary: s\n---\n"),
      .replace("pages/end.md", "---\ntitle: The", "▸---\ntitle: The"),
      faults: ["the id “end” is also that of notes/end.md; rename one of them"]),
    Case(
      "an article that cannot be read is there all the same", .file("pages/end.md", "▸# The end\n"),
      faults: ["the head is missing; begin with a line ---, `title: …`, `summary: …` and a line ---"]),
    Case(
      "kinds that cannot be read dangle nowhere", .file("kinds.yaml", "▸]\n"),
      faults: ["while parsing a block node: did not find expected node content; mend the YAML"]),
    Case(
      "no question for the framework", .replace("timeline.yaml", "  - id: framework", "  - id: fraemwork"),
      .replace("timeline.yaml", "to: framework", "to: fraemwork"),
      others: ["timeline.yaml:1:1: there is no question “framework”; add it: the scan answers it"]),
  ]

  static let timelineCases: [Case] = [
    Case(
      "start nowhere", .replace("timeline.yaml", "start: symptom", "start: ▸symptoms"),
      faults: ["the start “symptoms” is no step; did you mean “symptom”?"]),
    Case(
      "no steps", .file("timeline.yaml", "start: x\nsteps: ▸[]\n"),
      faults: ["“steps” is missing; add `steps: …`"]),
    Case(
      "edge to nowhere",
      .replace("timeline.yaml", "{when: {blocker: http}, to: treat}", "{when: {blocker: http}, to: ▸treta}"),
      faults: ["an edge leads to “treta”, which is no step; did you mean “treat”?"]),
    Case(
      "condition on no answer",
      .replace("timeline.yaml", "{symptom: [slow, unknown]}", "{symptom: [slow, ▸slaw, unknown]}"),
      faults: ["“slaw” is no answer to symptom; did you mean “slow”?"]),
    Case(
      "condition on no question",
      .replace(
        "timeline.yaml", "- {to: blocker}", "- {when: {▸symptm: slow}, to: blocker}\n      - {to: blocker}"),
      faults: ["there is no question “symptm”; did you mean “symptom”?"]),
    Case(
      "condition that is no mapping",
      .replace("timeline.yaml", "- {to: blocker}", "- {when: ▸slow, to: blocker}"),
      faults: ["“when” must be a mapping; write `name: value` lines"]),
    Case(
      "answer without an edge",
      .replace(
        "timeline.yaml", "{value: slow, label: Slow, see: waits}",
        "{value: slow, label: Slow, see: waits}\n        - {value: ▸hang, label: Hang, see: x}"),
      faults: ["no edge is sure to be taken for the answer “hang”; add one without other conditions"]),
    Case(
      "no unknown",
      .replace(
        "timeline.yaml",
        "        - {value: unknown, label: No idea, see: nothing}\n    edges:\n      - {when: {symptom: [slow, unknown]}",
        "    edges:\n      - {when: {symptom: [slow]}"),
      .replace("timeline.yaml", "- id: symptom", "- ▸id: symptom"),
      faults: ["the answer “unknown” is missing; add a choice `value: unknown`"]),
    Case(
      "default that is none", .replace("timeline.yaml", "default: unknown", "default: ▸django"),
      faults: ["the default “django” is none of the choices; write one of fastapi, unknown"]),
    Case(
      "edge never taken",
      .replace(
        "timeline.yaml", "- {to: blocker}", "- {to: blocker}\n      - ▸{when: {symptom: slow}, to: treat}"),
      faults: ["this edge is never taken: one before it always is; put it first, or take it away"]),
    Case(
      "step never reached",
      .replace(
        "timeline.yaml", "  - {id: treat",
        "  - ▸{id: lonely, minute: 1, title: L, page: {articles: [end], conclusion: clear}}\n  - {id: treat"),
      faults: ["no edge leads to “lonely”; lead one to it, or take the step away"]),
    Case(
      "ring",
      .replace("timeline.yaml", "conclusion: cause}}", "conclusion: cause}, edges: [▸{to: symptom}]}"),
      faults: ["this edge leads back to “symptom”; lead it forward: the timeline has no rings"]),
    Case(
      "neither question nor page",
      .replace(
        "timeline.yaml",
        "- {id: treat, minute: 12, title: Treat, page: {articles: [fix-1], conclusion: cause}}",
        "- ▸{id: treat, minute: 12, title: Treat}"),
      faults: ["a step needs either “question” or “page”; write one of them"]),
    Case(
      "page without articles or conclusion",
      .replace("timeline.yaml", "page: {articles: [fix-1], conclusion: cause}", "page: ▸▸{}"),
      faults: ["“articles” is missing; add `articles: …`", "“conclusion” is missing; add `conclusion: …`"]),
    Case(
      "no such conclusion", .replace("timeline.yaml", "conclusion: cause", "conclusion: ▸because"),
      faults: ["“because” is no conclusion; did you mean “cause”? write one of clear, cause, inconclusive"]),
    Case(
      "no number, no flag", .replace("timeline.yaml", "minute: 5", "minute: ▸five"),
      .replace("timeline.yaml", "optional: true", "optional: ▸maybe"),
      faults: [
        "“minute” must be a whole number; write digits",
        "“optional” must be true or false; write true or false",
      ]),
    Case(
      "choice without a value",
      .replace("timeline.yaml", "{value: slow, label: Slow, see: waits}", "▸{label: Slow, see: waits}"),
      .replace("timeline.yaml", "[slow, unknown]", "[unknown]"),
      .replace("messages.yaml", "{symptom: slow}", "{symptom: unknown}"),
      faults: ["“value” is missing; add `value: …`"]),
  ]
}
