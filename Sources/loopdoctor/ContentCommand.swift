import ArgumentParser
import Handbook
import Text
import Wizard

struct ContentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content", abstract: "Checks the handbook's text, for its authors.",
    subcommands: [Check.self, GraphCommand.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists every fault in the content, one line each.",
      discussion: "Example: loopdoctor content check --content Content")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let handbook = try common.checkedHandbook()
      for name in handbook.walkthroughs.keys.sorted() { _ = try Lesson(name, handbook) }
      let check = LabCheck(handbook: handbook)
      let faults = handbook.labs.flatMap { check.faults(of: $0) }
      guard faults.isEmpty else { throw UsageProblem(lines: faults) }
      Output.write(
        "\(handbook.graph.steps.count) steps, \(handbook.articles.count) articles, "
          + "\(handbook.knowledge.libraries.count) libraries with "
          + "\(handbook.knowledge.libraries.reduce(0) { $0 + $1.calls.count }) blocking calls: no fault\n")
    }
  }

  struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "graph", abstract: "Prints the decision tree in Graphviz' language.",
      discussion: "Example: loopdoctor content graph | dot -Tsvg > timeline.svg")

    @OptionGroup var common: CommonOptions

    func run() throws {
      Output.write(try common.handbook().graph.graphviz.sanitized(keepingLineBreaks: true))
    }
  }
}
