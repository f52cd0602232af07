/// What takes code off the loop and puts it there, as compiled text.
extension OffLoop {
  func write(to writer: inout CompiledTextWriter) {
    writer.add(list: helpers) { $1.write(to: &$0) }
    writer.add(set: decorators)
    for names in [
      guards.threads, guards.mainThread, guards.loops, guards.running, guards.exceptions,
      guards.coroutineFunctions,
    ] {
      writer.add(set: names)
    }
  }

  init(from reader: inout CompiledTextReader) {
    self.init(
      helpers: reader.list(OffLoopHelper.init(from:)), decorators: reader.set(),
      guards: ThreadGuards(
        threads: reader.set(), mainThread: reader.set(), loops: reader.set(), running: reader.set(),
        exceptions: reader.set(), coroutineFunctions: reader.set()))
  }
}

extension OnLoop {
  func write(to writer: inout CompiledTextWriter) {
    writer.add(list: callbacks) { writer, callback in
      writer.add(callback.name)
      callback.callable.write(to: &writer)
      writer.add(callback.isFromCoroutine ? 1 : 0)
    }
    writer.add(list: decorators) { writer, decorator in
      writer.add(decorator.name)
      writer.add(list: decorator.unless) { $1.write(to: &$0) }
    }
    writer.add(list: methods) { writer, methods in
      writer.add(list: methods.classes)
      writer.add(list: methods.methods)
    }
    writer.add(list: callers) { $1.write(to: &$0) }
    writer.add(list: factories) { $1.write(to: &$0) }
    writer.add(list: constructors) { writer, constructor in
      for texts in [
        constructor.classes, constructor.methods, constructor.decorators, constructor.makers,
      ] {
        writer.add(list: texts)
      }
    }
  }

  init(from reader: inout CompiledTextReader) {
    self.init(
      callbacks: reader.list { reader in
        LoopCallback(
          name: reader.text(), callable: Place(from: &reader), isFromCoroutine: reader.number() == 1)
      },
      decorators: reader.list { reader in
        LoopDecorator(name: reader.text(), unless: reader.list(ArgumentCondition.init(from:)))
      },
      methods: reader.list { reader in LoopMethods(classes: reader.texts(), methods: reader.texts()) },
      callers: reader.list(Caller.init(from:)), factories: reader.list(Caller.init(from:)),
      constructors: reader.list { reader in
        Constructor(
          classes: reader.texts(), methods: reader.texts(), decorators: reader.texts(), makers: reader.texts()
        )
      })
  }
}

extension OnLoop.Place {
  fileprivate func write(to writer: inout CompiledTextWriter) {
    writer.add(position)
    writer.add(keyword)
  }

  fileprivate init(from reader: inout CompiledTextReader) {
    self.init(position: reader.optionalNumber(), keyword: reader.optionalText())
  }
}

extension OnLoop.Caller {
  fileprivate func write(to writer: inout CompiledTextWriter) {
    writer.add(name)
    callable.write(to: &writer)
  }

  fileprivate init(from reader: inout CompiledTextReader) {
    self.init(name: reader.text(), callable: OnLoop.Place(from: &reader))
  }
}
