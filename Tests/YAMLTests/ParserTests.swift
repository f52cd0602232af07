import Testing
import YAML

func parsed(_ text: String) throws(YAMLFault) -> YAMLNode { try parseYAML(Array(text.utf8)) }

@Suite struct ParserTests {
  @Test func keepsOrderStylesAndPlaces() throws {
    let node = try parsed(
      """
      # a comment
      title: plain text
      quoted: "a: \\"b\\"\\n"
      list:
        - one
        - 'two'
      flow: {a: [1, 2], "b": ~}
      block: |
        first
        second
      folded: >-
        one
        two
      """)
    #expect(node.place == YAMLPlace(line: 2, column: 1))
    #expect(node.entries?.map(\.key) == ["title", "quoted", "list", "flow", "block", "folded"])
    #expect(node.entries?.map(\.keyPlace.line) == [2, 3, 4, 7, 8, 11])
    #expect(
      node["title"] == YAMLNode(.scalar("plain text", isPlain: true), at: YAMLPlace(line: 2, column: 8)))
    #expect(
      node["quoted"] == YAMLNode(.scalar("a: \"b\"\n", isPlain: false), at: YAMLPlace(line: 3, column: 9)))
    #expect(node["list"]?.elements?.map(\.text) == ["one", "two"])
    #expect(
      node["list"]?.elements?.map(\.place) == [YAMLPlace(line: 5, column: 5), YAMLPlace(line: 6, column: 5)])
    #expect(node["flow"]?["a"]?.elements?.map(\.place.column) == [12, 15])
    #expect(node["flow"]?["b"]?.isNull == true)
    #expect(node["flow"]?.entries?.last?.keyPlace == YAMLPlace(line: 7, column: 19))
    #expect(node["block"]?.text == "first\nsecond\n")
    #expect(node["folded"]?.text == "one two")
    #expect(node["nothing"] == nil && node["title"]?["x"] == nil)
  }

  @Test(arguments: [
    ("", true), ("~", true), ("null", true), ("# only a comment", true), ("''", false), ("'null'", false),
    ("\"~\"", false), ("Null", false), ("[]", false), ("{}", false),
  ]) func null(text: String, isNull: Bool) throws {
    #expect(try parsed(text).isNull == isNull)
  }

  @Test func countsColumnsInCharacters() throws {
    let node = try parsed("{größe: 😀, x: é, y: 3}\nü: ignored".split(separator: "\n")[0].description)
    #expect(node.entries?.map(\.keyPlace.column) == [2, 12, 18])
    #expect(node.entries?.map(\.value.place.column) == [9, 15, 21])
  }

  @Test func aByteOrderMarkIsNoColumn() throws {
    let node = try parsed("\u{FEFF}a: 1\n")
    #expect(node.entries?.first?.keyPlace == YAMLPlace(line: 1, column: 1))
    #expect(node["a"]?.text == "1")
  }

  @Test func readsWindowsLineEnds() throws {
    let node = try parsed("a: 1\r\nb: 2\r\n")
    #expect(node.entries?.map(\.value.text) == ["1", "2"])
    #expect(node.entries?.map(\.keyPlace.line) == [1, 2])
  }

  @Test func acceptsADocumentMark() throws {
    #expect(try parsed("---\na: 1\n...\n")["a"]?.text == "1")
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let message: String

    init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
      self.text = text
      self.line = line
      self.column = column
      self.message = message
    }

    var testDescription: String { "\(text.prefix(30))" }
  }

  static let bad: [Bad] = [
    Bad("a: &x 1", 1, 4, "anchors are not read here; write the value out"),
    Bad("a: &x [1]", 1, 4, "anchors are not read here; write the value out"),
    Bad("a: &x {b: 1}", 1, 4, "anchors are not read here; write the value out"),
    Bad("é: &x 1", 1, 4, "anchors are not read here; write the value out"),
    Bad("a: 1\nb: *x", 2, 4, "aliases are not read here; write the value out"),
    Bad("a: !!str 1", 1, 4, "tags are not read here; leave it out"),
    Bad("- !x [1]", 1, 3, "tags are not read here; leave it out"),
    Bad("- !x {a: 1}", 1, 3, "tags are not read here; leave it out"),
    Bad("a: 1\nb: 2\na: 3", 3, 1, "the key “a” stands here twice"),
    Bad("x:\n  - {ä: 1, ä: 2}", 2, 12, "the key “ä” stands here twice"),
    Bad("a: 1\n---\nb: 2", 2, 1, "a second document; one is expected"),
    Bad("[a]: 1", 1, 1, "a key must be a word"),
    Bad("? {a: 1}\n: 2", 1, 3, "a key must be a word"),
    Bad("a: [1, 2", 1, 9, "while parsing a flow sequence: did not find expected ',' or ']'"),
    Bad("a: b: c", 1, 5, "mapping values are not allowed in this context"),
    Bad("äöü: \"x", 1, 8, "while scanning a quoted scalar: found unexpected end of stream"),
    Bad("a: 1\n b: 2", 2, 3, "mapping values are not allowed in this context"),
    Bad("a:\n\t- 1", 2, 1, "while scanning for the next token: found character that cannot start any token"),
    Bad("a: %x", 1, 4, "while scanning for the next token: found character that cannot start any token"),
    Bad("a: \u{07}", 1, 4, "the control character U+0007"),
    Bad("x: 1\nä: \u{9F}", 2, 4, "the control character U+009F"),
    Bad("a: \u{0}b", 1, 4, "the control character U+0000"),
    Bad("a: \u{FFFF}", 1, 4, "the control character U+FFFF"),
  ]

  @Test(arguments: bad) func refuses(_ bad: Bad) {
    let expected = YAMLFault(at: YAMLPlace(line: bad.line, column: bad.column), bad.message)
    #expect(throws: expected) { try parsed(bad.text) }
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 1, 4), ([0xC3, 0xA4, 0x0A, 0xC3, 0xA4, 0x3A, 0x20, 0xC3, 0x28], 2, 4),
      ([0x80], 1, 1), ([0x61, 0x0A, 0xF0, 0x9F, 0x98], 2, 1), ([0x61, 0xED, 0xA0, 0x80], 1, 2),
      ([0x61, 0xC0, 0x80], 1, 2),
    ] as [([UInt8], Int, Int)])
  func refusesWhatIsNotUTF8(bytes: [UInt8], line: Int, column: Int) {
    #expect(throws: YAMLFault(at: YAMLPlace(line: line, column: column), "not UTF-8 text")) {
      try parseYAML(bytes)
    }
  }

  @Test func nestsSixtyFourLevelsDeep() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + "1" + String(repeating: "]", count: levels)
    }
    #expect(try parsed(nested(64)).elements?.count == 1)
    #expect(throws: YAMLFault(at: YAMLPlace(line: 1, column: 66), "nested more than 64 levels deep")) {
      try parsed(nested(65))
    }
    // Far deeper ones end as soon: no stack is spent on them.
    #expect(throws: YAMLFault(at: YAMLPlace(line: 1, column: 66), "nested more than 64 levels deep")) {
      try parsed(nested(100_000))
    }
    #expect(throws: YAMLFault.self) { try parsed(String(repeating: "{a: ", count: 70)) }
  }

  @Test func isBounded() throws {
    let most = [UInt8](repeating: UInt8(ascii: "#"), count: 16 << 20)
    #expect(try parseYAML(most).isNull)
    #expect(throws: YAMLFault(at: YAMLPlace(line: 1, column: 1), "longer than 16 MiB")) {
      try parseYAML(most + [UInt8(ascii: "#")])
    }
  }
}
