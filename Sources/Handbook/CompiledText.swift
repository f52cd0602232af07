/// Writes strings and numbers as one text that is quick to read: each different string once, with its length before it,
/// then the numbers, of which some stand for strings.
struct CompiledTextWriter {
  private var strings: [String] = []
  private var places: [String: Int] = [:]
  private(set) var numbers: [Int] = []

  mutating func add(_ number: Int) {
    precondition(number >= 0, "only natural numbers can be compiled")
    numbers.append(number)
  }

  mutating func add(_ number: Int?) { add(number.map { $0 + 1 } ?? 0) }

  mutating func add(_ text: String) {
    let place = places[text] ?? strings.count
    if place == strings.count {
      places[text] = place
      strings.append(text)
    }
    add(place)
  }

  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add<Value: CaseIterable & Equatable>(_ value: Value) {
    add(Array(Value.allCases).firstIndex(of: value) ?? 0)
  }

  mutating func add<Value>(list: some Collection<Value>, _ write: (inout Self, Value) -> Void) {
    add(list.count)
    for element in list { write(&self, element) }
  }

  mutating func add(list: [String]) { add(list: list) { $0.add($1) } }
  mutating func add(set: Set<String>) { add(list: set.sorted()) }

  mutating func add(pairs: [String: String]) {
    add(list: pairs.sorted { $0.key < $1.key }) { writer, pair in
      writer.add(pair.key)
      writer.add(pair.value)
    }
  }

  /// What one piece of writing adds, as numbers; nothing is added yet.
  mutating func trial(_ write: (inout Self) -> Void) -> [Int] {
    let count = numbers.count
    write(&self)
    let added = Array(numbers[count...])
    numbers.removeLast(added.count)
    return added
  }

  mutating func add(trial: [Int]) { numbers += trial }

  var text: String {
    var text = "\(strings.count) "
    for string in strings { text += "\(string.utf8.count) \(string)" }
    for number in numbers { text += Self.written(number) }
    return text
  }

  private static func written(_ number: Int) -> String { "\(number) " }

  /// How many bytes a number takes.
  static func length(of number: Int) -> Int { written(number).utf8.count }
}

/// Reads what `CompiledTextWriter` has written, in the same order. A text that was not so written is a fault of the build and
/// ends the program.
struct CompiledTextReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0
  /// Where each string begins and ends; they are made when they are asked for.
  private var strings: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let count = number()
    strings.reserveCapacity(count)
    for _ in 0..<count {
      let length = number()
      strings.append(position..<position + length)
      position += length
    }
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() -> Int {
    var number = 0
    while bytes[position] != UInt8(ascii: " ") {
      number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    position += 1
    return number
  }

  mutating func skip(_ length: Int) { position += length }

  mutating func optionalNumber() -> Int? {
    let number = number()
    return number == 0 ? nil : number - 1
  }

  mutating func text() -> String { String(decoding: bytes[strings[number()]], as: UTF8.self) }
  mutating func optionalText() -> String? { number() == 0 ? nil : text() }

  mutating func value<Value: CaseIterable>() -> Value where Value.AllCases == [Value] {
    Value.allCases[number()]
  }

  mutating func list<Value>(_ read: (inout Self) -> Value) -> [Value] {
    let count = number()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(read(&self)) }
    return values
  }

  mutating func texts() -> [String] { list { $0.text() } }
  mutating func set() -> Set<String> { Set(texts()) }

  mutating func pairs() -> [String: String] {
    let count = number()
    var pairs: [String: String] = Dictionary(minimumCapacity: count)
    for _ in 0..<count {
      let key = text()
      pairs[key] = text()
    }
    return pairs
  }
}
