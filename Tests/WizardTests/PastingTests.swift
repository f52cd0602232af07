import Terminal
import Testing
import Timeline

@testable import Wizard

/// A traceback or a log that is pasted or typed.
@Suite struct PastingTests {
  static let traceback =
    "Traceback (most recent call last):\n  x\nRuntimeError: This event loop is already running\n"

  @Test func aPastedTracebackAnswersMinuteZero() throws {
    var state = WizardState.fixture()
    state.feed(.paste(Self.traceback))
    #expect(state.context == .pasted)
    #expect(state.screen.contains("RuntimeError: This event loop is already running"))
    #expect(state.screen.contains("A traceback about the loop"))
    #expect(
      state.document.lines.contains { $0.text.contains("A loop inside a running loop") },
      "the article follows")
    #expect(try state.after("escape").session == WizardState.fixture().session)
    try state.press("enter")
    #expect(state.session.position == "framework")
    #expect(
      state.session.answersOnPath.map { "\($0.question)=\($0.value) \($0.provenance.word)" } == [
        "symptom=traceback typed", "message=nested-loop typed",
      ])
  }

  /// Anywhere outside a prompt, with help or a question open.
  @Test(arguments: ["2", "2 enter", "2 enter enter", "2 ?", "2 enter j enter y", "2 q"]) func fromAnywhere(
    _ keys: String
  ) throws {
    var state = try WizardState.fixture().after(keys)
    state.feed(.paste(Self.traceback))
    #expect(state.context == .pasted)
    try state.press("enter")
    #expect(state.session.position == "framework" && state.session.value(of: "message") == "nested-loop")
  }

  @Test func typedWithoutBracketedPaste() throws {
    var state = try WizardState.fixture().after("p")
    for character in Self.traceback {
      state.feed(.key(character == "\n" ? .enter : .character(character)))
    }
    #expect(state.context == .pasteBox && state.pasted?.text == Self.traceback)
    #expect(state.screen.contains("RuntimeError: This event loop is already running"))
    try state.press("ctrl-d")
    #expect(state.context == .pasted && state.pasted?.current?.message.id == "nested-loop")
    // q is a letter in the box and leaves the text read.
    #expect(try WizardState.fixture().after("p q j").pasted?.text == "qj")
    #expect(try state.after("q").pasted == nil)
  }

  /// Two texts one after the other: what was found in the first is not said of the second.
  @Test func whatIsKnownOfAnotherTextIsNotTaken() {
    var state = WizardState.fixture()
    #expect(state.update(.paste(Self.traceback)) == [.recognise(Self.traceback)])
    _ = state.update(.paste("nothing"))
    let found = RecognisedMessage.all(in: Self.traceback, handbook: state.handbook)
    _ = state.update(.recognised([], in: "nothing"))
    _ = state.update(.recognised(found, in: Self.traceback))
    #expect(found.count == 1 && state.pasted?.messages == [])
  }

  @Test func theLastMessageComesFirst() throws {
    var state = WizardState.fixture()
    state.feed(
      .paste(Self.traceback + "Executing <Task pending> took 0.523 seconds\n" + Self.traceback + "end\n"))
    #expect(state.pasted?.messages?.map(\.message.id) == ["nested-loop", "slow-callback"])
    #expect(state.screen.contains("(1 of 2; tab shows the next)"))
    try state.press("tab")
    #expect(state.screen.contains("Executing <Task pending> took 0.523 seconds"))
    try state.press("enter")
    #expect(state.session.value(of: "symptom") == "slow" && state.session.position == "framework")
  }

  @Test func nothingKnownInIt() throws {
    var state = WizardState.fixture()
    state.feed(.paste("KeyError: 'x'"))
    #expect(
      state.screen.contains("Nothing in these 1 line is known here.")
        || state.screen.contains("is known here"))
    #expect(try state.after("enter").notice == "There is nothing known in it to take")
    #expect(try state.after("tab").notice == "Nothing else was recognised in it")
    state.feed(.paste(""))
    #expect(state.context == .pasted)
    state.feed(.paste(Self.traceback))
    #expect(state.pasted?.current?.message.id == "nested-loop", "another paste takes its place")
  }

  @Test func whileItIsLookedThrough() {
    var state = WizardState.fixture()
    #expect(state.update(.paste(Self.traceback)) == [.recognise(Self.traceback)])
    #expect(state.screen.contains("Looking through 3 lines"))
  }
}
