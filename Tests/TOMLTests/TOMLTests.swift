import Testing

@testable import TOML

/// What the rules of TOML 1.0 say, each way.
@Suite struct TOMLTests {
  private func read(_ text: String) throws(TOMLFault) -> String { canonical(try parseTOML(Array(text.utf8))) }

  @Test(arguments: [
    ("", "{}"), ("# only a comment", "{}"), ("a = 1", "{a:1}"), ("a=1\r\nb = 2\r\n", "{a:1,b:2}"),
    ("bare_key-1 = true\n1234 = false", "{1234:false,bare_key-1:true}"),
    (#""a b" = 1"#, "{a b:1}"), ("'a.b' = 1", "{a.b:1}"), (#""" = 1"#, "{:1}"),
    ("a.b.c = 1\na.b.d = 2", "{a:{b:{c:1,d:2}}}"), ("a . 'b' = 1", "{a:{b:1}}"), ("3.14 = 1", "{3:{14:1}}"),
    ("[a]\nb = 1\n[a.c]\nd = 2", "{a:{b:1,c:{d:2}}}"), ("[a.b]\n[a]\nc = 1", "{a:{b:{},c:1}}"),
    ("[ a . b ]\nx = 1 # comment", "{a:{b:{x:1}}}"),
    ("[[p]]\na = 1\n[[p]]\n[[p]]\na = 3", "{p:[{a:1},{},{a:3}]}"),
    (
      "[[f]]\nn = 1\n[f.p]\nc = 2\n[[f.v]]\nm = 3\n[[f.v]]\nm = 4\n[[f]]\n",
      "{f:[{n:1,p:{c:2},v:[{m:3},{m:4}]},{}]}"
    ),
    (
      "[fruit]\napple.color = 1\napple.taste.sweet = 2\n[fruit.apple.texture]\ns = 3",
      "{fruit:{apple:{color:1,taste:{sweet:2},texture:{s:3}}}}"
    ),
    ("a = {}\nb = { c = 1, d.e = 2 }", "{a:{},b:{c:1,d:{e:2}}}"), ("a = [ ]", "{a:[]}"),
    ("a = [1, [2, 'x'], { b = 3 },\n # comment\n true,\n]", "{a:[1,[2,\"x\"],{b:3},true]}"),
  ]) func documents(_ text: String, _ expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: [
    (#""a\tb\n\u00e9\U0001F600\"\\""#, "a\tb\né😀\"\\"), (#"'C:\dir\new'"#, #"C:\dir\new"#),
    ("\"\"\"\nfirst\nsecond\"\"\"", "first\nsecond"), ("\"\"\"a\\\n   b  \\  \n\n  c\"\"\"", "ab  c"),
    (#""""two ""quotes"" here""""#, #"two ""quotes"" here"#), ("\"\"\"a\"\"\"\"\"", "a\"\""),
    ("'''a'''''", "a''"),
    ("'''\nraw \\n\n'''", "raw \\n\n"), ("\"\"\"a\r\nb\"\"\"", "a\nb"),
  ]) func texts(_ text: String, _ expected: String) throws {
    let node = try parseTOML(Array("x = \(text)".utf8))
    #expect(node["x"]?.value.value == .string(expected))
  }

  @Test(arguments: [
    ("+99", "99"), ("-17", "-17"), ("0", "0"), ("-0", "0"), ("1_000", "1000"), ("0xDEAD_beef", "3735928559"),
    ("0o755", "493"), ("0b1101", "13"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"), ("3.1415", "3.1415"), ("-0.01", "-0.01"),
    ("5e+22", "5e+22"), ("1e06", "1000000.0"), ("6.626E-34", "6.626e-34"),
    ("224_617.445_991", "224617.445991"),
    ("inf", "inf"), ("-inf", "-inf"), ("nan", "nan"), ("1979-05-27T07:32:00Z", "d"),
    ("1979-05-27 07:32:00", "d"),
    ("1979-05-27T00:32:00.999999-07:00", "d"), ("2024-02-29", "d"), ("07:32:00", "d"), ("true", "true"),
  ]) func scalars(_ text: String, _ expected: String) throws {
    #expect(try read("x = \(text)") == "{x:\(expected)}")
  }

  @Test(arguments: [
    // Keys.
    ("a", 1, 2), ("= 1", 1, 1), ("a b = 1", 1, 3), ("a = 1 b = 2", 1, 7), ("a = 1\na = 2", 2, 1),
    ("a.b = 1\na = 2", 2, 1), ("a = 1\na.b = 2", 2, 1), ("a. = 1", 1, 4), (".a = 1", 1, 1), ("ä = 1", 1, 1),
    ("\"\"\"a\"\"\" = 1", 1, 1), ("a =\n1", 1, 4), ("a = \n", 1, 5), ("'a", 1, 1),
    // Sections.
    ("[a]\n[a]", 2, 2), ("a = 1\n[a]", 2, 2), ("[a]\nb = 1\n[a.b]", 3, 4), ("[[a]]\n[a]", 2, 2),
    ("[a]\n[[a]]", 2, 3), ("a = []\n[[a]]", 2, 3), ("a = {}\n[a.b]", 2, 2), ("[[[x]", 1, 3), ("[[a] ]", 1, 4),
    ("[]", 1, 2), ("[a", 1, 3), ("[a] b = 1", 1, 5), ("[a.b]\nx = 1\n[a]\nb.y = 2", 4, 1),
    ("[f]\na.c = 1\n[f.a]", 3, 4), ("[[a.b]]\n[a]\nb.c = 1", 3, 1),
    // Values.
    ("a = {b = 1,}", 1, 12), ("a = {b = 1\n}", 1, 11), ("a = {b = 1, b = 2}", 1, 13), ("a = [1 2]", 1, 8),
    ("a = [1,, 2]", 1, 8), ("a = [1", 1, 5), ("a = {", 1, 6), ("a = \"x", 1, 5), ("a = \"x\ny\"", 1, 5),
    ("a = \"\\q\"", 1, 6), ("a = \"\\u12\"", 1, 6), ("a = \"\\uD800\"", 1, 6), ("a = \"\\U00110000\"", 1, 6),
    ("a = \"\u{1}\"", 1, 6), ("a = 'x\u{7F}'", 1, 7), ("a = '''x", 1, 5), ("a = \"\"\"x\"\"\"\"\"\"", 1, 9),
    ("a = yes", 1, 5), ("a = True", 1, 5), ("a = 01", 1, 5), ("a = 1__0", 1, 5), ("a = _1", 1, 5),
    ("a = 1.", 1, 5), ("a = .5", 1, 5), ("a = 1.e5", 1, 5), ("a = 1e", 1, 5), ("a = +0x1", 1, 5),
    ("a = 0b2", 1, 5), ("a = 9223372036854775808", 1, 5), ("a = 2023-02-29", 1, 5), ("a = 24:00:00", 1, 5),
    ("a = 2024-13-01", 1, 5), ("a = 12:30", 1, 5), ("a = 1979-05-27T07:32:00+25:00", 1, 5),
    // Bytes.
    ("# \u{0}", 1, 3), ("a = 1\rb = 2", 1, 6), ("# a\rb", 1, 4),
  ]) func faultsHavePlaces(_ text: String, _ line: Int, _ column: Int) {
    let error = #expect(throws: TOMLFault.self) { try parseTOML(Array(text.utf8)) }
    #expect(error?.place == TOMLPlace(line: line, column: column), "\(text): \(String(describing: error))")
    #expect(error?.message.isEmpty == false)
  }

  @Test func bytesThatAreNoText() {
    let error = #expect(throws: TOMLFault.self) { try parseTOML(Array("a = 1\nb = \"é".utf8) + [0xFF]) }
    #expect(error?.place == TOMLPlace(line: 2, column: 7))
    #expect(throws: TOMLFault.self) { try parseTOML([0xFE, 0xFF, 0x00, 0x61]) }
    #expect(throws: TOMLFault.self) { try parseTOML(Array("a = '".utf8) + [0xED, 0xA0, 0x80, 0x27]) }
    #expect(throws: Never.self) { try parseTOML([0xEF, 0xBB, 0xBF] + Array("a = 1".utf8)) }
  }

  @Test func placesOfKeysAndValues() throws {
    let node = try parseTOML(Array("'é' = 'ü'\n[tool.x]\n  'k' = [1,\n  2]\n".utf8))
    let table = try #require(node["tool"]?.value["x"])
    #expect(table.keyPlace == TOMLPlace(line: 2, column: 7))
    let entry = try #require(table.value["k"])
    #expect(entry.keyPlace == TOMLPlace(line: 3, column: 3))
    #expect(entry.value.place == TOMLPlace(line: 3, column: 9))
    guard case .array(let elements) = entry.value.value else { return #expect(Bool(false)) }
    #expect(elements.map(\.place) == [TOMLPlace(line: 3, column: 10), TOMLPlace(line: 4, column: 3)])
  }

  @Test(arguments: [
    "a = " + String(repeating: "[", count: 100_000), "a = " + String(repeating: "{a=", count: 100_000),
    "a" + String(repeating: ".a", count: 100_000) + " = 1",
    "[" + String(repeating: "a.", count: 100_000) + "a]",
    "a = " + String(repeating: "{a" + String(repeating: ".a", count: 99) + "=", count: 1000),
  ]) func nothingNestsWithoutEnd(_ text: String) {
    let error = #expect(throws: TOMLFault.self) { try parseTOML(Array(text.utf8)) }
    #expect(error?.message.contains("more than 100") == true)
  }

  @Test func manyKeysOnOneLineAndOnMany() throws {
    let keys = (0..<50_000).map { "k\($0) = \($0)" }
    #expect(
      try parseTOML(Array("a = {\(keys.joined(separator: ", "))}".utf8))["a"]?.value.entries?.count == 50_000)
    #expect(try parseTOML(Array(keys.joined(separator: "\n").utf8)).entries?.count == 50_000)
  }
}
