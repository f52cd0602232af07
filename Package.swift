// swift-tools-version: 6.2
import PackageDescription

// On Linux the C libraries are linked from their static archives, so that the executable runs from anywhere.
#if os(Linux)
  let ncurses: [LinkerSetting] = archives("ncursesw", "tinfo")
  let yaml: [LinkerSetting] = archives("yaml")
  let markdown: [LinkerSetting] = archives("cmark-gfm-extensions", "cmark-gfm")
#else
  let ncurses: [LinkerSetting] = [.linkedLibrary("ncurses")]
  let yaml: [LinkerSetting] = [.linkedLibrary("yaml")]
  let markdown: [LinkerSetting] = [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]
#endif

func archives(_ names: String...) -> [LinkerSetting] {
  [.unsafeFlags(names.flatMap { ["-Xlinker", "-l:lib\($0).a"] })]
}

// The shipped executable is linked to a fixed address and exports nothing: 1.5 MB less, and nothing to relocate at the start.
#if os(Linux)
  let shipped: [LinkerSetting] = [
    .unsafeFlags(
      ["-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic", "-Xlinker", "--icf=safe"],
      .when(configuration: .release))
  ]
#else
  let shipped: [LinkerSetting] = []
#endif

// The lexer, parser and scan run over whole standard libraries in the tests: unoptimised they would take minutes.
// What is shipped does not check at every access of an object's field that nobody else is at it: the tests do.
let hot: [SwiftSetting] = [
  .unsafeFlags(["-O"], .when(configuration: .debug)),
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

// What waits for people, files or other programs is compiled to be small.
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
  name: "loopdoctor",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "loopdoctor", targets: ["loopdoctor"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // C: libraries and the shims that Swift needs for them.
    .systemLibrary(name: "CYAML", path: "Sources/CYAML"),
    .systemLibrary(name: "CMarkdown", path: "Sources/CMarkdown"),
    .target(name: "CNcurses", linkerSettings: ncurses),
    .target(name: "CContent"),

    // The rooms, each importing only those above it.
    .target(name: "Files", dependencies: [.product(name: "SystemPackage", package: "swift-system")]),
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: small, linkerSettings: yaml),
    .target(name: "TOML", swiftSettings: small),
    .target(name: "Text"),
    .target(name: "Timeline"),
    .target(
      name: "Handbook",
      dependencies: [
        "Files", "YAML", "CMarkdown", "CContent", "Timeline",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      linkerSettings: markdown),
    // Part of the build: checks Content/ and compiles its knowledge into what loads at once.
    .executableTarget(
      name: "ContentCompiler",
      dependencies: ["Files", "Handbook", .product(name: "SystemPackage", package: "swift-system")]),
    .plugin(name: "CompileContent", capability: .buildTool(), dependencies: ["ContentCompiler"]),
    .target(name: "BuiltInHandbook", dependencies: ["Handbook"], plugins: ["CompileContent"]),
    .target(name: "PythonOutline", swiftSettings: hot),
    .target(
      name: "Scan",
      dependencies: [
        "Files", "Timeline", "Handbook", "PythonOutline",
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: hot),
    .target(
      name: "Configuration",
      dependencies: [
        "Files", "TOML", "Timeline", "Handbook", .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: small),
    .target(
      name: "Git", dependencies: ["Files", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: small),
    .target(
      name: "Report",
      dependencies: ["Files", "YAML", "Text", "Timeline", "Handbook", "PythonOutline", "Scan"]),
    .target(name: "Terminal", dependencies: ["CNcurses", "Text"]),
    .target(
      name: "Wizard",
      dependencies: [
        "Files", "Text", "YAML", "Timeline", "Handbook", "PythonOutline", "Scan", "Report", "Terminal",
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: small),
    .executableTarget(
      name: "loopdoctor",
      dependencies: [
        "Files", "Text", "Timeline", "Handbook", "BuiltInHandbook", "Configuration", "Git", "Scan", "Report",
        "Terminal", "Wizard",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: small, linkerSettings: shipped),

    // Tests: one folder a room.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .target(
      name: "PseudoTerminal", dependencies: ["CVTerm"], path: "Tests/PseudoTerminal",
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
    .testTarget(name: "TOMLTests", dependencies: ["TOML", "PseudoTerminal"]),
    .testTarget(name: "TextTests", dependencies: ["Text", "CNcurses"]),
    .testTarget(name: "TimelineTests", dependencies: ["Timeline", "Handbook"]),
    .testTarget(
      name: "HandbookTests", dependencies: ["Handbook", "BuiltInHandbook", "YAML", "Scan", "PseudoTerminal"]),
    .testTarget(name: "PythonOutlineTests", dependencies: ["PythonOutline", "PseudoTerminal"]),
    .testTarget(name: "ScanTests", dependencies: ["Scan"]),
    .testTarget(name: "ReportTests", dependencies: ["Report"]),
    .executableTarget(name: "ScreenProbe", dependencies: ["Terminal"], path: "Tests/ScreenProbe"),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "CNcurses", "PseudoTerminal", "ScreenProbe"]),
    .testTarget(name: "WizardTests", dependencies: ["Wizard"], exclude: ["Snapshots"]),
    .testTarget(
      name: "loopdoctorTests",
      dependencies: [
        "loopdoctor", "Terminal", "Text", "Timeline", "Handbook", "Scan", "Report", "Wizard",
        "PseudoTerminal", "CVTerm",
      ]),
  ]
)
