import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// A folder of its own for one test, taken away with it.
final class Scratch {
  let path: FilePath

  init() throws {
    var template = Array((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp").utf8CString.dropLast())
    template += "/loopdoctor-files-XXXXXX".utf8CString
    guard let made = mkdtemp(&template) else { throw Errno(rawValue: errno) }
    path = FilePath(platformString: made)
  }

  deinit { remove(path) }

  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> FilePath {
    let file = path.appending(name)
    let descriptor = try FileDescriptor.open(
      file, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    return file
  }

  func folder(_ name: String) throws -> FilePath {
    let folder = path.appending(name)
    guard folder.withPlatformString({ mkdir($0, 0o755) }) == 0 else { throw Errno(rawValue: errno) }
    return folder
  }

  func link(_ name: String, to target: String) throws -> FilePath {
    let link = path.appending(name)
    guard link.withPlatformString({ symlink(target, $0) }) == 0 else { throw Errno(rawValue: errno) }
    return link
  }

  func pipe(_ name: String) throws -> FilePath {
    let pipe = path.appending(name)
    guard pipe.withPlatformString({ mkfifo($0, 0o600) }) == 0 else { throw Errno(rawValue: errno) }
    return pipe
  }

  private func remove(_ path: FilePath) {
    _ = path.withPlatformString { chmod($0, 0o700) }
    if let directory = path.withPlatformString({ opendir($0) }) {
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
            FilePath.Component(platformString: $0)
          }
        }
        guard let name, name.kind == .regular else { continue }
        if entry.pointee.d_type == UInt8(DT_DIR) {
          remove(path.appending(name))
        } else {
          _ = path.appending(name).withPlatformString { unlink($0) }
        }
      }
      closedir(directory)
    }
    _ = path.withPlatformString { rmdir($0) }
  }
}
