import CNcurses

/// The sequences that the open terminal's description gives for its keys.
func terminalKeys() -> [[UInt8]: Key] {
  var keys: [String: Key] = [
    "kcuu1": .up, "kcud1": .down, "kcub1": .left, "kcuf1": .right, "khome": .home, "kend": .end,
    "kpp": .pageUp, "knp": .pageDown, "kich1": .insert, "kdch1": .delete, "kcbt": .backTab, "kbs": .backspace,
    "kent": .enter,
  ]
  for number in 1...20 { keys["kf\(number)"] = .function(number) }
  var result: [[UInt8]: Key] = [:]
  for (capability, key) in keys {
    guard let sequence = cn_key_sequence(capability) else { continue }
    result[Array(String(cString: sequence).utf8)] = key
  }
  return result
}

/// A terminal like the one asked for which the system knows; for the error message.
func similarTerminal(to name: String, exists: (String) -> Bool) -> String? {
  var candidates: [String] = []
  var rest = name[...]
  while let end = rest.lastIndex(where: { $0 == "-" || $0 == "." || $0 == "+" }) {
    rest = rest[..<end]
    candidates.append(String(rest))
  }
  if name.hasPrefix("tmux") || name.hasPrefix("screen") { candidates += ["screen-256color", "screen"] }
  candidates += ["xterm-256color", "xterm", "vt100", "ansi"]
  return candidates.first(where: exists)
}
