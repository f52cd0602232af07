import Handbook
import Report

/// Replays a lesson without anyone watching.
public struct LessonCheck {
  /// What of the timeline it passed.
  public private(set) var coverage = Coverage()

  public init() {}

  /// - Throws: `LessonFault` at the first step that no longer holds.
  public mutating func replay(
    _ lesson: SessionFile, project: SampleProject, handbook: Handbook, look: Rehearsal.Look, tool: Tool
  ) throws(LessonFault) {
    var look = look
    look.size = LessonState.wizardSize(in: look.size)
    var stage = Rehearsal(project, handbook: handbook, look: look, tool: tool)
    for (index, step) in lesson.steps.enumerated() {
      do throws(Rehearsal.Problem) {
        try stage.perform(step)
      } catch {
        throw LessonFault(lesson, step: index, error, stage.wizard)
      }
    }
    coverage.add(stage.coverage)
  }
}
