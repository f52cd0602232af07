import Files
import Handbook
import SystemPackage
import Timeline

/// Finds which Python a project runs on, in the files where projects say so.
struct PythonRequirement {
  let version: PythonVersion
  let place: Place

  /// Looks in a folder, then in those above it as far as the repository goes. The first file that says something wins.
  static func find(in root: FilePath) -> PythonRequirement? {
    var folder = absolute(root)
    var prefix = ""
    for _ in 0..<8 {
      for (name, read) in readers {
        guard let bytes = try? readFile(folder.appending(name), limit: 4 << 20) else { continue }
        let lines = String(decoding: bytes, as: UTF8.self).split(
          omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
          if let version = read(line) {
            return PythonRequirement(version: version, place: Place(path: prefix + name, line: index + 1))
          }
        }
      }
      if kind(of: folder.appending(".git")) != nil { return nil }
      prefix += "../"
      guard folder.removeLastComponent() else { return nil }
    }
    return nil
  }

  /// File names with what reads a version out of one of their lines; what names one Python goes before what names a range.
  private static let readers: [(String, @Sendable (Substring) -> PythonVersion?)] = [
    (".python-version", { firstVersion(in: $0) }),
    ("runtime.txt", { $0.hasPrefix("python-") ? firstVersion(in: $0) : nil }),
    ("Dockerfile", { $0.hasPrefix("FROM python:") ? firstVersion(in: $0) : nil }),
    ("pyproject.toml", { value(of: "requires-python", in: $0) ?? value(of: "python", in: $0) }),
    ("setup.cfg", { value(of: "python_requires", in: $0) }),
    ("setup.py", { value(of: "python_requires", in: $0) }),
    ("Pipfile", { value(of: "python_version", in: $0) }),
  ]

  private static func value(of key: String, in line: Substring) -> PythonVersion? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard trimmed.hasPrefix(key) else { return nil }
    let rest = trimmed.dropFirst(key.count).drop { $0 == " " }
    return rest.first == "=" ? firstVersion(in: rest.dropFirst()) : nil
  }

  /// The lower bound of a requirement: its first version, `<` and `!=` apart.
  private static func firstVersion(in text: Substring) -> PythonVersion? {
    for part in text.split(whereSeparator: { $0 == "," || $0 == "|" || $0 == "\"" || $0 == "'" || $0 == "#" })
    {
      let digits = part.drop { !$0.isASCII || !$0.isNumber }
      if part.contains("<") || part.contains("!") { continue }
      let number = digits.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      if let version = PythonVersion(number), version.major >= 2, version.major <= 4, number.contains(".") {
        return version
      }
    }
    return nil
  }
}
