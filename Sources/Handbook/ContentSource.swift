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
    return String(name.prefix { $0 != "." })
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
          path: String(cString: file.path), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
      }
    case .folder(let root):
      var files: [ContentFile] = []
      collect(FilePath(root), prefix: "", depth: 0, into: &files, faults: &faults)
      if files.isEmpty, faults.isEmpty {
        faults.append(
          ContentFault(file: root, line: 1, column: 1, message: "no content in this folder", remedy: "name a folder like Content/"))
      }
      return files.sorted { $0.path < $1.path }
    }
  }

  private func collect(
    _ folder: FilePath, prefix: String, depth: Int, into files: inout [ContentFile], faults: inout [ContentFault]
  ) {
    do throws(FileFault) {
      for (name, kind) in try listDirectory(folder) {
        if kind == .directory, depth < 3 {
          collect(
            folder.appending(name), prefix: prefix + name.string + "/", depth: depth + 1, into: &files, faults: &faults)
        } else if kind == .file, ["md", "yaml", "py"].contains(name.extension) {
          files.append(ContentFile(path: prefix + name.string, bytes: try readFile(folder.appending(name), limit: 4 << 20)))
        }
      }
    } catch {
      faults.append(
        ContentFault(
          file: error.path, line: 1, column: 1, message: error.reason, remedy: "make it readable, or take it away"))
    }
  }
}
