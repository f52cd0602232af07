import YAML

/// Reads `labs/`: `NAME.yaml` with `NAME/broken/…` and `NAME/solved/…`, and the files that all of them share.
struct LabLoader {
  /// What a learner gets three of, from a nudge to the answer.
  static let hintCount = 3
  /// The service begins here.
  static let entry = "main.py"

  private(set) var labs: [Lab] = []
  private(set) var logs: [FaultLog] = []

  /// - Parameter files: all of the content.
  init(_ files: [ContentFile]) {
    let parts = files.compactMap { file -> (parts: [String], file: ContentFile)? in
      let parts = file.path.split(separator: "/", maxSplits: 3).map(String.init)
      return parts.first == "labs" && parts.count > 1 ? (Array(parts.dropFirst()), file) : nil
    }
    var shared: [String: String] = [:]
    var broken: [String: [String: String]] = [:]
    var solved: [String: [String: String]] = [:]
    var heads: [ContentFile] = []
    for (parts, file) in parts {
      if parts.count == 1, file.path.hasSuffix(".yaml") {
        heads.append(file)
        continue
      }
      guard let text = file.text else {
        report(file, "this is not UTF-8", remedy: "save it as UTF-8")
        continue
      }
      switch (parts.count, parts.count == 3 ? parts[1] : "") {
      case (1, _): shared[parts[0]] = text
      case (3, "broken"): broken[parts[0], default: [:]][parts[2]] = text
      case (3, "solved"): solved[parts[0], default: [:]][parts[2]] = text
      default: report(file, "nothing reads this file", remedy: "put it into broken/ or solved/ of its lab")
      }
    }
    let names = Set(heads.map(\.stem))
    for (parts, file) in parts where parts.count == 3 && !names.contains(parts[0]) {
      report(file, "there is no labs/\(parts[0]).yaml", remedy: "add it")
    }
    for head in heads {
      let log = FaultLog(file: head.path)
      logs.append(log)
      do throws(YAMLFault) {
        let node = try parseYAML(head.bytes)
        let service = (broken[head.stem] ?? [:]).merging(shared) { own, _ in own }
        if let lab = Self.lab(head.stem, node, log, service, solution: solved[head.stem] ?? [:]) {
          labs.append(lab)
        }
      } catch {
        log.add(error.message, at: error.place, remedy: "mend the YAML", code: .yaml)
      }
    }
  }

  private mutating func report(_ file: ContentFile, _ message: String, remedy: String) {
    let log = FaultLog(file: file.path)
    log.add(message, at: YAMLPlace(line: 1, column: 1), remedy: remedy, code: .lab)
    logs.append(log)
  }

  private static func lab(
    _ name: String, _ node: YAMLNode, _ log: FaultLog, _ files: [String: String], solution: [String: String]
  ) -> Lab? {
    let keys = [
      "title", "summary", "fix", "needs", "raises", "goal", "fault", "keeps", "hints", "points",
    ]
    guard let fields = Fields(node, keys: keys, log: log) else { return nil }
    if files[entry] == nil {
      log.add("labs/\(name)/broken/\(entry) is missing", at: fields.place, remedy: "add it", code: .lab)
    }
    if solution.isEmpty {
      log.add(
        "labs/\(name)/solved/ is missing", at: fields.place, remedy: "add the files that change", code: .lab)
    }
    let hints = fields.someTexts("hints").map(\.text)
    if !hints.isEmpty, hints.count != hintCount {
      log.add(
        "there are \(hints.count) hints", at: fields.placeOf("hints"),
        remedy: "write \(hintCount), from a nudge to the answer", code: .lab)
    }
    if fields.elements("keeps").isEmpty { fields.logMissing("keeps") }
    return Lab(
      name: name, title: fields.text("title"), summary: fields.text("summary"),
      fix: fields.reference("fix", to: .article), goal: fields.text("goal"),
      needs: fields.texts("needs").map(\.text), raises: fields.optionalText("raises") ?? "",
      fault: fault(fields, files), keeps: fields.elements("keeps").compactMap { keep($0, log) },
      hints: hints, points: fields.someTexts("points").map(\.text), files: files, solution: solution)
  }

  private static func fault(_ fields: Fields, _ files: [String: String]) -> Lab.Fault {
    guard let node = fields.node["fault"], fields.has("fault"),
      let inner = Fields(node, keys: ["kind", "file", "line"], log: fields.log)
    else {
      if !fields.has("fault") { fields.logMissing("fault") }
      return Lab.Fault(kind: "", file: "", line: 0)
    }
    let fault = Lab.Fault(
      kind: inner.reference("kind", to: .kind), file: inner.text("file"), line: inner.number("line"))
    if let text = files[fault.file] {
      if !(1...text.lines.count).contains(fault.line) {
        fields.log.add(
          "\(fault.file) has no line \(fault.line)", at: inner.placeOf("line"),
          remedy: "name the line of the blocking call", code: .lab)
      }
    } else if !fault.file.isEmpty {
      fields.log.add(
        "the lab has no file “\(fault.file)”", at: inner.placeOf("file"),
        remedy: "the files are " + files.keys.sorted().joined(separator: ", "), code: .lab)
    }
    return fault
  }

  private static func keep(_ node: YAMLNode, _ log: FaultLog) -> Lab.Keep? {
    guard let fields = Fields(node, keys: ["function", "mentions"], log: log) else { return nil }
    return Lab.Keep(function: fields.text("function"), mentions: fields.someTexts("mentions").map(\.text))
  }
}
