import Timeline

/// Random answers as flags and files, the same in every run: some right, some wrong in every way that people and scripts
/// get them wrong.
struct AnswerSet {
  var flags: [String] = []
  var files: [String] = []
  /// How many pieces are surely wrong.
  var wrong = 0
  /// Whether a file was damaged at random, so that it may be right or wrong.
  var isUncertain = false

  init(seed: UInt64, graph: Graph) {
    var random = SplitMix(seed)
    var given: [String: String] = [:]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      guard Int.random(in: 0..<8, using: &random) > 0 else {
        flags.append(Self.wrongFlag(graph, &random))
        wrong += 1
        continue
      }
      let (question, value) = Self.answer(graph, &random)
      if let other = given[question], other != value { wrong += 1 } else { given[question] = value }
      flags.append("\(question)=\(value)")
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) { addFile(graph, &random) }
  }

  private static func answer(_ graph: Graph, _ random: inout SplitMix) -> (question: String, value: String) {
    let question = graph.questions[Int.random(in: 0..<graph.questions.count, using: &random)]
    // The first question begins most ways.
    let asked = Bool.random(using: &random) ? graph.questions[0] : question
    return (asked.id, asked.values[Int.random(in: 0..<asked.values.count, using: &random)])
  }

  /// A word with one letter changed, doubled or gone, so that it is none of `known`.
  private static func misspelt(_ word: String, known: [String], _ random: inout SplitMix) -> String {
    var letters = Array(word)
    let place = Int.random(in: 0..<letters.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: letters[place] = "#"
    case 1: letters.insert("é", at: place)
    default: letters.remove(at: place)
    }
    let result = String(letters)
    return known.contains(result) ? result + "~" : result
  }

  private static func wrongFlag(_ graph: Graph, _ random: inout SplitMix) -> String {
    let (question, value) = answer(graph, &random)
    let ids = graph.questions.map(\.id)
    let values = graph.question(question)?.values ?? []
    let noise = String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 1...40, using: &random)).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 1..<0x3000, using: &random))
        }))
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: "\(misspelt(question, known: ids, &random))=\(value)"
    case 1: "\(question)=\(misspelt(value, known: values, &random))"
    case 2: question
    case 3: "=\(value)"
    case 4: "\(question)="
    case 5: "\(question)=\(String(repeating: "x", count: Int.random(in: 100...5000, using: &random)))"
    case 6: "\(question)=\(noise)!"
    default: "-\(noise)"
    }
  }

  private mutating func addFile(_ graph: Graph, _ random: inout SplitMix) {
    var pairs: [(String, String)] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let pair = Self.answer(graph, &random)
      if !pairs.contains(where: { $0.0 == pair.question }) { pairs.append((pair.question, pair.value)) }
    }
    var isWrong = false
    if !pairs.isEmpty, Int.random(in: 0..<6, using: &random) == 0 {
      pairs[0].1 = Self.misspelt(pairs[0].1, known: graph.question(pairs[0].0)?.values ?? [], &random)
      isWrong = true
    }
    var text: String
    if Bool.random(using: &random) {
      text = pairs.map { "\($0): \"\($1)\"\n" }.joined()
    } else {
      text = "session: 1\nsteps:" + (pairs.isEmpty ? " []\n" : "\n")
      let provenances = ["typed", "flag", "file", "default", "evidence"]
      for (question, value) in pairs {
        let word = provenances[Int.random(in: 0..<provenances.count, using: &random)]
        text += "- answer: {\(question): \"\(value)\"}\n  provenance: \(word)\n"
      }
    }
    if Int.random(in: 0..<5, using: &random) == 0, !text.isEmpty {
      isUncertain = true
      var letters = Array(text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let marks: [Unicode.Scalar] = [
          "\n", " ", ":", "{", "}", "[", "\"", "'", "-", "#", "&", "*", "!", "|", "\t", "é",
        ]
        letters[Int.random(in: 0..<letters.count, using: &random)] =
          marks[Int.random(in: 0..<marks.count, using: &random)]
      }
      text = String(String.UnicodeScalarView(letters))
    } else if isWrong {
      wrong += 1
    }
    files.append(text)
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
