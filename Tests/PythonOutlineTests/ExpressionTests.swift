import PythonOutline
import Testing

@Suite struct ExpressionTests {
  @Test(arguments: [
    // How tightly operators bind
    ("a + b * c", "binaryOperation(identifier=a binaryOperation(identifier=b identifier=c))"),
    ("a - b - c", "binaryOperation(binaryOperation(identifier=a identifier=b) identifier=c)"),
    ("a ** b ** c", "binaryOperation(identifier=a binaryOperation(identifier=b identifier=c))"),
    ("-a ** -b", "unaryOperation(binaryOperation(identifier=a unaryOperation(identifier=b)))"),
    (
      "not a in b and c", "booleanOperation(notOperation(comparison(identifier=a identifier=b)) identifier=c)"
    ),
    (
      "a or b and c or d",
      "booleanOperation(identifier=a booleanOperation(identifier=b identifier=c) identifier=d)"
    ),
    ("a < b is not c not in d", "comparison(identifier=a identifier=b identifier=c identifier=d)"),
    (
      "a if b else c if d else e",
      "conditionalExpression(identifier=b identifier=a conditionalExpression(identifier=d identifier=c identifier=e))"
    ),
    ("await a ** b", "binaryOperation(awaitExpression(identifier=a) identifier=b)"),
    ("await a.b(c)", "awaitExpression(call(attribute=b(identifier=a) argument(identifier=c)))"),
    ("lambda: (yield)", "lambda(parameters yieldExpression)"),
    (
      "lambda x, /, y=1, *a, k, **m: x",
      "lambda(parameters(positionalOnlyParameter=x parameter=y(defaultValue(number)) variadicParameter=a keywordOnlyParameter=k keywordVariadicParameter=m) identifier=x)"
    ),
    // Calls
    (
      "f(a, *b, c=d, **e)",
      "call(identifier=f argument(identifier=a) starredArgument(identifier=b) keywordArgument=c(identifier=d) doubleStarredArgument(identifier=e))"
    ),
    (
      "f(x for x in y)(z,)",
      "call(call(identifier=f argument(generatorExpression(identifier=x comprehensionClause(identifier=x identifier=y)))) argument(identifier=z))"
    ),
    (
      "f(a := 1, print=2)",
      "call(identifier=f argument(namedExpression(identifier=a number)) keywordArgument=print(number))"
    ),
    // Displays
    ("()", "tuple"), ("(a)", "identifier=a"), ("(a,)", "tuple(identifier=a)"),
    ("a, *b", "tuple(identifier=a starred(identifier=b))"),
    ("[a, *b]", "list(identifier=a starred(identifier=b))"),
    ("{*a, b}", "set(starred(identifier=a) identifier=b)"),
    (
      "{a: b, **c, d: lambda: e}",
      "dictionary(identifier=a identifier=b doubleStarredArgument(identifier=c) identifier=d lambda(parameters identifier=e))"
    ),
    ("{}", "dictionary"), ("...", "ellipsis"),
    (
      "[a async for b, c in d if e if f for g in h]",
      "listComprehension(identifier=a asyncComprehensionClause(tuple(identifier=b identifier=c) identifier=d identifier=e identifier=f) comprehensionClause(identifier=g identifier=h))"
    ),
    (
      "{a: b for c in d}",
      "dictComprehension(identifier=a identifier=b comprehensionClause(identifier=c identifier=d))"
    ),
    (
      "{a for a in b if (c := a)}",
      "setComprehension(identifier=a comprehensionClause(identifier=a identifier=b namedExpression(identifier=c identifier=a)))"
    ),
    // Subscripts
    (
      "a[b:c, ::d, ...]",
      "subscript_(identifier=a tuple(slice(identifier=b identifier=c) slice(identifier=d) ellipsis))"
    ),
    ("a[*b]", "subscript_(identifier=a tuple(starred(identifier=b)))"),
    ("a[b,]", "subscript_(identifier=a tuple(identifier=b))"),
    ("a[:]", "subscript_(identifier=a slice)"),
    ("a[b := 1]", "subscript_(identifier=a namedExpression(identifier=b number))"),
    // Strings
    (#""a" 'b' "#, "string"), (#"b"a" rb'c'"#, "bytes"), (#"f"a""#, "formattedString"),
    (#""a" f"{b!r:{c}}" 'd'"#, "formattedString(identifier=b identifier=c)"),
    (
      #"f'{a:{f"{b}"}>{c:{d}}}{yield_}'"#,
      "formattedString(identifier=a formattedString(identifier=b) identifier=c identifier=d identifier=yield_)"
    ),
    (
      #"f"{*a, b}{yield c}{await d=}""#,
      "formattedString(tuple(starred(identifier=a) identifier=b) yieldExpression(identifier=c) awaitExpression(identifier=d))"
    ),
    (#"t"{a}{{b}}""#, "formattedString(identifier=a)"),
  ])
  func shape(_ source: String, _ expected: String) {
    #expect(sketch(expression: source) == expected)
  }

  @Test(arguments: [
    (NodeKind.binaryOperation, "((a) + (b))", ["(a) + (b)"]),
    (.tuple, "x = ((a, b), c)", ["((a, b), c)", "(a, b)"]),
    (.tuple, "for a, b in c, d: pass", ["a, b", "c, d"]),
    (.generatorExpression, "f(x for x in y)", ["(x for x in y)"]),
    (.call, "((f)(a)) .g()", ["((f)(a)) .g()", "(f)(a)"]),
    (.attribute, "(a).b . c", ["(a).b . c", "(a).b"]),
    (.functionDefinition, "@d\ndef f(): a; b; # c\n", ["def f(): a; b;"]),
    (.asyncFunctionDefinition, "@d\nasync def f():\n  a\n\n\nb", ["async def f():\n  a"]),
    (.classDefinition, "@d\nclass C(a): pass\n", ["class C(a): pass"]),
    (
      .ifStatement, "if a:\n  b\nelif c:\n  d\nelse:\n  e\n",
      ["if a:\n  b\nelif c:\n  d\nelse:\n  e", "elif c:\n  d\nelse:\n  e"]
    ),
    (.keywordArgument, "f(a = (b), ** c)", ["a = (b)"]),
    (.identifier, #"f"{a}" f'''{ b :{ c }}'''"#, ["a", "b", "c"]),
    (.parameter, "def f(a: int = 1, b=2): pass", ["a: int", "b"]),
    (.awaitExpression, "x = (await y) + 1", ["await y"]),
    (.string, "x = ('a'\n 'b')", ["'a'\n 'b'"]),
  ])
  func extents(_ kind: NodeKind, _ source: String, _ expected: [String]) {
    #expect(texts(of: kind, in: source) == expected)
  }
}
