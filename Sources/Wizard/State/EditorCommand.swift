import Terminal

/// How an editor is started at a line of a file.
struct EditorCommand: Equatable, Sendable {
  let executable: String
  let arguments: [String]
  /// The editor's own name, for words to the person.
  private let name: String
  /// Whether it opens a window of its own, so that the terminal stays ours.
  let hasOwnWindow: Bool

  /// - Parameter words: the editor with the arguments that the person gave it.
  init?(_ words: [String], path: String, line: Int) {
    let isAssigned = words.first.map(Self.isAssignment) ?? false
    // As a shell would do it.
    let words = isAssigned ? ["env"] + words : words
    guard let executable = words.first, !executable.isEmpty else { return nil }
    self.executable = executable
    guard let editor = Self.editor(in: words) else { return nil }
    name = editor.split(separator: "/").last.map(String.init) ?? editor
    // What begins with a sign would be taken for an option.
    let file = path.hasPrefix("-") || path.hasPrefix("+") ? "./" + path : path
    let family = Self.family(of: editor)
    arguments = words.dropFirst() + (Self.forms[family]?(file, line) ?? [file])
    hasOwnWindow = Self.withWindows.contains(family)
  }

  /// The word that names the editor: `env`, its options and what it sets stand before it. nil where none does.
  private static func editor(in words: [String]) -> String? {
    guard words.first?.split(separator: "/").last == "env" else { return words.first }
    var rest = words.dropFirst()
    while let word = rest.first, word.hasPrefix("-") || isAssignment(word) {
      rest = rest.dropFirst(["-u", "-C", "--unset", "--chdir"].contains(word) ? 2 : 1)
    }
    return rest.first
  }

  /// `NAME=value`.
  private static func isAssignment(_ word: String) -> Bool {
    guard let name = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).first,
      name.count < word.count, let first = name.utf8.first
    else { return false }
    func isNameByte(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        || (byte >= 0x30 && byte <= 0x39)
    }
    return name.utf8.allSatisfy(isNameByte) && !(0x30...0x39).contains(first)
  }

  /// `/usr/bin/vim.basic` is a vim, `emacs-29.1` an emacs.
  private static func family(of executable: String) -> String {
    let name = executable.split(separator: "/").last.map(String.init) ?? executable
    let stem = name.prefix { $0 != "." }.lowercased()
    if forms[stem] != nil { return stem }
    let bare = stem.reversed().drop { $0.isNumber || $0 == "-" }.reversed()
    return String(bare)
  }

  private typealias Form = @Sendable (_ path: String, _ line: Int) -> [String]

  private static let plus: Form = { ["+\($1)", $0] }
  private static let colon: Form = { ["\($0):\($1)"] }
  private static let goto: Form = { ["--goto", "\($0):\($1)"] }
  private static let long: Form = { ["--line", "\($1)", $0] }

  private static let forms: [String: Form] = {
    var forms: [String: Form] = [:]
    for name in [
      "vi", "vim", "nvim", "view", "vimx", "ex", "elvis", "vile", "gvim", "mvim", "neovide", "nano", "pico",
      "emacs", "emacsclient", "mg", "zile", "jmacs", "joe", "ne", "jed", "kak", "micro", "mcedit", "gedit",
      "gnome-text-editor", "xed", "pluma", "geany", "mousepad",
    ] { forms[name] = plus }
    for name in ["hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce"] { forms[name] = colon }
    for name in ["code", "code-insiders", "code-oss", "codium", "vscodium", "cursor", "windsurf", "positron"]
    {
      forms[name] = goto
    }
    for name in ["kate", "kwrite", "pycharm", "pycharm-community", "pycharm-professional", "charm", "idea"] {
      forms[name] = long
    }
    forms["mate"] = { ["-l", "\($1)", $0] }
    forms["jed"] = { [$0, "-g", "\($1)"] }
    return forms
  }()

  private static let withWindows: Set<String> = [
    "gvim", "mvim", "neovide", "gedit", "gnome-text-editor", "xed", "pluma", "geany", "mousepad", "subl",
    "sublime_text", "zed", "zeditor", "lapce", "code", "code-insiders", "code-oss", "codium", "vscodium",
    "cursor", "windsurf", "positron", "kate", "kwrite", "pycharm", "pycharm-community",
    "pycharm-professional", "charm", "idea", "mate",
  ]

  /// What to say below its own last words; nil when it ended well, and they can go.
  func farewell(_ status: ChildStatus) -> String? {
    status.isSuccess ? nil : notice(.success(status)) + "; press Enter to come back"
  }

  /// What to say when it is closed again, or did not open.
  func notice(_ outcome: Result<ChildStatus, ScreenError>) -> String {
    switch outcome {
    case .success(.exited(0)): return hasOwnWindow ? "Opened in \(name)" : "Back from \(name); r scans again"
    case .success(.exited(let status)): return "\(name) ended with status \(status)"
    case .success(.signaled(let signal)): return "\(name) was ended by signal \(signal)"
    case .failure(let error): return "\(error)"
    }
  }

  // MARK: Which editor

  /// Why no editor can be opened, in words for the person.
  struct Problem: Error, Equatable, Sendable { let message: String }

  /// The editor that the person wants, else one that is there.
  ///
  /// - Parameters:
  ///   - variable: the value of an environment variable, nil when it is unset or empty.
  ///   - isThere: whether a program of that name can be run.
  static func chosen(
    path: String, line: Int, variable: (String) -> String?, isThere: (String) -> Bool
  ) throws(Problem) -> EditorCommand {
    for name in ["VISUAL", "EDITOR"] {
      guard let value = variable(name) else { continue }
      guard let words = shellWords(value) else {
        throw Problem(message: "\(name) has a quote without its other half: \(value)")
      }
      guard let command = EditorCommand(words, path: path, line: line) else { continue }
      guard isThere(command.executable) else {
        throw Problem(
          message: "\(name) names “\(command.executable)”, which is not there; set it to your editor")
      }
      return command
    }
    for name in ["vi", "nano"] where isThere(name) {
      if let command = EditorCommand([name], path: path, line: line) { return command }
    }
    throw Problem(message: "No editor found: set VISUAL or EDITOR to yours")
  }
}

/// A text split into words as a shell does it: at blanks, but for what is quoted or follows a backslash. Nothing in it
/// is run or replaced. nil when a quote is not closed.
func shellWords(_ text: String) -> [String]? {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var characters = text.makeIterator()
  while let character = characters.next() {
    if let open = quote {
      if character == open {
        quote = nil
      } else if character == "\\", open == "\"" {
        guard let next = characters.next() else { return nil }
        word = (word ?? "") + ("\"\\$`".contains(next) ? "" : "\\") + String(next)
      } else {
        word = (word ?? "") + String(character)
      }
    } else if character == "'" || character == "\"" {
      quote = character
      word = word ?? ""
    } else if character == "\\" {
      guard let next = characters.next() else { return nil }
      word = (word ?? "") + String(next)
    } else if character.isWhitespace {
      if let done = word { words.append(done) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if quote != nil { return nil }
  return words + (word.map { [$0] } ?? [])
}
