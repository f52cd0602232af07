import PythonOutline
import Testing

/// Tokens as `kind:text`, with layout as the bare word.
private func lexed(_ source: String) -> String {
  let bytes = Array(source.utf8)
  return tokens(of: bytes).map { token in
    switch token.kind {
    case .newline, .indent, .dedent: "\(token.kind)"
    default: "\(token.kind):" + String(decoding: bytes[token.start..<token.end], as: UTF8.self)
    }
  }.joined(separator: " ")
}

@Suite struct LexerTests {
  @Test(arguments: [
    // Words
    ("x = None", "identifier:x operator:= keyword:None newline"),
    (
      "match case type _ print async",
      "identifier:match identifier:case identifier:type identifier:_ identifier:print keyword:async newline"
    ),
    (
      "Nonex nonlocal continue continues imports",
      "identifier:Nonex keyword:nonlocal keyword:continue identifier:continues identifier:imports newline"
    ),
    ("größe_αβ", "identifier:größe_αβ newline"),
    (
      "a_very_long_identifier_of_36_letters.x",
      "identifier:a_very_long_identifier_of_36_letters operator:. identifier:x newline"
    ),
    // Numbers
    (
      "0 007 00 0_0 1_000.5e-3j 0xFFfor 1if",
      "number:0 error:007 number:00 number:0_0 number:1_000.5e-3j number:0xFFf keyword:or number:1 keyword:if newline"
    ),
    (
      "1..real .5 5. 1e5 1else 0b1_0 0o17",
      "number:1. operator:. identifier:real number:.5 number:5. number:1e5 number:1 keyword:else number:0b1_0 number:0o17 newline"
    ),
    // Operators
    (
      "a**=b//=c>>=d",
      "identifier:a operator:**= identifier:b operator://= identifier:c operator:>>= identifier:d newline"
    ),
    (
      "a->b:=c...d@=e!=f<=g<<h~i",
      "identifier:a operator:-> identifier:b operator::= identifier:c operator:... identifier:d operator:@= identifier:e operator:!= identifier:f operator:<= identifier:g operator:<< identifier:h operator:~ identifier:i newline"
    ),
    ("a $ b ? `", "identifier:a error:$ identifier:b error:? error:` newline"),
    // Strings
    (
      #"rb'\'' Rb"\\" u'' BR'x' ur'x'"#,
      #"string:rb'\'' string:Rb"\\" string:u'' string:BR'x' identifier:ur string:'x' newline"#
    ),
    ("'''a'b''c\n''' \"\"\"\\\"\"\"\"", "string:'''a'b''c\n''' string:\"\"\"\\\"\"\"\" newline"),
    ("'abc\nx", "error:'abc newline identifier:x newline"),
    ("'abc\\\ndef' x", "string:'abc\\\ndef' identifier:x newline"),
    ("'''abc\ndef", "error:'''abc\ndef newline"),
    ("'abc\\", "error:'abc\\ newline"),
    // Layout
    (
      "if a:\n\tb\n        c\nd",
      "keyword:if identifier:a operator:: newline indent identifier:b newline identifier:c newline dedent identifier:d newline"
    ),
    (
      "if a:\n  if b:\n    c",
      "keyword:if identifier:a operator:: newline indent keyword:if identifier:b operator:: newline indent identifier:c newline dedent dedent"
    ),
    ("a\r\nb\rc\n", "identifier:a newline identifier:b newline identifier:c newline"),
    (
      "f(\n  a,\n# no\n b)\n",
      "identifier:f operator:( identifier:a operator:, comment:# no identifier:b operator:) newline"
    ),
    (
      "a = \\\n  b\n\n  \n# c\nd # e",
      "identifier:a operator:= identifier:b newline comment:# c identifier:d comment:# e newline"
    ),
    (
      "\u{0C}a\nif b:\n \u{0C}c",
      "identifier:a newline keyword:if identifier:b operator:: newline identifier:c newline"
    ),
    ("\\\na", "identifier:a newline"),
    ("", ""), ("\n\n", ""), ("# only", "comment:# only"),
  ])
  func tokensOfSource(_ source: String, _ expected: String) {
    #expect(lexed(source) == expected)
  }

  @Test(arguments: [
    (#"f"a{b}c""#, #"string:f" string:a operator:{ identifier:b operator:} string:c string:" newline"#),
    (
      #"f"{{}}{x!r:>{w}}""#,
      #"string:f" string:{{}} operator:{ identifier:x operator:! identifier:r operator:: string:> operator:{ identifier:w operator:} operator:} string:" newline"#
    ),
    (
      #"f"{f"{f"{1}"}"}""#,
      #"string:f" operator:{ string:f" operator:{ string:f" operator:{ number:1 operator:} string:" operator:} string:" operator:} string:" newline"#
    ),
    (
      #"f'{a["b"]:%H:%M}'"#,
      #"string:f' operator:{ identifier:a operator:[ string:"b" operator:] operator:: string:%H:%M operator:} string:' newline"#
    ),
    (
      #"f"{x=}{y!=z}{{'a': 1}['a']}""#,
      #"string:f" operator:{ identifier:x operator:= operator:} operator:{ identifier:y operator:!= identifier:z operator:} string:{{'a': 1 error:} string:['a'] error:} string:" newline"#
    ),
    (
      #"t'{ {1: 2}[1] }' rf"\{x}" f"\N{BULLET}{y}""#,
      #"string:t' operator:{ operator:{ number:1 operator:: number:2 operator:} operator:[ number:1 operator:] operator:} string:' string:rf" string:\ operator:{ identifier:x operator:} string:" string:f" string:\N{BULLET} operator:{ identifier:y operator:} string:" newline"#
    ),
    (
      "f'''{\na # b\n}\n'''",
      "string:f''' operator:{ identifier:a comment:# b operator:} string:\n string:''' newline"
    ),
    (
      #"f"{lambda x: 1}""#,
      #"string:f" operator:{ keyword:lambda identifier:x operator:: string: 1 operator:} string:" newline"#
    ),
    ("f'abc\nd", "string:f' error:abc newline identifier:d newline"),
    ("f'{x:abc\nd", "string:f' operator:{ identifier:x operator:: error:abc newline identifier:d newline"),
    (
      #"f"{(x:=5)}{x:=5}""#,
      #"string:f" operator:{ operator:( identifier:x operator::= number:5 operator:) operator:} operator:{ identifier:x operator:: string:=5 operator:} string:" newline"#
    ),
  ])
  func formattedStrings(_ source: String, _ expected: String) {
    #expect(lexed(source) == expected)
  }

  @Test func keywordsAreTold() {
    let words = [
      "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
      "del",
      "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
      "nonlocal",
      "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
    for word in words {
      #expect(lexed(word) == "keyword:\(word) newline")
      #expect(lexed(word + "_") == "identifier:\(word)_ newline")
      #expect(lexed(String(word.dropLast()) + "q") == "identifier:\(word.dropLast())q newline")
    }
  }

  @Test func byteOrderMarkIsNoToken() {
    #expect(lexed("\u{FEFF}a") == "identifier:a newline")
    #expect(tokens(of: Array("\u{FEFF}a".utf8)).first == Token(kind: .identifier, start: 3, end: 4))
  }

  @Test func nulByteIsAnError() {
    #expect(tokens(of: [0x61, 0, 0x62]).map(\.kind) == [.identifier, .error, .identifier, .newline])
    #expect(
      tokens(of: Array("'a\0b' # \0\nc".utf8)).map(\.kind) == [
        .string, .comment, .newline, .identifier, .newline,
      ])
  }
}
