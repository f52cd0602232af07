import Terminal
import Text
import Testing

@Suite struct KeyNameTests {
  @Test(
    arguments: [
      (.character("q"), "q"), (.character("G"), "G"), (.character("?"), "?"), (.character("-"), "-"),
      (.character("é"), "é"), (.character(" "), "space"), (.enter, "enter"), (.pageDown, "page-down"),
      (.backTab, "back-tab"), (.function(12), "f12"), (.control("l"), "ctrl-l"), (.control("\\"), "ctrl-\\"),
      (.control("@"), "ctrl-space"), (.alternate("x"), "alt-x"), (.alternate("X"), "alt-X"),
      (.alternate(" "), "alt-space"), (.delete, "delete"), (.character("f"), "f"),
    ] as [(Key, String)])
  func roundTrip(_ key: Key, _ name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(
    arguments: [
      ("Enter", .enter), ("RETURN", .enter), ("esc", .escape), ("PageUp", .pageUp), ("shift-tab", .backTab),
      ("ctrl-L", .control("l")), ("ctrl-i", .tab), ("ctrl-m", .enter), ("ctrl-[", .escape),
      ("F1", .function(1)),
    ] as [(String, Key)])
  func otherNames(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    "", "enterr", "ctrl-", "ctrl-ab", "ctrl-é", "alt-", "alt-enter", "f0", "f99", "\u{1B}", " ",
  ])
  func noSuchKey(_ name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func everySpecialKeyHasAName() {
    let keys: [Key] = [
      .enter, .escape, .backspace, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
      .insert, .delete,
    ]
    for key in keys { #expect(Key(name: key.name) == key) }
  }
}
