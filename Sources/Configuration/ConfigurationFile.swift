import Files
import SystemPackage
import TOML

/// Where a configuration is read from, and its table.
struct ConfigurationFile {
  /// As it is shown: from the current folder when it lies below.
  let name: String
  let path: FilePath
  let table: TOMLNode

  static let ownName = ".loopdoctor.toml"
  static let sharedName = "pyproject.toml"
  /// A configuration is written by hand.
  private static let limit = 4 << 20

  /// The nearest file in a folder or above it: `.loopdoctor.toml`, or `pyproject.toml` with `[tool.loopdoctor]`.
  static func nearest(to start: FilePath) throws(SettingFault) -> ConfigurationFile? {
    var folder = absolute(start)
    while true {
      for name in [ownName, sharedName] {
        let path = folder.appending(name)
        if kind(of: path) == .file, let file = try read(path, isNamed: false) { return file }
      }
      guard folder.removeLastComponent() else { return nil }
    }
  }

  /// The file that somebody named outright.
  static func named(_ name: String) throws(SettingFault) -> ConfigurationFile {
    let path = absolute(FilePath(name))
    if let file = try read(path, isNamed: true) { return file }
    throw SettingFault(file: name, line: 1, column: 1, message: "there is no [tool.loopdoctor] in this file")
  }

  /// - Returns: nil when it is a `pyproject.toml` without a word for us.
  private static func read(_ path: FilePath, isNamed: Bool) throws(SettingFault) -> ConfigurationFile? {
    let name = shown(path)
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try readFile(path, limit: limit)
    } catch {
      throw SettingFault(file: name, line: 1, column: 1, message: error.reason)
    }
    let root: TOMLNode
    do throws(TOMLFault) {
      root = try parseTOML(bytes)
    } catch {
      throw SettingFault(
        file: name, line: error.place.line, column: error.place.column, message: error.message)
    }
    guard path.lastComponent?.string == sharedName else {
      return ConfigurationFile(name: name, path: path, table: root)
    }
    guard let tool = root["tool"]?.value["loopdoctor"] else { return nil }
    return ConfigurationFile(name: name, path: path, table: tool.value)
  }

  private static func shown(_ path: FilePath) -> String {
    var relative = path
    let working = absolute("")
    return relative.removePrefix(working) && !relative.isEmpty ? relative.string : path.string
  }
}
