/// Knowledge as a text that loads at once: what the build makes of checked content, so that a scan need not parse it.
///
/// Each type writes itself and reads itself in the same order.
extension Knowledge {
  public var compiled: String {
    var writer = CompiledTextWriter()
    writer.add(list: kinds.values.sorted { $0.id < $1.id }) { $1.write(to: &$0) }
    writer.add(list: shelf) { $1.write(to: &$0) }
    writer.add(list: perRequestShelf) { $1.write(to: &$0) }
    writer.add(set: startUpWords)
    offLoop.write(to: &writer)
    onLoop.write(to: &writer)
    writer.add(list: frameworks) { $1.write(to: &$0) }
    return writer.text
  }

  init(compiled text: StaticString) {
    var reader = CompiledTextReader(
      Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)))
    self.init(from: &reader)
  }

  init(from reader: inout CompiledTextReader) {
    self.init(
      kinds: Dictionary(uniqueKeysWithValues: reader.list(FindingKind.init(from:)).map { ($0.id, $0) }),
      shelf: reader.list(ShelvedLibrary.init(from:)),
      perRequestShelf: reader.list(ShelvedLibrary.init(from:)),
      startUpWords: reader.set(), offLoop: OffLoop(from: &reader), onLoop: OnLoop(from: &reader),
      frameworks: reader.list(Framework.init(from:)))
  }
}

extension FindingKind {
  fileprivate func write(to writer: inout CompiledTextWriter) {
    for text in [id, title] { writer.add(text) }
    writer.add(severity)
    for text in [blocker, fix, message] { writer.add(text) }
    writer.add(list: noqa)
    writer.add(list: methods)
  }

  fileprivate init(from reader: inout CompiledTextReader) {
    self.init(
      id: reader.text(), title: reader.text(), severity: reader.value(), blocker: reader.text(),
      fix: reader.text(), message: reader.text(), noqa: reader.texts(), methods: reader.texts())
  }
}

extension ShelvedLibrary {
  fileprivate func write(to writer: inout CompiledTextWriter) {
    writer.add(name)
    writer.add(list: roots)
    let rest = writer.trial { library.write(to: &$0) }
    // Its length comes first, so that a reader can pass over it.
    writer.add(rest.reduce(0) { $0 + CompiledTextWriter.length(of: $1) })
    writer.add(trial: rest)
  }

  fileprivate init(from reader: inout CompiledTextReader) {
    let (name, roots, length) = (reader.text(), reader.texts(), reader.number())
    let start = reader
    reader.skip(length)
    self.init(name: name, roots: roots) {
      var reader = start
      return Library(from: &reader)
    }
  }
}

extension Library {
  fileprivate func write(to writer: inout CompiledTextWriter) {
    for text in [name, title, source, tried] { writer.add(text) }
    writer.add(pairs: types)
    writer.add(pairs: aliases)
    writer.add(set: asynchronous)
    writer.add(list: groups(&writer)) { writer, group in
      writer.add(list: group.names)
      writer.add(trial: group.rest)
    }
  }

  /// Calls that stand together and differ in nothing but their names.
  private func groups(_ writer: inout CompiledTextWriter) -> [(names: [String], rest: [Int])] {
    var groups: [(names: [String], rest: [Int])] = []
    for call in calls {
      let rest = writer.trial { call.writeRest(to: &$0) }
      if let last = groups.indices.last, groups[last].rest == rest {
        groups[last].names.append(call.name)
      } else {
        groups.append(([call.name], rest))
      }
    }
    return groups
  }

  fileprivate init(from reader: inout CompiledTextReader) {
    self.init(
      name: reader.text(), title: reader.text(), source: reader.text(), tried: reader.text(),
      types: reader.pairs(), aliases: reader.pairs(), asynchronous: reader.set(),
      calls: reader.list { reader in
        BlockingCall.calls(named: reader.texts(), from: &reader)
      }.flatMap(\.self))
  }
}

extension BlockingCall {
  /// Everything but the name.
  fileprivate func writeRest(to writer: inout CompiledTextWriter) {
    writer.add(kind)
    writer.add(severity.flatMap(Severity.allCases.firstIndex(of:)))
    writer.add(confidence)
    writer.add(replacement)
    writer.add(fix)
    writer.add(list: also)
    writer.add(note)
    writer.add(set: except)
    writer.add(list: unless) { $1.write(to: &$0) }
    writer.add(list: onlyWhen) { $1.write(to: &$0) }
    writer.add(list: ready)
    writer.add(isOnlyKept ? 1 : 0)
    writer.add(list: onlyMadeWith) { $1.write(to: &$0) }
    writer.add(list: unlessMadeWith) { $1.write(to: &$0) }
    writer.add(list: onlyAfter)
  }

  fileprivate static func calls(named names: [String], from reader: inout CompiledTextReader) -> [Self] {
    let kind = reader.text()
    let severity = reader.optionalNumber().map { Severity.allCases[$0] }
    let confidence: Confidence = reader.value()
    let (replacement, fix, also) = (reader.text(), reader.text(), reader.texts())
    let (note, except) = (reader.optionalText(), reader.set())
    let unless = reader.list(ArgumentCondition.init(from:))
    let onlyWhen = reader.list(ArgumentCondition.init(from:))
    let (ready, isOnlyKept) = (reader.texts(), reader.number() == 1)
    let onlyMadeWith = reader.list(ArgumentCondition.init(from:))
    let unlessMadeWith = reader.list(ArgumentCondition.init(from:))
    let onlyAfter = reader.texts()
    return names.map { name in
      BlockingCall(
        name: name, kind: kind, severity: severity, confidence: confidence, replacement: replacement,
        fix: fix,
        also: also, note: note, except: except, unless: unless, onlyWhen: onlyWhen, ready: ready,
        isOnlyKept: isOnlyKept, onlyMadeWith: onlyMadeWith, unlessMadeWith: unlessMadeWith,
        onlyAfter: onlyAfter)
    }
  }
}

extension ArgumentCondition {
  func write(to writer: inout CompiledTextWriter) {
    writer.add(argument)
    writer.add(position)
    writer.add(list: literals)
    writer.add(isNegated ? 1 : 0)
  }

  init(from reader: inout CompiledTextReader) {
    self.init(
      argument: reader.text(), position: reader.optionalNumber(), literals: reader.texts(),
      isNegated: reader.number() == 1)
  }
}

extension OffLoopHelper {
  func write(to writer: inout CompiledTextWriter) {
    writer.add(name)
    writer.add(argument)
    writer.add(keyword)
    writer.add(set: except)
    writer.add(source)
  }

  init(from reader: inout CompiledTextReader) {
    self.init(
      name: reader.text(), argument: reader.optionalNumber(), keyword: reader.optionalText(),
      except: reader.set(), source: reader.text())
  }
}

extension Framework {
  fileprivate func write(to writer: inout CompiledTextWriter) {
    writer.add(id)
    writer.add(title)
    writer.add(list: modules)
    writer.add(list: outranks)
    writer.add(loopOwner)
    writer.add(rule)
    writer.add(syncHandlers)
    writer.add(list: injectors)
    writer.add(list: routes)
    writer.add(debug)
    writer.add(source)
  }

  fileprivate init(from reader: inout CompiledTextReader) {
    self.init(
      id: reader.text(), title: reader.text(), modules: reader.texts(), outranks: reader.texts(),
      loopOwner: reader.text(), rule: reader.text(), syncHandlers: reader.value(), injectors: reader.texts(),
      routes: reader.texts(), debug: reader.text(), source: reader.text())
  }
}
