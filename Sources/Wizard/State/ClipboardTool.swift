import Report
import Terminal

/// A program that takes a text on its standard input and puts it on a clipboard.
struct ClipboardTool: Equatable, Sendable {
  let executable: String
  let arguments: [String]

  /// Those that can reach a clipboard from here: one of the display's, and the multiplexer's own.
  static func available(
    variable: (String) -> String?, isThere: (String) -> Bool
  ) -> [ClipboardTool] {
    var displays: [ClipboardTool] = []
    #if os(macOS)
      displays.append(ClipboardTool(executable: "pbcopy", arguments: []))
    #endif
    if variable("WAYLAND_DISPLAY") != nil {
      displays.append(ClipboardTool(executable: "wl-copy", arguments: []))
    }
    if variable("DISPLAY") != nil {
      displays.append(ClipboardTool(executable: "xclip", arguments: ["-selection", "clipboard"]))
      displays.append(ClipboardTool(executable: "xsel", arguments: ["--clipboard", "--input"]))
    }
    var tools = displays.first { isThere($0.executable) }.map { [$0] } ?? []
    // As it is set by default, tmux hands nothing on that a program sends; what it was told itself it does.
    if variable("TMUX") != nil, isThere("tmux") {
      tools.append(.tmux)
    }
    return tools
  }

  static let tmux = ClipboardTool(executable: "tmux", arguments: ["load-buffer", "-w", "-"])

  /// What to say after a text was handed on.
  ///
  /// - Parameters:
  ///   - name: what was copied.
  ///   - isSent: whether it was sent to the terminal, which does not say what became of it.
  ///   - worked: the tools that took it.
  static func notice(_ name: String, isSent: Bool, worked: [ClipboardTool], size: Int) -> String {
    if let tool = worked.first { return "Copied \(name) (by \(tool.executable))" }
    if isSent { return "Copied \(name) (handed to the terminal)" }
    return size > longestClipboardText
      ? "Too long for the terminal's clipboard: \(grouped(size)) bytes, at most \(grouped(longestClipboardText))"
      : "This terminal has no clipboard, and neither wl-copy, xclip nor xsel is here"
  }
}
