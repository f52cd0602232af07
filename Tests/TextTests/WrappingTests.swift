import Text
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 100, ["one two three"]),
    ("one  two", 3, ["one", "two"]),
    ("a\n\nb", 5, ["a", "", "b"]),
    ("a\r\nb", 5, ["a", "b"]),
    ("  indented text here", 12, ["  indented", "text here"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("see app/services/client.py now", 14, ["see", "app/services/", "client.py now"]),
    ("well-known --no-input", 8, ["well-", "known", "--no-", "input"]),
    ("日本語のテスト", 6, ["日本語", "のテス", "ト"]),
    ("日本。語", 5, ["日", "本。", "語"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("日", 1, ["日"]),
    ("ab", 0, ["a", "b"]),
    ("   ", 2, [""]),
  ])
  func wraps(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(text.wrapped(width: width) == expected)
  }

  @Test func theBeginningGivesWay() {
    let spans = [Span("ab"), Span("日本", Style(.red)), Span("cd")]
    #expect(spans.dropFirst(columns: 0) == spans)
    #expect(spans.dropFirst(columns: 1) == [Span("…b"), Span("日本", Style(.red)), Span("cd")])
    // Half a wide character is none.
    #expect(spans.dropFirst(columns: 3) == [Span("…本", Style(.red)), Span("cd")])
    #expect(spans.dropFirst(columns: 6, ellipsis: "...") == [Span("...cd")])
    #expect(spans.dropFirst(columns: 99) == [])
  }

  @Test func continuationsHang() {
    #expect("- one two three".wrapped(width: 9, hangingIndent: 2) == ["- one two", "  three"])
  }

  @Test func aNameInItsOwnStyleKeepsItsHyphens() {
    let spans = [Span("see well-known ("), Span("different-loop", Style(.cyan)), Span(")")]
    #expect(
      spans.wrapped(width: 20) == [
        [Span("see well-known")], [Span("("), Span("different-loop", Style(.cyan)), Span(")")],
      ])
    #expect(spans.wrapped(width: 12).map(\.text) == ["see well-", "known", "(different-", "loop)"])
  }

  @Test func stylesSurviveTheBreak() {
    let spans = [Span("call "), Span("requests get", Style(.red)), Span(" now")]
    #expect(
      spans.wrapped(width: 13) == [
        [Span("call "), Span("requests", Style(.red))], [Span("get", Style(.red)), Span(" now")],
      ])
  }

  @Test func noLineIsWiderThanAsked() {
    let text =
      "Die Schleife (日本語 のループ) steht—weil requests.get(\"https://example.org/a/b?c=d\") wartet 👍🏽 well-known"
    for width in 2...40 {
      for line in text.wrapped(width: width, hangingIndent: 2) {
        #expect(line.displayWidth <= width, "\(width): \(line)")
      }
      let joined = text.wrapped(width: width).joined().filter { $0 != " " }
      #expect(joined == text.filter { $0 != " " })
    }
  }

  @Test func truncation() {
    #expect("abcdef".truncated(to: 6) == "abcdef")
    #expect("abcdef".truncated(to: 4) == "abc…")
    #expect("abcdefgh".truncated(to: 5, at: .start) == "…efgh")
    #expect("abcdefgh".truncated(to: 5, at: .middle) == "ab…gh")
    #expect("日本語".truncated(to: 4) == "日…")
    #expect("日本語".truncated(to: 5, at: .start) == "…本語")
    #expect("abcdef".truncated(to: 5, ellipsis: "...") == "ab...")
    #expect("abcdef".truncated(to: 2, ellipsis: "...") == "..")
    #expect("abcdef".truncated(to: 1) == "…")
    #expect("abcdef".truncated(to: 0) == "")
  }

  @Test func padding() {
    #expect("日".padded(to: 4) == "日  ")
    #expect("7".paddedAtStart(to: 3) == "  7")
    #expect("long".padded(to: 2) == "long")
  }

  @Test func spansAreTruncatedAsOne() {
    let spans = [Span("abc"), Span("def", Style(.red))]
    #expect(spans.truncated(to: 5) == [Span("abc"), Span("d…", Style(.red))])
    #expect(spans.truncated(to: 6) == spans)
    #expect(spans.truncated(to: 4).text == "abc…")
  }
}
