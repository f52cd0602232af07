import Handbook

/// A value with where it came from.
public struct Setting<Value: Sendable>: Sendable {
  public let value: Value
  public let origin: Origin

  public init(_ value: Value, from origin: Origin) {
    self.value = value
    self.origin = origin
  }
}

extension Setting: Equatable where Value: Equatable {}

/// Who set a value: flags go before the file, the file before the defaults.
public enum Origin: Equatable, Sendable {
  case flag(String)
  case file(String, line: Int)
  case fallback

  /// As it is printed.
  public var description: String {
    switch self {
    case .flag(let name): name
    case .file(let file, let line): "\(file):\(line)"
    case .fallback: "default"
    }
  }
}

/// Something wrong in a configuration file.
public struct SettingFault: Error, Equatable, Sendable, CustomStringConvertible {
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based, in characters.
  public let column: Int
  public let message: String

  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// The least severity that makes the program end with 1.
public enum FailureThreshold: String, Sendable, CaseIterable {
  case error, warning, hint, never
}

/// What a project's configuration file says. What it does not say is nil.
public struct Configuration: Equatable, Sendable {
  /// The file as it is shown; nil: there is none.
  public var file: String?
  /// The folder it lies in, from the root of the file system: its paths and patterns are relative to that.
  public var folder = ""
  public var paths: Setting<[String]>?
  public var select: Setting<[String]>?
  public var ignore: Setting<[String]>?
  public var exclude: Setting<[String]>?
  public var failOn: Setting<FailureThreshold>?
  public var blocking: [Setting<BlockingCall>] = []
  public var offLoop: [Setting<OffLoopHelper>] = []
  public var decorators: [Setting<String>] = []

  public init() {}

  /// What it adds to the handbook.
  public var declarations: Declarations {
    var declarations = Declarations()
    declarations.calls = blocking.map(\.value)
    declarations.helpers = offLoop.map(\.value)
    declarations.decorators = Set(decorators.map(\.value))
    return declarations
  }
}
