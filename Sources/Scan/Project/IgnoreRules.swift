/// The patterns of one `.gitignore` or `.ignore` file, for the folder it lies in and all below.
struct IgnoreRules: Sendable {
  private struct Rule: Sendable {
    let pattern: [UInt8]
    let isNegated: Bool
    let isForFolders: Bool
    /// Whether it holds for the path from the file's folder, not for a name at any depth.
    let isAnchored: Bool
  }

  private let rules: [Rule]
  /// The folder the file lies in, relative to the root of the walk, with a final slash unless empty.
  private let folder: String

  /// - Parameter folder: relative to the root of the walk; empty for the root itself.
  init(_ text: String, in folder: String) {
    self.folder = folder.isEmpty ? "" : folder + "/"
    rules = text.split(whereSeparator: \.isNewline).compactMap { line in
      var line = Substring(line)
      while line.last == " ", !line.hasSuffix("\\ ") { line.removeLast() }
      guard !line.isEmpty, line.first != "#" else { return nil }
      let isNegated = line.first == "!"
      if isNegated { line.removeFirst() }
      let isForFolders = line.last == "/"
      if isForFolders { line.removeLast() }
      let isAnchored = line.contains("/")
      if line.first == "/" { line.removeFirst() }
      guard !line.isEmpty else { return nil }
      return Rule(
        pattern: Array(line.utf8), isNegated: isNegated, isForFolders: isForFolders, isAnchored: isAnchored)
    }
  }

  /// Whether the last rule that matches ignores or keeps a path; nil when none matches.
  /// - Parameter path: relative to the root of the walk.
  func verdict(on path: String, isFolder: Bool) -> Bool? {
    guard path.hasPrefix(folder) else { return nil }
    let relative = Array(path.utf8.dropFirst(folder.utf8.count))
    let name = Array(relative[(relative.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
    for rule in rules.reversed() where isFolder || !rule.isForFolders {
      if matches(rule.pattern[...], (rule.isAnchored ? relative : name)[...]) { return !rule.isNegated }
    }
    return nil
  }
}

/// Whether a text matches a pattern of `*`, `**`, `?`, `[…]` and `\`, as git understands them.
func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
  // Where to take up again when a star has to swallow one byte more: the pattern after it, the text after what it has.
  var retry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
  var deepRetry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
  var pattern = pattern
  var text = text
  let slash = UInt8(ascii: "/")
  while true {
    if pattern.starts(with: [UInt8(ascii: "*"), UInt8(ascii: "*")]) {
      pattern = pattern.drop { $0 == UInt8(ascii: "*") }
      // `a/**/b` also means `a/b`.
      if pattern.first == slash { pattern = pattern.dropFirst() }
      deepRetry = (pattern, text)
      retry = nil
      if pattern.isEmpty { return true }
      continue
    }
    if pattern.first == UInt8(ascii: "*") {
      pattern = pattern.dropFirst()
      retry = (pattern, text)
      continue
    }
    if text.isEmpty && pattern.isEmpty { return true }
    if let step = oneByte(pattern, text) {
      (pattern, text) = step
      continue
    }
    if let (again, from) = retry, let byte = from.first, byte != slash {
      (pattern, text) = (again, from.dropFirst())
      retry = (again, text)
    } else if let (again, from) = deepRetry, !from.isEmpty {
      (pattern, text) = (again, from.dropFirst())
      deepRetry = (again, text)
      retry = nil
    } else {
      return false
    }
  }
}

/// What is left after one byte of the text matched one item of the pattern; nil when it does not.
private func oneByte(
  _ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>
) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
  guard let item = pattern.first, let byte = text.first else { return nil }
  switch item {
  case UInt8(ascii: "?"):
    return byte == UInt8(ascii: "/") ? nil : (pattern.dropFirst(), text.dropFirst())
  case UInt8(ascii: "["):
    guard let (isIn, rest) = characterClass(pattern.dropFirst(), byte), isIn else { return nil }
    return (rest, text.dropFirst())
  case UInt8(ascii: "\\") where pattern.count > 1:
    let literal = pattern[pattern.startIndex + 1]
    return literal == byte ? (pattern.dropFirst(2), text.dropFirst()) : nil
  default:
    return item == byte ? (pattern.dropFirst(), text.dropFirst()) : nil
  }
}

/// Whether a byte is in a class such as `a-z]` or `!0-9]`, and what follows the class; nil when it is never closed.
private func characterClass(_ pattern: ArraySlice<UInt8>, _ byte: UInt8) -> (Bool, ArraySlice<UInt8>)? {
  var rest = pattern
  let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
  if isNegated { rest = rest.dropFirst() }
  var isIn = false
  var isFirst = true
  while let low = rest.first {
    if low == UInt8(ascii: "]"), !isFirst { return (isIn != isNegated, rest.dropFirst()) }
    isFirst = false
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-"), rest.count > 1, rest[rest.startIndex + 1] != UInt8(ascii: "]") {
      if low <= byte && byte <= rest[rest.startIndex + 1] { isIn = true }
      rest = rest.dropFirst(2)
    } else if low == byte {
      isIn = true
    }
  }
  return nil
}
