import CYAML

/// Reads one YAML document.
///
/// Only the plain part of YAML is accepted (mappings, sequences, scalars), which keeps hostile input harmless: no
/// aliases that multiply, no tags, no duplicate keys, at most 64 levels and 16 MiB.
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
    // libyaml keeps a pointer to its input, so the reader owns a copy until `close`.
    bytes = .allocate(capacity: max(source.count, 1))
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
    case documentEnd, streamEnd
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
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
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
    // A reader problem (bytes that are not UTF-8) has an offset, all others a mark.
    if state.error == YAML_READER_ERROR {
      let before = UnsafeRawBufferPointer(bytes).prefix(Int(state.problem_offset))
      let line = before.count { $0 == 0x0A }
      let column = before.reversed().prefix { $0 != 0x0A }.count
      return YAMLFault(at: YAMLPlace(line: line + 1, column: column + 1), "not UTF-8 text, or a control character")
    }
    let problem = state.problem.map { String(cString: $0) } ?? "not YAML"
    let context = state.context.map { String(cString: $0) + ": " } ?? ""
    return YAMLFault(
      at: YAMLPlace(line: state.problem_mark.line + 1, column: state.problem_mark.column + 1), context + problem)
  }

  mutating func document() throws(YAMLFault) -> YAMLNode {
    if isTooLong { throw YAMLFault(at: YAMLPlace(line: 1, column: 1), "longer than 16 MiB") }
    var root: YAMLNode?
    while true {
      let (event, place) = try next()
      switch event {
      case .streamEnd:
        return root ?? YAMLNode(.scalar("", isPlain: true), at: YAMLPlace(line: 1, column: 1))
      case .nothing, .documentEnd: continue
      default:
        if root != nil { throw YAMLFault(at: place, "a second document; one is expected") }
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
        guard seen.insert(key).inserted else { throw YAMLFault(at: keyPlace, "the key “\(key)” stands here twice") }
        let (valueEvent, valuePlace) = try next()
        let value = try node(valueEvent, at: valuePlace, depth: depth + 1)
        entries.append(.init(key: key, keyPlace: keyPlace, value: value))
      }
    default:
      throw YAMLFault(at: place, "not a value")
    }
  }
}
