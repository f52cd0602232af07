import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Writes a file whole or not at all, and only over one that is there when it may.
///
/// - Returns: false when there is something of that name which may not be replaced; nothing is written then.
/// - Throws: `FileFault`.
public func writeFile(_ path: FilePath, _ text: String, replacing: Bool) throws(FileFault) -> Bool {
  if !replacing {
    // The name is taken before anything is written: nobody can take it in between.
    let reservation = path.withPlatformString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    guard reservation >= 0 else {
      if errno == EEXIST { return false }
      throw FileFault(path: path.string, reason: String(cString: strerror(errno)))
    }
    close(reservation)
  }
  do throws(FileFault) {
    try writeFile(path, text)
  } catch {
    if !replacing { _ = path.withPlatformString { unlink($0) } }
    throw error
  }
  return true
}
