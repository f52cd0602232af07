import Foundation
import PythonOutline
import Testing

@Suite struct RecoveryTests {
  /// What is left of a source with faults, and where they are.
  @Test(arguments: [
    (
      "a\nprint 'x'\nb", "expressionStatement(identifier=a); expressionStatement(identifier=b)",
      ["2:1 a print or exec statement of Python 2"]
    ),
    (
      "a; b c; d\ne", "expressionStatement(identifier=a); expressionStatement(identifier=e)",
      ["1:6 invalid syntax"]
    ),
    ("f(a\nb = 1", "assignment(identifier=b number)", ["1:2 this bracket was never closed"]),
    (
      "x = (1,\n  2\ndef f(): pass", "functionDefinition=f(parameters body(passStatement))",
      ["1:5 this bracket was never closed"]
    ),
    (
      "x = [1 2\n  def\ny = 3", "assignment(identifier=y number)",
      ["1:8 invalid syntax", "2:6 expected a name"]
    ),
    (
      "def f(a, (b, c)):\n  return a",
      "functionDefinition=f(parameters(parameter=a) body(returnStatement(identifier=a)))",
      ["1:10 expected a name"]
    ),
    (
      "def f(a, b:\n  return a",
      "functionDefinition=f(parameters(parameter=a) body(returnStatement(identifier=a)))",
      ["2:3 invalid syntax"]
    ),
    (
      "class A(b c):\n  d",
      "classDefinition=A(argument(identifier=b) body(expressionStatement(identifier=d)))",
      ["1:11 invalid syntax"]
    ),
    (
      "if a = 1:\n  b\nelse:\n  c",
      "ifStatement(identifier=a body(expressionStatement(identifier=b)) orElse(expressionStatement(identifier=c)))",
      ["1:6 expected ':'"]
    ),
    (
      "while:\n  b", "whileStatement(identifier body(expressionStatement(identifier=b)))",
      ["1:6 invalid syntax"]
    ),
    (
      "for a of b:\n  c", "forStatement(identifier=a identifier body(expressionStatement(identifier=c)))",
      ["1:7 expected 'in'"]
    ),
    (
      "with a b:\n  c", "withStatement(withItem(identifier=a) body(expressionStatement(identifier=c)))",
      ["1:8 expected ':'"]
    ),
    (
      "try:\n  a\nexcept B as 1:\n  c\nfinally:\n  d",
      "tryStatement(body(expressionStatement(identifier=a)) exceptHandler(identifier=B body(expressionStatement(identifier=c))) finally(expressionStatement(identifier=d)))",
      ["3:13 expected a name"]
    ),
    (
      "if a:\nb", "ifStatement(identifier=a body); expressionStatement(identifier=b)",
      ["2:1 expected an indented block"]
    ),
    (
      "a\n  b\nc",
      "expressionStatement(identifier=a); expressionStatement(identifier=b); expressionStatement(identifier=c)",
      ["2:3 unexpected indent"]
    ),
    (
      "if a:\n    b\n  c\nd",
      "ifStatement(identifier=a body(expressionStatement(identifier=b))); expressionStatement(identifier=c); expressionStatement(identifier=d)",
      ["3:3 unindent does not match any outer indentation level"]
    ),
    (
      "if a:\n\tb\n        c\n",
      "ifStatement(identifier=a body(expressionStatement(identifier=b) expressionStatement(identifier=c)))",
      ["3:9 inconsistent use of tabs and spaces in indentation"]
    ),
    (
      "else:\n  a\nb", "expressionStatement(identifier=a); expressionStatement(identifier=b)",
      ["1:1 invalid syntax"]
    ),
    (
      "@a b\ndef f(): c",
      "functionDefinition=f(decorators parameters body(expressionStatement(identifier=c)))",
      ["1:4 invalid syntax"]
    ),
    (
      "@a\nb = 1\nc", "expressionStatement(identifier=c)",
      ["2:1 expected a function or class after the decorators"]
    ),
    ("a = 'b\nc", "expressionStatement(identifier=c)", ["1:5 unterminated string"]),
    ("a = f'{b\nc", "expressionStatement(identifier=c)", ["1:7 this bracket was never closed"]),
    ("a = f'{x'\nc", "expressionStatement(identifier=c)", ["1:9 unterminated string"]),
    ("a = 0777\nb", "expressionStatement(identifier=b)", ["1:5 leading zeros are not permitted in a number"]),
    ("a $ b\nc", "expressionStatement(identifier=c)", ["1:3 unexpected character"]),
    (
      "f() = 1\na + b += 1\nc", "expressionStatement(identifier=c)",
      ["1:1 cannot assign to this expression", "2:1 cannot assign to this expression"]
    ),
    (
      "match a:\n  case 1 2:\n    b\n  c\n  case _: d",
      "matchStatement(identifier=a matchCase(pattern(number) body(expressionStatement(identifier=b))) matchCase(pattern body(expressionStatement(identifier=d))))",
      ["2:10 expected ':'", "4:3 expected 'case'"]
    ),
    (
      "def f():\n  a b\n  async def g(): await h()\n",
      "functionDefinition=f(parameters body(asyncFunctionDefinition=g(parameters body(expressionStatement(awaitExpression(call(identifier=h)))))))",
      ["2:5 invalid syntax"]
    ),
    (
      "if a: print 'b'\nc", "ifStatement(identifier=a body); expressionStatement(identifier=c)",
      ["1:7 a print or exec statement of Python 2"]
    ),
    (
      "exec code in d\nraise E, 'x'\nc", "expressionStatement(identifier=c)",
      ["1:1 a print or exec statement of Python 2", "2:8 invalid syntax"]
    ),
    (
      "match a:\n  [b]\n  case _: c",
      "matchStatement(identifier=a matchCase(pattern body(expressionStatement(identifier=c))))",
      ["2:3 expected 'case'"]
    ),
    ("def f(\n", "", ["2:1 expected a name"]),
    (")\na", "expressionStatement(identifier=a)", ["1:1 invalid syntax"]),
  ])
  func keepsWhatCanBeRead(_ source: String, _ expected: String, _ places: [String]) {
    #expect(sketch(source) == expected)
    #expect(faults(source) == places)
    #expect(isSound(parse(Array(source.utf8))))
  }

