import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Why a file or folder could not be read or written.
public struct FileFault: Error, Equatable, Sendable {
  public let path: String
  /// What the system says, or what the reader found.
  public let reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  public var message: String { "\(path): \(reason)" }
}

/// What a name in a folder stands for.
public enum EntryKind: Sendable {
  case file, directory, symbolicLink, other
}

/// The bytes of a regular file (or of what a link leads to).
/// - Parameter limit: the most bytes that are accepted.
/// - Throws: `FileFault` when it cannot be read, is no regular file, or is longer than `limit`.
public func readFile(_ path: FilePath, limit: Int = 1 << 30) throws(FileFault) -> [UInt8] {
  do {
    // Non-blocking, so that a named pipe without a writer cannot hang us; it has no effect on regular files.
    let file = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    return try file.closeAfter { try readAll(file, limit: limit, path: path) }
  } catch let fault as FileFault {
    throw fault
  } catch {
    throw FileFault(path: path.string, reason: systemReason(error))
  }
}

private func readAll(_ file: FileDescriptor, limit: Int, path: FilePath) throws -> [UInt8] {
  var status = stat()
  guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw FileFault(path: path.string, reason: notRegular(status.st_mode))
  }
  guard Int(status.st_size) <= limit else {
    throw FileFault(path: path.string, reason: "\(status.st_size) bytes; at most \(limit) are read")
  }
  return try readToEnd(file, sizeHint: Int(status.st_size), limit: limit, path: path)
}

private func readToEnd(_ file: FileDescriptor, sizeHint: Int, limit: Int, path: FilePath) throws -> [UInt8] {
  var bytes: [UInt8] = []
  // Room for one byte more than there should be tells the end without another piece of memory.
  var capacity = sizeHint + 1
  while true {
    var isAtEnd = false
    let piece = try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity, !isAtEnd {
        let got = try file.read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
        isAtEnd = got == 0
        count += got
      }
    }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    if bytes.count > limit { throw FileFault(path: path.string, reason: "more than \(limit) bytes") }
    if isAtEnd { return bytes }
    capacity = 65_536
  }
}

/// All that standard input gives, up to `limit` bytes.
/// - Throws: `FileFault` when it cannot be read or is longer.
public func readStandardInput(limit: Int = 16 << 20) throws(FileFault) -> [UInt8] {
  do {
    return try readToEnd(.standardInput, sizeHint: 65_535, limit: limit, path: "standard input")
  } catch let fault as FileFault {
    throw fault
  } catch {
    throw FileFault(path: "standard input", reason: systemReason(error))
  }
}

/// The names in a folder, in byte order, without `.` and `..`.
/// - Throws: `FileFault` when it cannot be read.
public func listDirectory(_ path: FilePath) throws(FileFault) -> [(name: FilePath.Component, kind: EntryKind)]
{
  guard let directory = path.withPlatformString({ opendir($0) }) else {
    throw FileFault(path: path.string, reason: systemReason(Errno(rawValue: errno)))
  }
  defer { closedir(directory) }
  var entries: [(name: FilePath.Component, kind: EntryKind)] = []
  while let entry = readdir(directory) {
    // The name is a zero-terminated array inside the record; a component is never empty, `.` or `..`.
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CInterop.PlatformChar.self, capacity: Int(NAME_MAX) + 1) {
        FilePath.Component(platformString: $0)
      }
    }
    guard let name, name.kind == .regular else { continue }
    entries.append((name, kind(ofType: entry.pointee.d_type) { path.appending(name) }))
  }
  return entries.sorted { $0.name.string.utf8.lexicographicallyPrecedes($1.name.string.utf8) }
}

private func kind(ofType type: UInt8, at path: () -> FilePath) -> EntryKind {
  switch Int32(type) {
  case Int32(DT_REG): .file
  case Int32(DT_DIR): .directory
  case Int32(DT_LNK): .symbolicLink
  case Int32(DT_UNKNOWN): kind(of: path(), following: false) ?? .other
  default: .other
  }
}

/// What a path leads to; nil when there is nothing.
/// - Parameter following: whether a symbolic link counts as what it points to.
public func kind(of path: FilePath, following: Bool = true) -> EntryKind? {
  var status = stat()
  let result = path.withPlatformString { following ? stat($0, &status) : lstat($0, &status) }
  guard result == 0 else { return nil }
  return switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .directory
  case S_IFLNK: .symbolicLink
  default: .other
  }
}

/// Writes a file whole or not at all: into a new file beside it, then renamed over it.
///
/// A link stays a link: what it leads to is replaced. The permissions of a file that exists stay as well.
/// - Throws: `FileFault`; the old content is untouched then.
public func writeFile(_ path: FilePath, _ text: String) throws(FileFault) {
  let existing = path.withPlatformString { realpath($0, nil) }
  defer { free(existing) }
  let target = existing.map { FilePath(platformString: $0) } ?? path
  var status = stat()
  let exists = target.withPlatformString { stat($0, &status) } == 0
  guard !exists || status.st_mode & S_IFMT == S_IFREG else {
    throw FileFault(path: path.string, reason: notRegular(status.st_mode))
  }
  let mode =
    exists ? FilePermissions(rawValue: status.st_mode & 0o7777) : [.ownerReadWrite, .groupRead, .otherRead]
  do {
    try replace(target, with: Array(text.utf8), mode: mode, keepsMode: exists)
  } catch {
    throw FileFault(path: path.string, reason: systemReason(error))
  }
}

private func replace(_ target: FilePath, with bytes: [UInt8], mode: FilePermissions, keepsMode: Bool) throws {
  // Nobody else has this name: two writers at once do not meet.
  let temporary = target.removingLastComponent().appending(".loopdoctor-\(UInt64.random(in: 0...(.max))).tmp")
  let file = try FileDescriptor.open(
    temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: mode)
  do {
    try file.closeAfter {
      _ = try file.writeAll(bytes)
      // The process' mask may have taken bits away that the old file has.
      if keepsMode, fchmod(file.rawValue, mode.rawValue) != 0 { throw Errno(rawValue: errno) }
    }
    let renamed = temporary.withPlatformString { from in target.withPlatformString { rename(from, $0) } }
    guard renamed == 0 else { throw Errno(rawValue: errno) }
  } catch {
    _ = temporary.withPlatformString { unlink($0) }
    throw error
  }
}

private func notRegular(_ mode: mode_t) -> String {
  mode & S_IFMT == S_IFDIR ? "is a folder" : "no regular file"
}

private func systemReason(_ error: any Error) -> String {
  (error as? Errno).map { String(cString: strerror($0.rawValue)) } ?? "\(error)"
}

/// A path from the root of the file system, with the working directory before it when it is relative.
public func absolute(_ path: FilePath) -> FilePath {
  if path.isAbsolute { return path.lexicallyNormalized() }
  guard let working = getcwd(nil, 0) else { return path }
  defer { free(working) }
  return FilePath(platformString: working).pushing(path).lexicallyNormalized()
}

/// A path from the root of the file system, without links on the way where it exists.
public func resolved(_ path: FilePath) -> FilePath {
  guard let real = path.withPlatformString({ realpath($0, nil) }) else { return absolute(path) }
  defer { free(real) }
  return FilePath(platformString: real)
}
