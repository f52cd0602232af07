import Testing

@testable import Handbook

@Suite struct MessageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let ids: [String]
    let text: String
    var testDescription: String { ids.joined(separator: ", ") }
  }

  static let cases: [Case] = [
    Case(
      ids: ["nested-loop", "never-awaited"],
      text: """
        Traceback (most recent call last):
          File "/srv/app/main.py", line 9, in handler
            return asyncio.run(load())
                   ^^^^^^^^^^^^^^^^^^^
          File "/usr/lib/python3.11/asyncio/runners.py", line 186, in run
            raise RuntimeError(
        RuntimeError: asyncio.run() cannot be called from a running event loop
        sys:1: RuntimeWarning: coroutine 'load' was never awaited
        """),
    Case(
      ids: ["nested-loop"],
      text: """
        Traceback (most recent call last):
          File "/usr/lib/python3.8/asyncio/base_events.py", line 592, in run_until_complete
            self._check_running()
          File "/usr/lib/python3.8/asyncio/base_events.py", line 552, in _check_running
            raise RuntimeError('This event loop is already running')
        RuntimeError: This event loop is already running
        """),
    Case(
      ids: ["nested-loop"], text: "RuntimeError: Cannot run the event loop while another loop is running\r\n"),
    Case(ids: ["no-running-loop"], text: "\u{1B}[31mRuntimeError: no running event loop\u{1B}[0m"),
    Case(
      ids: ["no-running-loop"],
      text: "RuntimeError: There is no current event loop in thread 'ThreadPoolExecutor-0_0'."),
    Case(
      ids: ["different-loop"],
      text: """
        RuntimeError: Task <Task pending name='Task-2' coro=<main() running at x.py:9>> got Future <Future pending> \
        attached to a different loop
        """),
    Case(ids: ["loop-closed"], text: "RuntimeError: Event loop is closed"),
    Case(
      ids: ["sync-orm"],
      text: """
          File "django/utils/asyncio.py", line 24, in inner
            raise SynchronousOnlyOperation(message)
        django.core.exceptions.SynchronousOnlyOperation: You cannot call this from an async context - use a thread or \
        sync_to_async.
        """),
    Case(
      ids: ["missing-greenlet"],
      text: """
        sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here. Was IO \
        attempted in an unexpected place? (Background on this error at: https://sqlalche.me/e/20/xd2s)
        """),
    Case(
      ids: ["pool-timeout"],
      text: """
        sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00 \
        (Background on this error at: https://sqlalche.me/e/20/3o7r)
        """),
    Case(
      ids: ["slow-callback"],
      text: """
        WARNING:asyncio:Executing <Task pending name='Task-1' coro=<main() running at /srv/app/main.py:7> \
        wait_for=<Future pending cb=[Task.task_wakeup()] created at base_events.py:427> cb=[run_until_complete()] \
        created at /usr/lib/python3.11/asyncio/runners.py:100> took 0.523 seconds
        """),
    Case(ids: [], text: ""),
    Case(ids: [], text: "ValueError: nothing of ours\nKeyError: 'x'"),
    Case(ids: [], text: "took 0.523 seconds\nExecuting <Task>"),
    Case(ids: [], text: "Executing <Task\ntook 0.523 seconds"),
    Case(ids: [], text: "'x' was never awaited by coroutine"),
  ]

  @Test(arguments: cases) func recognises(_ example: Case) throws {
    #expect(try builtIn.get().messages(in: example.text).map(\.id) == example.ids)
  }

  @Test func everyMessageHasACase() throws {
    let ids = Set(Self.cases.flatMap(\.ids))
    #expect(try builtIn.get().messages.map(\.id).filter { !ids.contains($0) } == [])
  }

  @Test(arguments: [
    ("a*b", "xaxbx", true), ("a*b", "ba", false), ("a*b", "ab", true), ("*", "", true), ("a", "", false),
    ("aa*a", "aa", false), ("aa*a", "aaa", true), ("a**b", "a-b", true), ("", "x", true),
  ]) func patterns(pattern: String, line: String, isFound: Bool) {
    #expect(contains(Substring(line), pattern: pattern) == isFound)
  }

  @Test func aLongLogIsReadInOneGo() throws {
    let noise = String(repeating: "INFO: 127.0.0.1:5000 - \"GET / HTTP/1.1\" 200 OK\n", count: 200)
    let found = try builtIn.get().messages(in: noise + "RuntimeError: Event loop is closed\n" + noise)
    #expect(found.map(\.id) == ["loop-closed"])
  }
}
