import Terminal
import Text

/// A lesson as one HTML page that needs nothing else. Without its script all of it stands on the page, one scene below the
/// other; the script shows one at a time, and plays them.
struct LessonPage {
  let lesson: SessionFile
  let scenes: [Scene]

  var text: String {
    let title = lesson.title.asMarkup
    var page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p>\(prose(lesson.summary))</p>
      <div id="bar" role="group" aria-label="Player" hidden><button id="back">Back</button> <button id="play" aria-pressed="false">Play</button> \
      <button id="next">Next</button> \(chapters) <span id="where"></span></div>
      <div id="stage" hidden></div>
      <div aria-live="polite">

      """
    for scene in scenes { page += section(scene) }
    return page + "</div>\n</main>\n<script>\n\(Self.script)\n</script>\n</body>\n</html>\n"
  }

  private var chapters: String {
    let options = scenes.enumerated().compactMap { index, scene in
      scene.beat.chapter.map { "<option value=\"\(index)\">\($0.asMarkup)</option>" }
    }
    return options.isEmpty
      ? "" : "<label>Chapter <select id=\"chapter\">\(options.joined())</select></label>"
  }

  private func section(_ scene: Scene) -> String {
    var text = "<section data-ms=\"\(scene.beat.milliseconds)\">\n"
    if let chapter = scene.beat.chapter { text += "<h2>\(chapter.asMarkup)</h2>\n" }
    for action in scene.actions { text += "<p class=\"did\">\(prose(action))</p>\n" }
    if let screen = scene.screen {
      text +=
        "<pre tabindex=\"0\" role=\"region\" aria-label=\"The wizard's screen\">\(Self.rows(screen))</pre>\n"
    }
    switch scene.beat.card {
    case .say(let words): text += "<p>\(prose(words))</p>\n"
    case .quiz(let quiz): text += self.quiz(quiz)
    case nil: break
    }
    return text + "</section>\n"
  }

  private func quiz(_ quiz: SessionFile.Quiz) -> String {
    var text = "<fieldset><legend>\(prose(quiz.prompt))</legend>\n<ol>\n"
    for (index, choice) in quiz.choices.enumerated() {
      text +=
        "<li><button type=\"button\"\(index == quiz.right ? " data-right" : "")>\(prose(choice))</button></li>\n"
    }
    text += "</ol>\n<p class=\"verdict\" role=\"status\"></p>\n"
    for (index, hint) in quiz.hints.enumerated() {
      text +=
        "<details><summary>Hint \(index + 1) of \(quiz.hints.count)</summary><p>\(prose(hint))</p></details>\n"
    }
    text +=
      "<details class=\"answer\"><summary>Answer</summary><p>It is \(quiz.right + 1). \(prose(quiz.choices[quiz.right]))</p>"
    return text + "<p>\(prose(quiz.explanation))</p></details></fieldset>\n"
  }

  /// Running text in which code stands between backticks.
  private func prose(_ text: String) -> String {
    Theme.monochrome.spans(text).map { span in
      span.style == .plain ? span.text.asMarkup : "<code>\(span.text.asMarkup)</code>"
    }.joined()
  }

  private static func rows(_ canvas: Canvas) -> String {
    (0..<canvas.height).map { row in
      canvas.runs(inRow: row).map { run in
        let classes = MarkupStyle.classes(run.style)
        return classes.isEmpty ? run.text.asMarkup : "<span class=\"\(classes)\">\(run.text.asMarkup)</span>"
      }.joined()
    }.joined(separator: "\n")
  }

  private static let style = """
    :root{color-scheme:light dark;\(variables(MarkupStyle.light))}
    @media (prefers-color-scheme:dark){:root{\(variables(MarkupStyle.dark))}}
    body{background:var(--bg);color:var(--fg);font:1rem/1.5 system-ui,sans-serif;margin:0}
    main{max-width:52rem;margin:auto;padding:1rem}
    pre{font:.9rem/1.25 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;border:1px solid;border-radius:.4rem;padding:.6rem;overflow:auto}
    code{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;color:var(--c6)}
    .did::before{content:"\\2192\\00a0"}.did{color:var(--c2)}.js section pre{display:none}
    fieldset{border:1px solid;border-radius:.4rem}li button{font:inherit;text-align:start}.verdict:empty{display:none}
    .b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}.d{opacity:.75}.v{background:var(--fg);color:var(--bg)}
    \((0..<8).map { ".c\($0){color:var(--c\($0))}.c\($0).v{background:var(--c\($0));color:var(--bg)}" }.joined())
    """

  private static func variables(_ colours: [String]) -> String {
    "--bg:\(colours[0]);--fg:\(colours[1]);"
      + (0..<8).map { "--c\($0):\(colours[$0 + 2])" }.joined(separator: ";")
  }

  private static let script = """
    (() => {
      const id = name => document.getElementById(name)
      const scenes = [...document.querySelectorAll('section')], chapter = id('chapter')
      let now = 0, timer = 0, plays = false
      const show = place => {
        now = Math.max(0, Math.min(scenes.length - 1, place))
        scenes.forEach((scene, index) => scene.hidden = index !== now)
        let screen = null
        for (let index = now; index >= 0 && !screen; index--) screen = scenes[index].querySelector('pre')
        id('stage').replaceChildren(...(screen ? [screen.cloneNode(true)] : []))
        id('where').textContent = `${now + 1} of ${scenes.length}`
        if (chapter) for (const option of chapter.options) if (+option.value <= now) chapter.value = option.value
        clearTimeout(timer)
        if (plays) timer = setTimeout(() => now + 1 < scenes.length ? show(now + 1) : play(false), +scenes[now].dataset.ms)
      }
      const play = on => {
        plays = on
        id('play').textContent = on ? 'Pause' : 'Play'
        id('play').setAttribute('aria-pressed', on)
        show(now)
      }
      document.body.className = 'js'
      id('bar').hidden = id('stage').hidden = false
      id('back').onclick = () => show(now - 1)
      id('next').onclick = () => show(now + 1)
      id('play').onclick = () => play(!plays)
      if (chapter) chapter.onchange = () => show(+chapter.value)
      document.onkeydown = event => {
        if (event.target.closest?.('select,pre') || event.ctrlKey || event.altKey || event.metaKey) return
        if (event.key === 'ArrowRight') show(now + 1)
        if (event.key === 'ArrowLeft') show(now - 1)
      }
      for (const button of document.querySelectorAll('li button')) button.onclick = () => {
        const set = button.closest('fieldset')
        set.querySelector('.verdict').textContent = 'right' in button.dataset ? 'Right.' : 'No.'
        set.querySelector('.answer').open = true
        if (plays) play(false)
      }
      if (scenes.length) show(0)
    })()
    """
}
