import Handbook
import Report
import Terminal

/// Plays a lesson on a terminal.
public struct LessonDriver {
  public enum Ending: Sendable {
    case left
    case interrupted
  }

  private let screen: Screen
  private var state: LessonState

  /// - Throws: `ScreenError` when there is no usable terminal.
  public init(
    _ lesson: SessionFile, project: SampleProject, handbook: Handbook, usesColor: Bool, isAutomatic: Bool,
    speed: Int, tool: Tool
  ) throws(ScreenError) {
    screen = try Screen(color: usesColor)
    let look = Rehearsal.Look(
      size: screen.size, theme: usesColor ? screen.capabilities.theme : .monochrome,
      glyphs: screen.capabilities.glyphs)
    state = LessonState(
      lesson, project: project, handbook: handbook, look: look, tool: tool, isAutomatic: isAutomatic,
      speed: speed)
  }

  public mutating func run() -> Ending {
    defer { screen.close() }
    while !state.hasLeft {
      screen.present(state.canvas)
      guard let event = screen.nextEvent(timeoutMilliseconds: state.wait) else {
        state.update(.tick)
        continue
      }
      switch event {
      case .key(.control("c")): return .interrupted
      case .key(.control("l")): screen.redrawEverything()
      case .key(.control("z")), .suspend: screen.suspend()
      case .key(let key): state.update(.key(key))
      case .resize(let size): state.update(.resize(size))
      case .resume: screen.redrawEverything()
      case .interrupt, .terminate, .quit, .hangup, .terminalLost: return .interrupted
      case .mouse, .paste, .wake: break
      }
    }
    return .left
  }
}
