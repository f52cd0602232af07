import CYAML

/// Reads one YAML document.
///
/// Only the plain part of YAML is accepted (mappings, sequences, scalars), which keeps hostile input harmless: no
/// aliases that multiply, no tags, no duplicate keys, at most 64 levels of nesting and 16 MiB.
/// - Throws: `YAMLFault` for the first thing that is not so. An empty text is a null scalar.
public func parseYAML(_ bytes: [UInt8]) throws(YAMLFault) -> YAMLNode {
  var reader = EventReader(bytes)
  defer { reader.close() }
  return try reader.document()
}

private struct EventReader {
  static let deepest = 64
  static let longest = 16 << 20

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isTooLong: Bool

  init(_ source: [UInt8]) {
    // A byte order mark would count as the first column.
    let source = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...]
    // libyaml keeps a pointer to its input, so the reader owns a copy until `close`.
    bytes = .allocate(capacity: source.count)
    _ = bytes.initialize(from: source)
    isTooLong = source.count > Self.longest
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, source.count)
  }

  func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  private enum Event {
    case nothing
    case scalar(String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case documentStart, documentEnd, streamEnd
  }

  private mutating func next() throws(YAMLFault) -> (Event, YAMLPlace) {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) != 0 else { throw parserFault() }
    defer { yaml_event_delete(&event) }
    let place = YAMLPlace(line: event.start_mark.line + 1, column: event.start_mark.column + 1)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, at: place)
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return (.scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), place)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: place)
      return (.sequenceStart, place)
    case YAML_MAPPING_START_EVENT:
      try refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: place)
      return (.mappingStart, place)
    case YAML_ALIAS_EVENT:
      throw YAMLFault(at: place, "aliases are not read here; write the value out")
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, place)
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, place)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, place)
    case YAML_DOCUMENT_END_EVENT: return (.documentEnd, place)
    case YAML_STREAM_END_EVENT: return (.streamEnd, place)
    default: return (.nothing, place)
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at place: YAMLPlace
  ) throws(YAMLFault) {
    if anchor != nil { throw YAMLFault(at: place, "anchors are not read here; write the value out") }
    if tag != nil { throw YAMLFault(at: place, "tags are not read here; leave it out") }
  }

  private func parserFault() -> YAMLFault {
    let state = parser.pointee
    // A reader problem (bytes that are no text) has an offset, all others a mark.
    if state.error == YAML_READER_ERROR {
      let problem = state.problem.map { String(cString: $0) } ?? ""
      let isControl = problem.contains("control characters")
      let place = place(
        ofByte: isControl ? Int(state.problem_offset) : beginning(ofByte: Int(state.problem_offset)))
      return YAMLFault(
        at: place, isControl ? "the control character U+" + paddedHex(state.problem_value) : "not UTF-8 text")
    }
    let problem = state.problem.map { String(cString: $0) } ?? "not YAML"
    let context = state.context.map { String(cString: $0) + ": " } ?? ""
    // To libyaml the end stands on a line of its own, even without a line feed before it.
    let end = place(ofByte: bytes.count)
    let place = YAMLPlace(line: state.problem_mark.line + 1, column: state.problem_mark.column + 1)
    return YAMLFault(at: min(place, end), context + problem)
  }

  /// libyaml tells the byte that does not continue a character; what is wrong begins with that character.
  private func beginning(ofByte offset: Int) -> Int {
    var lead = offset - 1
    while lead >= 0, offset - lead < 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    guard lead >= 0 else { return offset }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : bytes[lead] >= 0xC0 ? 2 : 1
    return length > offset - lead ? lead : offset
  }

  private func place(ofByte offset: Int) -> YAMLPlace {
    let before = bytes.prefix(offset)
    let column = before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 }
    return YAMLPlace(line: before.count { $0 == 0x0A } + 1, column: column + 1)
  }

  private func paddedHex(_ value: Int32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  mutating func document() throws(YAMLFault) -> YAMLNode {
    if isTooLong { throw YAMLFault(at: YAMLPlace(line: 1, column: 1), "longer than 16 MiB") }
    var root: YAMLNode?
    while true {
      let (event, place) = try next()
      switch event {
      case .streamEnd:
        return root ?? YAMLNode(.scalar("", isPlain: true), at: YAMLPlace(line: 1, column: 1))
      case .documentStart where root != nil:
        throw YAMLFault(at: place, "a second document; one is expected")
      case .nothing, .documentStart, .documentEnd: continue
      default:
        root = try node(event, at: place, depth: 0)
      }
    }
  }

  private mutating func node(_ event: Event, at place: YAMLPlace, depth: Int) throws(YAMLFault) -> YAMLNode {
    if depth > Self.deepest { throw YAMLFault(at: place, "nested more than \(Self.deepest) levels deep") }
    switch event {
    case .scalar(let text, let isPlain):
      return YAMLNode(.scalar(text, isPlain: isPlain), at: place)
    case .sequenceStart:
      var elements: [YAMLNode] = []
      while true {
        let (inner, innerPlace) = try next()
        if case .sequenceEnd = inner { return YAMLNode(.sequence(elements), at: place) }
        elements.append(try node(inner, at: innerPlace, depth: depth + 1))
      }
    case .mappingStart:
      var entries: [YAMLNode.Entry] = []
      var seen: Set<String> = []
      while true {
        let (inner, keyPlace) = try next()
        if case .mappingEnd = inner { return YAMLNode(.mapping(entries), at: place) }
        guard case .scalar(let key, _) = inner else { throw YAMLFault(at: keyPlace, "a key must be a word") }
        guard seen.insert(key).inserted else {
          throw YAMLFault(at: keyPlace, "the key “\(key)” stands here twice")
        }
        let (valueEvent, valuePlace) = try next()
        let value = try node(valueEvent, at: valuePlace, depth: depth + 1)
        entries.append(.init(key: key, keyPlace: keyPlace, value: value))
      }
    default:
      throw YAMLFault(at: place, "not a value")
    }
  }
}
