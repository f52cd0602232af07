import Timeline

@testable import loopdoctor

/// The exit code that a complete diagnosis has, and an incomplete one.
func exitCode(of conclusion: Page.Conclusion?) -> Int32 {
  (conclusion.map { ExitStatus($0) } ?? .inconclusive).rawValue
}
