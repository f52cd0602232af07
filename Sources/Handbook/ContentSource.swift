import CContent
import Files
import SystemPackage

/// Where the handbook's text comes from.
public enum ContentSource: Equatable, Sendable {
  /// What was compiled into the executable.
  case builtIn
  /// A folder laid out like `Content/`.
  case folder(String)
}

/// One text of the handbook. `path` is relative to the content folder and uses forward slashes.
struct ContentFile {
  let path: String
  let bytes: [UInt8]

  /// The folder below the content folder that it lies in; empty when in none.
  var folder: Substring { Self.folder(of: path) }
  /// The file's name without folder and ending.
  var stem: String { Self.stem(of: path) }

  static func folder(of path: String) -> Substring {
    path.utf8.firstIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
  }

  static func stem(of path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex
    let name = path[start...]
    return String(name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name)
  }

  /// The text with bare line feeds, however its editor ends lines; nil when it is not UTF-8.
  var text: String? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let text = String(validating: body, as: UTF8.self)
    return body.contains(UInt8(ascii: "\r")) ? text?.replacing("\r\n", with: "\n") : text
  }
}

extension ContentFile {
  /// The paths of the files that the executable carries.
  static var builtInPaths: [String] { builtInFiles.map { String(cString: $0.path) } }

  /// One of them, by its place among the paths.
  init(builtInAt place: Int) {
    let file = Self.builtInFiles[place]
    self.init(
      path: String(cString: file.path),
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
  }

  private static var builtInFiles: UnsafeBufferPointer<content_file> {
    UnsafeBufferPointer(start: content_files(), count: content_file_count())
  }
}

extension ContentSource {
  /// All files, sorted by path.
  /// - Parameter faults: takes what could not be read.
  func files(faults: inout [ContentFault]) -> [ContentFile] {
    switch self {
    case .builtIn:
      return ContentFile.builtInPaths.indices.map(ContentFile.init(builtInAt:))
    case .folder(let root):
      var files: [ContentFile] = []
      collect(FilePath(root), prefix: "", depth: 0, into: &files, faults: &faults)
      if files.isEmpty, faults.isEmpty {
        faults.append(
          ContentFault(
            file: root, line: 1, column: 1, message: "no content in this folder",
            remedy: "name a folder like Content/", code: .file))
      }
      return files.sorted { $0.path < $1.path }
    }
  }

  /// What content is written in: as in `Sources/CContent/generate.sh`.
  private static let endings: Set = ["md", "yaml", "py", "toml", "txt"]

  private func collect(
    _ folder: FilePath, prefix: String, depth: Int, into files: inout [ContentFile],
    faults: inout [ContentFault]
  ) {
    do throws(FileFault) {
      for (name, type) in try listDirectory(folder) {
        let path = folder.appending(name)
        switch type == .symbolicLink ? kind(of: path) : type {
        case .directory where depth < 3:
          collect(path, prefix: prefix + name.string + "/", depth: depth + 1, into: &files, faults: &faults)
        case .file where Self.endings.contains(name.extension ?? ""):
          let name = prefix + name.string
          do throws(FileFault) {
            files.append(ContentFile(path: name, bytes: try readFile(path, limit: 4 << 20)))
          } catch {
            faults.append(Self.unreadable(name, error))
          }
        default: break
        }
      }
    } catch {
      faults.append(Self.unreadable(prefix.isEmpty ? folder.string : prefix, error))
    }
  }

  private static func unreadable(_ file: String, _ fault: FileFault) -> ContentFault {
    ContentFault(
      file: file, line: 1, column: 1, message: fault.reason, remedy: "make it readable, or take it away",
      code: .file)
  }
}
