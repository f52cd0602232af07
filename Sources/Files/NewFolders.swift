import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Makes a folder, and those above it that are missing. One that is there is left as it is.
public func createFolder(_ path: FilePath) throws(FileFault) {
  switch kind(of: path) {
  case .directory: return
  case .some: throw FileFault(path: path.string, reason: "is no folder")
  case nil: break
  }
  let parent = path.removingLastComponent()
  if !parent.isEmpty, parent != path { try createFolder(parent) }
  // Somebody else may have made it meanwhile.
  if path.withPlatformString({ mkdir($0, 0o777) }) != 0, errno != EEXIST {
    throw FileFault(path: path.string, reason: String(cString: strerror(errno)))
  }
}
