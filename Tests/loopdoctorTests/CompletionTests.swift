import PseudoTerminal
import Testing

/// What the shells offer, and what goes with an installation.
@Suite struct CompletionTests {
  /// What bash offers for the last of some words.
  private func offered(_ words: String) throws -> Set<String> {
    let script = """
      PATH=$(dirname "$LD"):$PATH
      source <("$LD" --generate-completion-script bash)
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      _loopdoctor loopdoctor "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try shell(script, directory: "/")
    #expect(outcome.errors == "")
    return Set(outcome.output.split(separator: "\n").map(String.init))
  }

  @Test func bashOffersCommandsFlagsAndValues() throws {
    #expect(try offered("loopdoctor con") == ["config", "content"])
    #expect(try offered("loopdoctor scan --fail") == ["--fail-on"])
    #expect(try offered("loopdoctor scan --format s") == ["sarif"])
    #expect(try offered("loopdoctor diagnose --fail-on ''") == ["error", "warning", "hint", "never"])
    #expect(
      try offered("loopdoctor scan --select blocking-s").isSuperset(of: ["blocking-sleep", "blocking-socket"])
    )
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func scriptsAreWhole(_ name: String) throws {
    let outcome = try shell("$LD --generate-completion-script \(name)")
    #expect(outcome.status == 0 && outcome.errors == "")
    for flag in ["changed-since", "write-baseline", "no-config", "save-answers"] {
      #expect(outcome.output.contains(flag))
    }
    let checked = try shell(
      "command -v \(name) >/dev/null || exit 0; $LD --generate-completion-script \(name) | \(name) -n")
    #expect(checked.status == 0, "\(checked.errors)")
  }

  /// The manual page's keys are those of the wizard's own help.
  @Test func theManualHasTheKeys() throws {
    let manual = try loopdoctor("explain", "--manual-keys")
    let table = try loopdoctor("explain", "keys")
    #expect(manual.status == 0 && table.status == 0)
    #expect(manual.output.hasPrefix(".Sh KEYS\n") && manual.output.contains("\n.Ss \\&At the causes\n"))
    #expect(manual.output.contains("\n.It \\&x\n\\&mark the cause as not the cause, or take that back\n"))
    #expect(manual.output.utf8.allSatisfy { $0 < 0x80 })
    for line in table.output.split(separator: "\n") where line.dropFirst(25).hasPrefix("  ") {
      let help = line.dropFirst(27)
      #expect(manual.output.contains(help), "\(line)")
    }
    // A reader of manual pages finds nothing wrong in it.
    let read = try shell(
      "command -v mandoc >/dev/null || exit 0; printf '.Dd x\\n.Dt X 1\\n.Os\\n.Sh NAME\\n.Nm x\\n.Nd x\\n' | "
        + "cat - <($LD explain --manual-keys) | mandoc -T lint -W error")
    #expect(read.status == 0, "\(read.output)")
  }

  @Test func theHookScansTheWholeProject() throws {
    let project = try Project.slow()
    let outcome = try shell("$LD scan --format lines", directory: project.path)
    #expect(
      outcome.output
        == "app/main.py:10:12: error: requests.get waits for the network and holds the event loop, reached through "
        + "fetch; instead: one shared httpx.AsyncClient or aiohttp.ClientSession [blocking-http]\n")
    #expect(outcome.status == 1)
  }
}
