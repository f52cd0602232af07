import Handbook

/// A traceback or a log that the person gave, and what is known in it.
struct PastedText: Sendable {
  var text: String
  /// Whether it is still being typed.
  var isTyped: Bool
  /// What was recognised; nil while it is being looked at.
  var messages: [RecognisedMessage]?
  /// Which of them is before the person.
  var open = 0

  init(_ text: String = "", isTyped: Bool = false) {
    self.text = text
    self.isTyped = isTyped
  }

  var current: RecognisedMessage? {
    messages.flatMap { $0.indices.contains(open) ? $0[open] : nil }
  }
}

/// A message that the handbook knows, and the line that says it.
public struct RecognisedMessage: Equatable, Sendable {
  public let message: KnownMessage
  public let line: String

  /// Looks through a text; what stands last comes first, since a traceback says last what it is.
  public static func all(in text: String, handbook: Handbook) -> [RecognisedMessage] {
    var found: [RecognisedMessage] = []
    for line in text.split(whereSeparator: \.isNewline).reversed() {
      for message in handbook.messages(in: String(line))
      where !found.contains(where: { $0.message == message }) {
        let shown = line.drop(while: \.isWhitespace).prefix(500)
        found.append(RecognisedMessage(message: message, line: String(shown)))
      }
    }
    return found
  }
}
