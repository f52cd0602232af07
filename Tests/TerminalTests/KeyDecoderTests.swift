import Testing

@testable import Terminal
@testable import Text

@Suite struct KeyDecoderTests {
  /// What the bytes give when they come at once and nothing follows.
  private func events(_ text: String, _ keys: [[UInt8]: Key] = [:]) -> [Event] {
    events(Array(text.utf8), keys)
  }

  private func events(_ bytes: [UInt8], _ keys: [[UInt8]: Key] = [:]) -> [Event] {
    var decoder = KeyDecoder(terminalKeys: keys)
    return decoder.feed(bytes) + decoder.expire()
  }

  @Test(
    arguments: [
      ("q", [.character("q")]), ("é日", [.character("é"), .character("日")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
      ("\u{0}", [.control("@")]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]),
      ("\u{1C}", [.control("\\")]), ("\u{1F}", [.control("_")]),
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}q", [.alternate("q")]),
      ("\u{1B}é", [.alternate("é")]), ("\u{1B}\r", [.escape, .enter]),
      ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}OD", [.up, .down, .right, .left]),
      ("\u{1B}[1;5C\u{1B}[1;2A\u{1B}\u{1B}[A", [.right, .up, .up]),
      ("\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}[3~", [.pageUp, .pageDown, .insert, .delete]),
      (
        "\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~\u{1B}OH",
        [.home, .end, .home, .end, .home, .end, .home]
      ),
      (
        "\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[1;2Q\u{1B}[[C",
        [.function(1), .function(5), .function(12), .function(2), .function(3)]
      ),
      ("\u{1B}[Z", [.backTab]), ("\u{1B}Oq\u{1B}OM\u{1B}Ok", [.character("1"), .enter, .character("+")]),
      ("\u{1B}[", [.alternate("[")]), ("\u{1B}O", [.alternate("O")]), ("\u{1B}]", [.alternate("]")]),
      (
        "\u{1B}[13;5u\u{1B}[97;5u\u{1B}[97;3u\u{1B}[9;2u\u{1B}[27;5;108~",
        [.enter, .control("a"), .alternate("a"), .backTab, .control("l")]
      ),
    ] as [(String, [Key])])
  func keys(_ text: String, _ expected: [Key]) {
    #expect(events(text) == expected.map { .key($0) })
  }

  @Test(arguments: [
    "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[99~", "\u{1B}[12;40R", "\u{1B}[1;2;3;4;5x", "\u{1B}[?2026;2$y",
    "\u{1B}Oz",
    "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1+r436f\u{1B}\\",
    "\u{1B}[38;5",
    "\u{1B}[<35;4;4M", "\u{1B}[57358u", "\u{9B}",
  ])
  func unknownSequencesAreSwallowedWhole(_ text: String) {
    #expect(events(text) == [])
    #expect(events(text + "\u{1B}[A").suffix(1) == [.key(.up)])
  }

  @Test func aSequenceBrokenOffDoesNotEatWhatFollows() {
    #expect(events("\u{1B}[12\u{3}") == [.key(.control("c"))])
    #expect(events("\u{1B}[1;\u{1B}[B") == [.key(.down)])
  }

  @Test func sequencesMayComeInParts() {
    for text in ["\u{1B}[1;5A", "日", "\u{1B}[<0;5;7M", "\u{1B}]0;title\u{7}x", "\u{1B}[200~ab\u{1B}[201~"] {
      var decoder = KeyDecoder()
      var result: [Event] = []
      for byte in text.utf8 { result += decoder.feed([byte]) }
      #expect(result == events(text), "\(text.debugDescription)")
      #expect(decoder.patienceMilliseconds == nil)
    }
  }

  @Test func escapeWaitsForItsRest() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.patienceMilliseconds != nil)
    #expect(decoder.expire() == [.key(.escape)])
    #expect(decoder.patienceMilliseconds == nil)
  }

  @Test func invalidTextIsReplaced() {
    #expect(events([0xFF, 0x61]) == [.key(.character("\u{FFFD}")), .key(.character("a"))])
    #expect(events([0xE6, 0x97]) == [.key(.character("\u{FFFD}"))])
    #expect(events([0xE6, 0x61]) == [.key(.character("\u{FFFD}")), .key(.character("a"))])
    #expect(events([0xC0, 0x80]).count == 2)
    #expect(events([0xED, 0xA0, 0x80]) == [.key(.character("\u{FFFD}"))])
    #expect(events([0x1B, 0xC3]) == [.key(.alternate("\u{FFFD}"))])
  }

  @Test func theTerminalsOwnKeysComeFirst() {
    let keys: [[UInt8]: Key] = [
      Array("\u{1B}[7~".utf8): .insert, Array("\u{1}B\r".utf8): .function(3), Array("\u{1B}A".utf8): .up,
    ]
    #expect(events("\u{1B}[7~", keys) == [.key(.insert)])
    #expect(events("\u{1}B\r", keys) == [.key(.function(3))])
    #expect(events("\u{1}x", keys) == [.key(.control("a")), .key(.character("x"))])
    #expect(events("\u{1B}A", keys) == [.key(.up)])
  }

  @Test func paste() {
    #expect(
      events("\u{1B}[200~a\r\nb\rc\u{1B}[A\u{1B}[201~q") == [
        .paste("a\nb\nc\u{1B}[A"), .key(.character("q")),
      ])
    #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    #expect(events("\u{1B}[200~x\u{1B}\u{1B}[201~") == [.paste("x\u{1B}")])
  }

  @Test func aPasteWithoutEndDoesNotSwallowTheKeysForEver() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~lost".utf8)) == [])
    #expect(decoder.expire() == [.paste("lost")])
    #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
  }

  @Test func aHugePasteIsCut() throws {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~".utf8))
    let chunk = Array(repeating: UInt8(ascii: "x"), count: 4096)
    for _ in 0..<400 { #expect(decoder.feed(chunk) == []) }
    guard case .paste(let text) = try #require(decoder.feed(Array("\u{1B}[201~".utf8)).first) else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == PasteCollector.maximumBytes)
  }

  @Test func mouse() {
    let place = Position(row: 6, column: 4)
    #expect(events("\u{1B}[<0;5;7M") == [.mouse(Mouse(.press(button: 1), at: place))])
    #expect(events("\u{1B}[<2;5;7m") == [.mouse(Mouse(.release, at: place))])
    #expect(
      events("\u{1B}[<64;5;7M\u{1B}[<65;5;7M") == [
        .mouse(Mouse(.wheelUp, at: place)), .mouse(Mouse(.wheelDown, at: place)),
      ])
    #expect(events("\u{1B}[M %'") == [.mouse(Mouse(.press(button: 1), at: place))])
    #expect(events("\u{1B}[M#%'") == [.mouse(Mouse(.release, at: place))])
  }

  /// Whatever comes, the decoder neither traps nor waits for ever nor hands out control characters.
  @Test func randomBytes() {
    var state: UInt64 = 42
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let interesting: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x3C, 0x4D, 0x7E, 0x32, 0x30, 0xE6]
      let value = UInt8(truncatingIfNeeded: state >> 33)
      return value % 3 == 0 ? value : interesting[Int(value) % interesting.count]
    }
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      var result: [Event] = []
      for _ in 0..<40 { result += decoder.feed([next()]) }
      result += decoder.expire() + decoder.expire()
      #expect(decoder.patienceMilliseconds == nil)
      for case .key(.character(let character)) in result {
        #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
      }
    }
  }
}
