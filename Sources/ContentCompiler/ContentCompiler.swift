import Files
import Handbook
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Part of the build: `ContentCompiler FOLDER FILE` checks a content folder, and writes what the scan needs of it as a Swift
/// file that costs next to nothing to load.
@main
struct ContentCompiler {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: ContentCompiler FOLDER FILE") }
    let (folder, output) = (arguments[1], arguments[2])
    do {
      let literal = try loadHandbook(from: .folder(folder)).knowledge.compiled.debugDescription
      try writeFile(FilePath(output), "let compiledKnowledge: StaticString = \(literal)\n")
    } catch let error as ContentFaults {
      // As compilers say it, so that editors find the place.
      fail(
        error.faults.map { fault in
          "\(folder)/\(fault.file):\(fault.line):\(fault.column): error: \(fault.message); \(fault.remedy)"
        }.joined(separator: "\n"))
    } catch {
      fail("\(output): error: \(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    _ = Array((message + "\n").utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(1)
  }
}
