import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Makes a folder, and those above it that are missing. One that is there is left as it is.
/// - Parameter permissions: of the folders that are made, as far as the process' mask lets them be.
public func createFolder(_ path: FilePath, permissions: FilePermissions = FilePermissions(rawValue: 0o777))
  throws(FileFault)
{
  switch kind(of: path) {
  case .directory: return
  case .some: throw FileFault(path: path.string, reason: "is no folder")
  case nil: break
  }
  let parent = path.removingLastComponent()
  if !parent.isEmpty, parent != path { try createFolder(parent, permissions: permissions) }
  // Somebody else may have made it meanwhile.
  if path.withPlatformString({ mkdir($0, permissions.rawValue) }) != 0, errno != EEXIST {
    throw FileFault(path: path.string, reason: String(cString: strerror(errno)))
  }
}
