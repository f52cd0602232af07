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

  /// The file's name without folder and ending.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  /// The text with bare line feeds, however its editor ends lines; nil when it is not UTF-8.
  var text: String? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return String(validating: body, as: UTF8.self)?.replacing("\r\n", with: "\n")
  }
}

extension ContentSource {
  /// All files, sorted by path.
  /// - Parameter faults: takes what could not be read.
  func files(faults: inout [ContentFault]) -> [ContentFile] {
    switch self {
    case .builtIn:
      return UnsafeBufferPointer(start: content_files(), count: content_file_count()).map { file in
        ContentFile(
          path: String(cString: file.path),
          bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
      }
    case .folder(let root):
      var files: [ContentFile] = []
      collect(FilePath(root), prefix: "", depth: 0, into: &files, faults: &faults)
      if files.isEmpty, faults.isEmpty {
        faults.append(
          ContentFault(
            file: root, line: 1, column: 1, message: "no content in this folder",
            remedy: "name a folder like Content/"))
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
      file: file, line: 1, column: 1, message: fault.reason, remedy: "make it readable, or take it away")
  }
}
