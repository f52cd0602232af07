import Foundation
import PackagePlugin

/// Checks `Content/` and compiles its knowledge, whenever something in it has changed.
@main
struct CompileContent: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let content = context.package.directoryURL.appending(path: "Content")
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledKnowledge.swift")
    return [
      .buildCommand(
        displayName: "Checking and compiling Content",
        executable: try context.tool(named: "ContentCompiler").url,
        arguments: [content.path, output.path], inputFiles: files(below: content), outputFiles: [output])
    ]
  }

  private func files(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { !$0.pathExtension.isEmpty }
      .sorted { $0.path < $1.path }
  }
}