  @Test(arguments: [
    "a b", "f(a b)", "f(a, b=)", "x = ", "(a", "a)", "[1, 2", "{1: }", "{a: b, c}", "1 = a", "a +", "not",
    "lambda x y: 1",
    "def f(: pass", "def f()", "class", "import", "import a.", "from a import", "from import b",
    "from a import (b",
    "a if b", "for a b: pass", "await", "x.", "x.1", "f(x for x in y, z)", "f(a)(b=c for d in e)", "b'a' 'c'",
    "f'{a'",
    "f'{}'", "f'}'", "a <> b", "`a`", "a not b", "async x", "with a as 1: pass", "del f()",
    "for f() in a: pass",
    "a := 1 := 2", "f(1=2)", "f((a)=2)", "10L", "try: a", "yield = 1", "a = b = 1 = c", "x: int: str",
    "*a: int",
    "(*a)", "print 'a'", "exec 'a'", "raise A, B", "match a:\n  b", "type X", "a\\b", "'a", "\"\"\"a",
  ])
  func faultsAreFound(_ source: String) {
    #expect(faults(source) != [])
  }

  @Test func nulByteLeavesAnEmptyTree() {
    let tree = parse(Array("a = 1\0".utf8))
    #expect(sketch(tree) == "module")
    #expect(tree.faults == [SyntaxFault(offset: 5, message: "the file contains a NUL byte")])
  }

  @Test func missingExpressionsCoverNothing() {
    let tree = parse(Array("for :\n  pass".utf8))
    let missing = tree.nodes.filter { $0.kind == .identifier }
    #expect(missing.count == 2)
    #expect(missing.allSatisfy { $0.start == $0.end && $0.nameLength == 0 })
  }
}
