import ArgumentParser
import CNcurses
import CYAML
import CMarkdown
import CContent
@main struct LoopDoctor: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "loopdoctor", version: "0.1.0")
  mutating func run() {
    print(content_file_count(), String(cString: yaml_get_version_string()), String(cString: cmark_version_string()), String(cString: curses_version()))
  }
}
