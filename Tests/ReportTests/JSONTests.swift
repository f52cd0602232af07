import Foundation
import Testing

@testable import Report

@Suite struct JSONTests {
  @Test(arguments: [
    ("plain", #""plain""#), ("\"\\/", #""\"\\/""#), ("\n\t\r", #""\n\t\r""#),
    ("\u{0}\u{1B}[2J\u{7F}", #""\u0000\u001b[2J\u007f""#),
    ("\u{85}\u{9B}31m", #""\u0085\u009b31m""#), ("\u{202E}abc\u{2066}", #""\u202eabc\u2066""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{200B}\u{FEFF}\u{AD}", #""\u200b\ufeff\u00ad""#),
    ("ä日本😀", #""ä日本😀""#), ("\u{E0041}", #""\udb40\udc41""#), ("e\u{301}", "\"e\u{301}\""),
  ]) func strings(text: String, written: String) {
    #expect(JSON.string(text).text == written + "\n")
  }

  @Test func valuesAndNesting() {
    let json = JSON.object([
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("number", .number(-3)),
      ("empty", .array([])),
      ("none", .object([])), ("list", .array([.number(1), .object([("a\"b", .string("x"))])])),
    ])
    #expect(
      json.text == """
        {
          "null": null,
          "true": true,
          "false": false,
          "number": -3,
          "empty": [],
          "none": {},
          "list": [
            1,
            {
              "a\\"b": "x"
            }
          ]
        }

        """)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func anyTextComesBackAndNothingActsOnATerminal(seed: UInt64) throws
  {
    var random = SeededRandom(state: seed)
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<20 {
        let top: UInt32 = Bool.random(using: &random) ? 0x300 : 0x10FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      let written = JSON.array([.string(text), .object([(text, .number(1))])]).text
      let read = try #require(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [Any])
      // Compared by scalars: Swift takes canonically equal texts for the same.
      #expect((read.first as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
      #expect(
        ((read.last as? [String: Int])?.keys.first).map { Array($0.unicodeScalars) }
          == Array(text.unicodeScalars))
      let acting: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
      #expect(
        written.unicodeScalars.allSatisfy { $0 == "\n" || !acting.contains($0.properties.generalCategory) })
    }
  }

  @Test func equalWhenTheyReadTheSame() {
    #expect(JSON.object([("a", .number(1))]) == .object([("a", .number(1))]))
    #expect(JSON.object([("a", .number(1)), ("b", .null)]) != .object([("b", .null), ("a", .number(1))]))
    #expect(JSON.string("1") != .number(1))
  }
}
