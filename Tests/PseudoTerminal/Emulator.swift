import CVTerm

/// A terminal in memory: takes the bytes that a program writes, and knows what its screen then shows.
final class Emulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let properties = Properties()

  /// What the program has asked the terminal for.
  final class Properties {
    var showsCursor = true
    var isAlternateScreen = false
    var mouseMode = 0
  }

  var showsCursor: Bool { properties.showsCursor }
  var isAlternateScreen: Bool { properties.isAlternateScreen }
  var reportsMouse: Bool { properties.mouseMode != 0 }

  init(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)), let screen = vterm_obtain_screen(terminal)
    else { fatalError("libvterm has no memory") }
    self.terminal = terminal
    self.screen = screen
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_set_callbacks(
      screen, Emulator.callbacks, Unmanaged.passUnretained(properties).toOpaque())
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
  }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(terminal, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    vterm_screen_flush_damage(screen)
  }

  /// What the terminal sends to the program: keys, and answers to its questions.
  func takeOutput() -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 4096)
    while case let count = vterm_output_read(terminal, &buffer, buffer.count), count > 0 {
      result += buffer[..<count].map { UInt8(bitPattern: $0) }
    }
    return result
  }

  func resize(columns: Int, rows: Int) {
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  func press(_ key: PseudoTerminal.Key) {
    switch key {
    case .character(let character, let modifiers):
      for scalar in character.unicodeScalars {
        vterm_keyboard_unichar(terminal, scalar.value, VTermModifier(modifiers.rawValue))
      }
    case .special(let code, let modifiers):
      vterm_keyboard_key(terminal, VTermKey(code), VTermModifier(modifiers.rawValue))
    }
  }

  /// What the terminal sends when text is pasted; bracketed if the program has asked for that.
  func paste(_ text: String) -> [UInt8] {
    vterm_keyboard_start_paste(terminal)
    var sent = takeOutput()
    for scalar in text.unicodeScalars {
      vterm_keyboard_unichar(terminal, scalar.value, VTERM_MOD_NONE)
      // libvterm has room for a few characters only, and drops the rest.
      sent += takeOutput()
    }
    vterm_keyboard_end_paste(terminal)
    return sent + takeOutput()
  }

  func click(row: Int, column: Int, button: Int) {
    vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(terminal, Int32(button), true, VTERM_MOD_NONE)
    vterm_mouse_button(terminal, Int32(button), false, VTERM_MOD_NONE)
  }

  var size: (columns: Int, rows: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    vterm_get_size(terminal, &rows, &columns)
    return (Int(columns), Int(rows))
  }

  var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.row), Int(position.col))
  }

  func cell(row: Int, column: Int) -> PseudoTerminal.Cell {
    var cell = VTermScreenCell()
    guard vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell) != 0 else {
      return PseudoTerminal.Cell(text: "", foreground: nil, attributes: [])
    }
    var text = String.UnicodeScalarView()
    withUnsafeBytes(of: cell.chars) { buffer in
      for value in buffer.bindMemory(to: UInt32.self) {
        // The right half of a wide character holds no scalar at all.
        guard value != 0, let scalar = Unicode.Scalar(value) else { break }
        text.append(scalar)
      }
    }
    var attributes: Set<PseudoTerminal.Attribute> = []
    if cell.attrs.bold != 0 { attributes.insert(.bold) }
    if cell.attrs.underline != 0 { attributes.insert(.underline) }
    if cell.attrs.italic != 0 { attributes.insert(.italic) }
    if cell.attrs.reverse != 0 { attributes.insert(.reverse) }
    let isDefault = cell.fg.type & UInt8(VTERM_COLOR_DEFAULT_FG.rawValue) != 0
    let isIndexed =
      cell.fg.type & UInt8(VTERM_COLOR_TYPE_MASK.rawValue) == UInt8(VTERM_COLOR_INDEXED.rawValue)
    let hasBackground = cell.bg.type & UInt8(VTERM_COLOR_DEFAULT_BG.rawValue) == 0
    if hasBackground { attributes.insert(.background) }
    return PseudoTerminal.Cell(
      text: String(text), foreground: isDefault || !isIndexed ? nil : Int(cell.fg.indexed.idx),
      attributes: attributes)
  }

  /// The text of a row without the blanks at its end.
  func line(_ row: Int) -> String {
    var line = ""
    let columns = size.columns
    var column = 0
    while column < columns {
      let text = cell(row: row, column: column).text
      // libvterm marks the right half of a wide character with an impossible scalar, an untouched cell with none.
      if !(column > 0 && isRightHalf(row: row, column: column)) { line += text.isEmpty ? " " : text }
      column += 1
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func isRightHalf(row: Int, column: Int) -> Bool {
    var cell = VTermScreenCell()
    _ = vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column - 1)), &cell)
    return cell.width == 2
  }

  /// Never freed: libvterm keeps the pointer, and there is one for the whole process.
  private nonisolated(unsafe) static let callbacks: UnsafePointer<VTermScreenCallbacks> = {
    // Written once here, before anyone can read it; only read afterwards. That is what makes it safe.
    let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let user, let value else { return 1 }
      let properties = Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
      switch property {
      case VTERM_PROP_CURSORVISIBLE: properties.showsCursor = value.pointee.boolean != 0
      case VTERM_PROP_ALTSCREEN: properties.isAlternateScreen = value.pointee.boolean != 0
      case VTERM_PROP_MOUSE: properties.mouseMode = Int(value.pointee.number)
      default: break
      }
      return 1
    }
    return UnsafePointer(callbacks)
  }()
}
