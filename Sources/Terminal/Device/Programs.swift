import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether a program can be run: a path, or a name to be looked up in the PATH.
public func programIsThere(_ name: String) -> Bool {
  func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
  if name.contains("/") { return isProgram(name) }
  let path = environmentValue("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
  return path.split(separator: ":", omittingEmptySubsequences: false).contains { folder in
    isProgram(folder.isEmpty ? name : "\(folder)/\(name)")
  }
}

/// Runs a program beside the screen, such as an editor with a window of its own, and waits for it: not to be called from
/// the thread that reads keys.
///
/// The program has default signal handlers, no blocked signals and no terminal.
/// - Parameters:
///   - executable: a path, or a name to be looked up in the PATH.
///   - input: what it reads from standard input.
/// - Throws: `ScreenError` if it could not be started.
@discardableResult
public func runBesideScreen(
  _ executable: String, arguments: [String] = [], input: String = ""
) throws(ScreenError) -> ChildStatus {
  // A file rather than a pipe: nobody has to wait for a reader that is slow or gone.
  guard let file = tmpfile() else { throw .system(call: "tmpfile", error: errno) }
  defer { fclose(file) }
  _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
  var text = input
  let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count } && fflush(file) == 0
  guard isWritten, lseek(fileno(file), 0, SEEK_SET) == 0 else { throw .system(call: "write", error: errno) }
  var pointers: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  var waitStatus: Int32 = 0
  let error = cn_run_beside(fileno(file), executable, &pointers, &waitStatus)
  guard error == 0 else { throw .cannotRun(executable: executable, error: error) }
  return ChildStatus(waitStatus: waitStatus)
}
