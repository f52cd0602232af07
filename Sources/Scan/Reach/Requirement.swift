/// What has to hold for a part of a function to run.
struct Requirement: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    /// By its place.
    case parameter(Int)
    /// `keywords.get("name", default)` of a parameter `**keywords`; the default as written.
    case keyword(String, default: String)
    /// The object that a method is called on.
    case receiver
    /// What the function returns.
    case result
  }

  enum Test: Hashable, Sendable {
    case isTrue, isFalse, isNone, isNotNone
    /// A string.
    case equals(String), differs(String), begins(String), beginsOtherwise(String), holds(String), lacks(
      String)
    /// Its constructor has not set all its attributes.
    case isUnfinished
    /// Nobody awaits it.
    case isNotAwaited
    /// It is an object of this class, or of one below.
    case isOf(ClassReference)
  }

  let subject: Subject
  let test: Test

  static let unfinished = Requirement(subject: .receiver, test: .isUnfinished)
  static let notAwaited = Requirement(subject: .result, test: .isNotAwaited)

  /// Whether both cannot hold of one value.
  private func excludes(_ other: Requirement) -> Bool {
    guard subject == other.subject else { return false }
    switch (test, other.test) {
    case (.isTrue, .isFalse), (.isTrue, .isNone), (.isNone, .isNotNone), (.isNone, .equals): return true
    case (.equals(let text), .equals(let otherText)): return Given.Meaning.same(text, otherText) == false
    case (.equals(let text), .differs(let otherText)): return text == otherText
    default: return false
    }
  }

  /// Whether one of some requirements rules out one of others.
  static func isContradiction(_ left: [Requirement], _ right: [Requirement]) -> Bool {
    left.contains { one in right.contains { one.excludes($0) || $0.excludes(one) } }
  }
}

/// What a call is known to give for a parameter that decides what its function does.
struct Given: Sendable {
  enum Meaning: Sendable {
    /// A value of which this much is known.
    case value(isTrue: Bool?, isNone: Bool?, text: String? = nil)
    /// What the calling function itself was given for a parameter of its own.
    case handedOn(Requirement.Subject)
    /// Of a result: it is awaited.
    case awaited
  }

  /// What a method is called on.
  enum Receiver: Sendable {
    /// Nothing that is known, or an object that is being made.
    case open
    /// The object that the calling method was called on itself.
    case same
    /// An object that was made before.
    case finished
  }

  let subject: Requirement.Subject
  let meaning: Meaning
}

extension Given.Meaning {
  /// Whether a value passes a test, as far as that is known.
  fileprivate func passes(_ test: Requirement.Test) -> Bool? {
    if case .awaited = self, test == .isNotAwaited { return false }
    guard case .value(let isTrue, let isNone, let text) = self else { return nil }
    switch test {
    case .isTrue: return isTrue
    case .isFalse: return isTrue.map { !$0 }
    case .isNone: return isNone
    case .isNotNone: return isNone.map { !$0 }
    case .equals(let wanted): return isNone == true ? false : text.flatMap { Self.same($0, wanted) }
    case .differs(let other): return isNone == true ? true : text.flatMap { Self.same($0, other) }.map { !$0 }
    case .begins(let start): return text.map { $0.hasPrefix(start) }
    case .beginsOtherwise(let start): return text.map { !$0.hasPrefix(start) }
    case .holds(let part): return text.map { Self.holds($0, part) }
    case .lacks(let part): return text.map { !Self.holds($0, part) }
    case .isUnfinished, .isNotAwaited, .isOf: return nil
    }
  }

  /// A member of an enumeration may equal a string; whether it does, is not known.
  fileprivate static func same(_ text: String, _ other: String) -> Bool? {
    Nature.isMember(text) == Nature.isMember(other) ? text == other : nil
  }

  private static func holds(_ text: String, _ part: String) -> Bool {
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) { return true }
      rest = rest.dropFirst()
    }
    return part.isEmpty
  }
}

/// What has to hold of a calling function for a call in it to lead on.
struct Lifted {
  var requirements: [Requirement] = []
  /// The conditions that the call meets for sure.
  var met = 0

  /// nil: nothing helps, the call never gets there.
  init?(_ requirements: [Requirement], through given: [Given], on receiver: Given.Receiver) {
    for requirement in requirements {
      if requirement.subject == .receiver {
        switch receiver {
        case .open: continue
        case .same: self.requirements.append(requirement)
        case .finished:
          if requirement.test == .isUnfinished { return nil }
        }
        continue
      }
      guard let meaning = given.first(where: { $0.subject == requirement.subject })?.meaning else { continue }
      if case .handedOn(let subject) = meaning {
        self.requirements.append(Requirement(subject: subject, test: requirement.test))
        continue
      }
      switch meaning.passes(requirement.test) {
      case true: met += 1
      case false: return nil
      case nil: continue
      }
    }
  }
}
