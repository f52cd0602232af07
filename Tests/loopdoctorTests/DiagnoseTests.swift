import PseudoTerminal
import Testing

/// `loopdoctor diagnose`: one diagnosis from answers given beforehand.
@Suite struct DiagnoseTests {
  @Test func aTracebackUnderFastAPINamesFix6() throws {
    let project = try Project.slow()
    let arguments = [
      "diagnose", project.path, "--answer", "symptom=traceback", "--answer", "framework=fastapi",
      "--no-input",
    ]
    let text = try loopdoctor(arguments)
    #expect(text.status == 1)
    #expect(text.output.contains("Fix 6"))
    #expect(text.output.contains(/symptom +traceback +flag/))
    #expect(text.output.contains(/message +nested-loop +default/))
    #expect(text.errors == "")
    let json = try loopdoctor(arguments + ["--format", "json"])
    #expect(json.status == 1)
    let diagnosis = try #require(try parsedJSON(json)["diagnosis"] as? [String: Any])
    let fixes = try #require(diagnosis["fixes"] as? [String])
    #expect(fixes.first == "fix-6")
    #expect(diagnosis["outcome"] as? String == "treat-nested-loop")
    let steps = try #require(diagnosis["steps"] as? [[String: Any]])
    #expect(steps.first?["provenance"] as? String == "flag")
    #expect(steps.map { $0["step"] as? String }.prefix(3) == ["symptom", "message", "framework"])
  }

  @Test func slownessNamesTheCallTheLineAndTheFixes() throws {
    let project = try Project.slow()
    let outcome = try loopdoctor("diagnose", project.path, "--answer", "symptom=slow", "--no-input")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("requests.get"))
    #expect(outcome.output.contains("app/rates.py:5"))
    #expect(outcome.output.contains("app/main.py:10"))
    #expect(outcome.output.contains("httpx.AsyncClient"))
    #expect(outcome.output.contains("fix-1") && outcome.output.contains("fix-2"))
    #expect(outcome.output.contains(/framework +fastapi +seen: imported, app\/main.py:1/))
  }

  @Test func aCleanProjectIsZero() throws {
    let project = try Project.clean()
    let outcome = try loopdoctor("diagnose", project.path, "--answer", "symptom=slow", "--no-input")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("Nothing blocks the loop"))
  }

  @Test func allWrongAnswersAtOnce() throws {
    let project = try Project(["answers.yaml": "symptom: slow\nframework: fastapy\nblokcer: http\n"])
    let outcome = try loopdoctor(
      "diagnose", project.file("nowhere"), "--answer", "symptm=slow", "--answer", "symptom=slo", "--answer",
      "x",
      "--answers", project.file("answers.yaml"), "--answers", project.file("missing.yaml"), "--no-input")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 7, "\(outcome.errors)")
    #expect(lines.allSatisfy { $0.hasPrefix("loopdoctor: ") })
    #expect(
      outcome.errors.contains(
        "there is no question “symptm” (did you mean “symptom”?); the questions are symptom, "))
    #expect(
      outcome.errors.contains(
        "“slo” is no answer to symptom (did you mean “slow”?); the answers are traceback, slow, hang, "))
    #expect(
      outcome.errors.contains(
        "answers.yaml:2:1: “fastapy” is no answer to framework (did you mean “fastapi”?)"))
    #expect(
      outcome.errors.contains("answers.yaml:3:1: there is no question “blokcer” (did you mean “blocker”?)"))
    #expect(outcome.errors.contains("missing.yaml: No such file or directory"))
    #expect(outcome.errors.contains("nowhere: no such file or folder"))
  }

  @Test func aMissingAnswerIsThree() throws {
    let project = try Project.clean()
    for arguments in [["--no-input"], []] as [[String]] {
      // Without a terminal there is nobody to ask, whether or not one says so.
      let outcome = try loopdoctor(["diagnose", project.path] + arguments)
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("an answer to “symptom” is needed: What do you see?"))
      for value in ["traceback", "slow", "hang", "unknown"] {
        #expect(outcome.errors.contains("--answer symptom=\(value)"))
      }
    }
  }

  @Test func answersFromStandardInput() throws {
    let project = try Project.slow()
    let outcome = try loopdoctor(
      "diagnose", project.path, "--answers", "-", input: "symptom: slow\nframework: quart\n")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(/framework +quart +file standard input:2/))
    let faulty = try loopdoctor("diagnose", project.path, "--answers", "-", input: "symptom: [")
    #expect(faulty.status == 2)
    #expect(faulty.errors.contains(#/^loopdoctor: standard input:\d+:\d+: /#))
  }

  @Test func flagBeforeFileBeforeEvidence() throws {
    let project = try Project.slow()
    try project.write("a.yaml", "symptom: slow\nframework: quart\n")
    let both = try loopdoctor(
      "diagnose", "--answers", "a.yaml", "--answer", "framework=sanic", "--no-input", directory: project.path)
    #expect(both.output.contains(/framework +sanic +flag/))
    #expect(both.output.contains(/symptom +slow +file a.yaml:1/))
    #expect(both.output.contains(/blocker +http +seen: requests.get in .*app\/rates.py:5/))
    #expect(both.output.contains(/debug-warnings +unknown +default/))
    let file = try loopdoctor("diagnose", "--answers", "a.yaml", "--no-input", directory: project.path)
    #expect(file.output.contains(/framework +quart +file a.yaml:2/))
  }

  @Test func anAnswerOffTheWayIsTold() throws {
    let project = try Project.clean()
    let outcome = try loopdoctor(
      "diagnose", project.path, "--answer", "symptom=slow", "--answer", "message=other", "--no-input")
    #expect(outcome.errors == "loopdoctor: the answer message=other was not needed on this way\n")
    #expect(outcome.status == 0)
  }

  @Test(arguments: ["text", "json", "markdown"]) func aSavedSessionReplays(_ format: String) throws {
    let project = try Project.slow()
    try project.write("a.yaml", "direction: sync-in-async\n")
    let saved = project.file("session.yaml")
    let first = try loopdoctor(
      "diagnose", project.path, "--answer", "symptom=hang", "--answers", project.file("a.yaml"), "--no-input",
      "--format", format, "--save-answers", saved)
    #expect(first.status == 1)
    let again = try loopdoctor("diagnose", project.path, "--answers", saved, "--no-input", "--format", format)
    #expect(withoutTimes(again.output) == withoutTimes(first.output))
    #expect(again.status == first.status)
    #expect(again.errors == "")
    // Saved from the replay, it is the same file.
    _ = try loopdoctor(
      "diagnose", project.path, "--answers", saved, "--save-answers", project.file("second.yaml"))
    #expect(try project.read("second.yaml") == project.read("session.yaml"))
  }

  @Test func aSessionThatCannotBeSavedSaysSo() throws {
    let project = try Project.clean()
    let outcome = try loopdoctor(
      "diagnose", project.path, "--answer", "symptom=slow", "--save-answers",
      project.file("no/such/folder.yaml"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("folder.yaml: No such file or directory"))
  }

  @Test(arguments: ["a: {", "\t- x", "steps: [1]", "symptom: &a slow", "\u{0}", "symptom: \"\\u202eslow\""])
  func malformedSessionsGiveOneClearLine(_ text: String) throws {
    let project = try Project(["s.yaml": text])
    let outcome = try loopdoctor("diagnose", project.path, "--answers", project.file("s.yaml"), "--no-input")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains(/s\.yaml:\d+:\d+: ./))
    #expect(outcome.isPlain)
  }
}
