import ArgumentParser
import Report
import Text

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// The two streams: data to standard output, everything else to standard error.
enum Output {
  static func write(_ text: String) { send(text, to: STDOUT_FILENO) }
  static func complain(_ text: String) { send(text, to: STDERR_FILENO) }

  /// Whether the report being made goes into a file, whatever standard output is.
  @TaskLocal static var isFile = false

  /// Writes a piece of a text that ends with a whole character.
  static func write(_ bytes: [UInt8]) {
    guard isUTF8 || !isTerminal(STDOUT_FILENO) else { return write(String(decoding: bytes, as: UTF8.self)) }
    bytes.withUnsafeBytes { send($0, to: STDOUT_FILENO) }
  }

  private static func send(_ text: String, to descriptor: Int32) {
    var text = isUTF8 || !isTerminal(descriptor) ? text : text.asASCII
    text.withUTF8 { send(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #else
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal that standard output is; 100 elsewhere.
  static var width: Int {
    var size = winsize()
    guard !isFile, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Whether the locale's text is UTF-8.
  static var isUTF8: Bool {
    let locale = [variable("LC_ALL"), variable("LC_CTYPE"), variable("LANG")].compactMap(\.self).first {
      !$0.isEmpty
    }
    let name = (locale ?? "").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  static func isColored(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      !isFile && isTerminal(STDOUT_FILENO) && (variable("NO_COLOR") ?? "").isEmpty
        && variable("TERM") != "dumb"
    }
  }

  static func style(_ choice: ColorChoice) -> (ReportStyle, LineWriter) {
    let isColored = isColored(choice)
    // Into a file or pipe nobody asked for anything but UTF-8; a terminal must be able to show it.
    let glyphs: Glyphs = isFile || isUTF8 || !isTerminal(STDOUT_FILENO) ? .unicode : .ascii
    let style = ReportStyle(
      theme: isColored ? .colour : .monochrome, glyphs: glyphs, width: min(width, 120), quotesCode: !isColored
    )
    return (style, LineWriter(isStyled: isColored))
  }
}
