import CNcurses
import Testing

@testable import Text

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ｱ", 1), ("Ａ", 2), ("🎉", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2),
    ("क्षि", 3), ("─", 1), ("…", 1), ("\u{E000}", 1), ("\u{301}", 1), ("\u{FFFD}", 1), ("\u{A0}", 1),
    ("\u{1B}", 1), ("\t", 1), ("\u{85}", 8), ("\u{202E}", 8), ("\u{200B}", 8), ("\r\n", 2),
    ("می\u{200C}خواهم", 7), ("a\u{200D}b", 10),
  ])
  func width(_ text: String, _ expected: Int) {
    #expect(text.displayWidth == expected)
  }

  @Test func substringsHaveTheSameWidth() {
    #expect("x日本y".dropFirst().displayWidth == 5)
  }

  #if canImport(Glibc)
    /// The C library decides how ncurses counts; where it knows a character, both must agree.
    @Test func widthsAgreeWithTheLibraryThatDraws() throws {
      let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
      let previous = uselocale(locale)
      defer {
        uselocale(previous)
        freelocale(locale)
      }
      var differences: [String] = []
      for value in UInt32(0x20)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value), !scalar.needsVisibleForm(after: nil) else { continue }
        let theirs = Int(cn_columns(value))
        let ours = columns(of: scalar)
        if theirs > 0 && theirs != ours {
          differences.append("U+\(String(value, radix: 16, uppercase: true)): ours \(ours), theirs \(theirs)")
        }
      }
      #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(40))")
    }
  #endif
}
