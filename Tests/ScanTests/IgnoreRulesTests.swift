import Testing

@testable import Scan

/// What git says of a path, rule by rule; nil where no rule speaks of it.
@Suite struct IgnoreRulesTests {
  struct Case: CustomTestStringConvertible {
    let rules: String
    let path: String
    var isFolder = false
    let verdict: Bool?
    var testDescription: String { "\(rules.debugDescription) on \(path)\(isFolder ? "/" : "")" }
  }

  static let cases = [
    Case(rules: "a.py", path: "a.py", verdict: true),
    Case(rules: "a.py", path: "x/y/a.py", verdict: true),
    Case(rules: "a.py", path: "aa.py", verdict: nil),
    Case(rules: "/a.py", path: "a.py", verdict: true),
    Case(rules: "/a.py", path: "x/a.py", verdict: nil),
    Case(rules: "x/a.py", path: "x/a.py", verdict: true),
    Case(rules: "x/a.py", path: "y/x/a.py", verdict: nil),
    Case(rules: "build/", path: "build", isFolder: true, verdict: true),
    Case(rules: "build/", path: "build", verdict: nil),
    Case(rules: "build/", path: "x/build", isFolder: true, verdict: true),
    Case(rules: "*.py", path: "x/a.py", verdict: true),
    Case(rules: "*.py\n!a.py", path: "a.py", verdict: false),
    Case(rules: "!a.py\n*.py", path: "a.py", verdict: true),
    Case(rules: "x/*.py", path: "x/a.py", verdict: true),
    Case(rules: "x/*.py", path: "x/y/a.py", verdict: nil),
    Case(rules: "**/gen", path: "gen", isFolder: true, verdict: true),
    Case(rules: "**/gen", path: "a/b/gen", isFolder: true, verdict: true),
    Case(rules: "a/**/b.py", path: "a/b.py", verdict: true),
    Case(rules: "a/**/b.py", path: "a/x/y/b.py", verdict: true),
    Case(rules: "a/**", path: "a/x/y.py", verdict: true),
    Case(rules: "a/**", path: "b/x.py", verdict: nil),
    Case(rules: "?.py", path: "a.py", verdict: true),
    Case(rules: "?.py", path: "ab.py", verdict: nil),
    Case(rules: "a?b", path: "a/b", verdict: nil),
    Case(rules: "[ab].py", path: "b.py", verdict: true),
    Case(rules: "[!ab].py", path: "b.py", verdict: nil),
    Case(rules: "[a-c]x.py", path: "bx.py", verdict: true),
    Case(rules: "[]].py", path: "].py", verdict: true),
    Case(rules: "[a", path: "a", verdict: nil),
    Case(rules: "# a.py", path: "a.py", verdict: nil),
    Case(rules: "\\#a.py", path: "#a.py", verdict: true),
    Case(rules: "\\!a.py", path: "!a.py", verdict: true),
    Case(rules: "a.py   ", path: "a.py", verdict: true),
    Case(rules: "a\\ ", path: "a ", verdict: true),
    Case(rules: "", path: "a.py", verdict: nil),
    Case(rules: "/", path: "a.py", verdict: nil),
    Case(rules: "a.py\r\nb.py\r\n", path: "b.py", verdict: true),
    Case(rules: "*", path: "x/a.py", verdict: true),
    Case(rules: "a*b*c", path: "axxbyyc", verdict: true),
    Case(rules: "a*b*c", path: "axxbyy", verdict: nil),
  ]

  @Test(arguments: cases) func verdict(_ wanted: Case) {
    #expect(
      IgnoreRules(wanted.rules, in: "").verdict(on: wanted.path, isFolder: wanted.isFolder) == wanted.verdict)
  }

  @Test func rulesHoldBelowTheirOwnFolder() {
    let rules = IgnoreRules("/a.py\nb.py", in: "x")
    #expect(rules.verdict(on: "x/a.py", isFolder: false) == true)
    #expect(rules.verdict(on: "x/y/a.py", isFolder: false) == nil)
    #expect(rules.verdict(on: "x/y/b.py", isFolder: false) == true)
    #expect(rules.verdict(on: "b.py", isFolder: false) == nil)
    #expect(rules.verdict(on: "xx/b.py", isFolder: false) == nil)
  }

  /// A pattern of stars against a text that does not match takes no exponential time, or this would never end.
  @Test func manyStarsEnd() {
    let rules = IgnoreRules(String(repeating: "a*", count: 40) + "b", in: "")
    #expect(rules.verdict(on: String(repeating: "a", count: 200), isFolder: false) == nil)
  }
}
