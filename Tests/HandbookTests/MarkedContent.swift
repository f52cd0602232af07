@testable import Handbook

/// Content files in memory, where a `▸` in a text marks the place at which a fault is expected.
struct MarkedContent: Sendable {
  enum Edit: Sendable {
    /// In a file, the only occurrence of a text.
    case replace(String, String, String)
    /// A file, new or in place of what was there.
    case file(String, String)
    case bytes(String, [UInt8])
    case remove(String)
  }

  private(set) var files: [String: [UInt8]]
  /// As `file:line:column`, in order.
  private(set) var marks: [String] = []
  private(set) var misses: [String] = []

  init(_ edits: [Edit]) {
    var texts = Self.sound
    files = [:]
    var bytes: [String: [UInt8]] = [:]
    for edit in edits {
      switch edit {
      case .replace(let file, let old, let new):
        let count = texts[file]?.ranges(of: old).count ?? 0
        if count != 1 { misses.append("“\(old)” stands \(count) times in \(file)") }
        texts[file]?.replace(old, with: new)
      case .file(let file, let text): texts[file] = text
      case .bytes(let file, let content): bytes[file] = content
      case .remove(let file): texts[file] = nil
      }
    }
    var places: [(String, Int, Int)] = []
    for (file, text) in texts {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        var column = 1
        for scalar in line.unicodeScalars {
          if scalar == "▸" { places.append((file, number + 1, column)) } else { column += 1 }
        }
      }
      files[file] = Array(text.replacing("▸", with: "").utf8)
    }
    files.merge(bytes) { $1 }
    marks = places.sorted { $0 < $1 }.map { "\($0.0):\($0.1):\($0.2)" }
  }

  func load() throws(ContentFaults) -> Handbook {
    var loader = HandbookLoader()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      loader.read(ContentFile(path: path, bytes: bytes))
    }
    return try loader.handbook()
  }

  /// A handbook as small as it can be.
  static let sound: [String: String] = [
    "timeline.yaml": """
    start: symptom
    steps:
      - id: symptom
        minute: 0
        title: The symptom
        question:
          ask: What?
          why: Because.
          unknown: Look.
          choices:
            - {value: slow, label: Slow, see: waits}
            - {value: unknown, label: No idea, see: nothing}
        edges:
          - {when: {symptom: [slow, unknown]}, to: framework}
      - id: framework
        minute: 5
        title: The framework
        question:
          ask: Which?
          why: Because.
          unknown: Look.
          default: unknown
          choices:
            - {value: fastapi, label: FastAPI, see: imports}
            - {value: unknown, label: No idea, see: nothing}
        edges:
          - {to: blocker}
      - id: blocker
        minute: 8
        title: The call
        question:
          ask: Which call?
          why: Because.
          unknown: Look.
          optional: true
          choices:
            - {value: http, label: HTTP, see: requests}
            - {value: unknown, label: No idea, see: nothing}
        edges:
          - {when: {blocker: http}, to: treat}
          - {when: {blocker: unknown}, to: treat}
      - {id: treat, minute: 12, title: Treat, page: {articles: [fix-1], conclusion: cause}}

    """,
    "kinds.yaml": """
    - id: blocking-http
      title: HTTP
      severity: error
      blocker: http
      fix: fix-1
      message: "{call} blocks"
      noqa: [ASYNC210]

    """,
    "frameworks.yaml": """
    - id: fastapi
      title: FastAPI
      modules: [fastapi]
      outranks: []
      loop_owner: uvicorn
      rule: Never nest.
      sync_handlers: thread
      injectors: [fastapi.Depends]
      routes: [get]
      debug: PYTHONASYNCIODEBUG=1
      source: https://example.org

    """,
    "messages.yaml": """
    - id: slow-callback
      page: end
      answers: {symptom: slow}
      patterns:
        - "Executing <* took * seconds"
      tried: CPython 3.13.0

    """,
    "off-loop.yaml": """
    helpers:
      - name: asyncio.to_thread
        argument: 1
        keyword: func
        source: https://example.org
    decorators:
      - name: asgiref.sync.sync_to_async
        source: https://example.org

    """,
    "on-loop.yaml": """
    callbacks:
      - names: asyncio.AbstractEventLoop.call_soon
        argument: 1
        keyword: callback
        source: https://example.org

    """,
    "per-request.yaml": """
    libraries:
      - library: httpx
        title: httpx
        source: https://example.org
        tried: httpx 0.28.1
        kind: blocking-http
        replacement: one client
        fix: fix-1
        calls:
          - names: httpx.AsyncClient

    """,
    "blocking/requests.yaml": """
    library: requests
    title: Requests
    source: https://example.org
    tried: requests 2.34.2
    kind: blocking-http
    confidence: certain
    replacement: httpx
    fix: fix-1
    also: [end]
    types:
      requests.Session: requests.Session
    calls:
      - names: requests.{get, post}
      - names: requests.Session.send
        kind: blocking-http
        fix: fix-1
        unless:
          - {argument: stream, position: 2, is: [True]}

    """,
    "fixes/fix-1.md": """
    ---
    title: A thread
    summary: Hand it to a thread.
    fix: 1
    see: [end]
    ---

    Introduction.

    ## Newer {python>=3.9}

    ```python before
    import requests

    async def load():
        requests.get("x")  # blocks: blocking-http
    ```

    """,
    "kinds/blocking-http.md": "---\ntitle: HTTP\nsummary: It waits.\n---\n\nText.\n",
    "pages/end.md": "---\ntitle: The end\nsummary: It is over.\n---\n\nText.\n",
  ]
}
