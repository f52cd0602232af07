import PythonOutline
import Testing

@Suite struct StatementTests {
  @Test(arguments: [
    ("a = b = c", "assignment(identifier=a identifier=b identifier=c)"),
    ("a, b = yield", "assignment(tuple(identifier=a identifier=b) yieldExpression)"),
    ("a.b += c", "augmentedAssignment(attribute=b(identifier=a) identifier=c)"),
    ("a: b = c", "annotatedAssignment(identifier=a annotation(identifier=b) identifier=c)"),
    ("(a): b", "annotatedAssignment(identifier=a annotation(identifier=b))"),
    ("a; b;", "expressionStatement(identifier=a); expressionStatement(identifier=b)"),
    ("del a, (b), c[0],", "deleteStatement(identifier=a identifier=b subscript_(identifier=c number))"),
    ("raise a from b", "raiseStatement(identifier=a identifier=b)"), ("raise", "raiseStatement"),
    ("assert a, b", "assertStatement(identifier=a identifier=b)"),
    ("return a, *b", "returnStatement(tuple(identifier=a starred(identifier=b)))"),
    ("return", "returnStatement"),
    ("global a, b", "globalStatement(identifier=a identifier=b)"),
    ("nonlocal a", "nonlocalStatement(identifier=a)"),
    ("import a.b as c, d", "importStatement(importedName=a.b(asName=c) importedName=d)"),
    ("from . import (a as b, c,)", "importFromStatement(importedName=a(asName=b) importedName=c)"),
    ("from ...a.b import *", "importFromStatement=a.b(importedName=*)"),
    ("yield from a", "expressionStatement(yieldFromExpression(identifier=a))"),
    (
      "print >>a, b",
      "expressionStatement(tuple(binaryOperation(identifier=print identifier=a) identifier=b))"
    ),
    (
      "type A[T: int = str, *U = *v, **P] = T",
      "typeAliasStatement=A(typeParameters(typeParameter=T(identifier=int identifier=str) typeParameter=U(starred(identifier=v)) typeParameter=P) identifier=T)"
    ),
    (
      "type = 1; type(a); type",
      "assignment(identifier=type number); expressionStatement(call(identifier=type argument(identifier=a))); expressionStatement(identifier=type)"
    ),
    (
      "while a: break\nelse: continue",
      "whileStatement(identifier=a body(breakStatement) orElse(continueStatement))"
    ),
    (
      "async for a in b: pass\nelse: pass",
      "asyncForStatement(identifier=a identifier=b body(passStatement) orElse(passStatement))"
    ),
    ("for a, in b: pass", "forStatement(tuple(identifier=a) identifier=b body(passStatement))"),
    (
      "if a: b\nelif c: d\nelse: e",
      "ifStatement(identifier=a body(expressionStatement(identifier=b)) orElse(ifStatement(identifier=c body(expressionStatement(identifier=d)) orElse(expressionStatement(identifier=e)))))"
    ),
    (
      "with a as b, c: pass",
      "withStatement(withItem(identifier=a identifier=b) withItem(identifier=c) body(passStatement))"
    ),
    (
      "with (a as b, c,): pass",
      "withStatement(withItem(identifier=a identifier=b) withItem(identifier=c) body(passStatement))"
    ),
    ("with (a, b): pass", "withStatement(withItem(identifier=a) withItem(identifier=b) body(passStatement))"),
    (
      "with (a, b) as c: pass",
      "withStatement(withItem(tuple(identifier=a identifier=b) identifier=c) body(passStatement))"
    ),
    (
      "async with (a) as b, (yield): pass",
      "asyncWithStatement(withItem(identifier=a identifier=b) withItem(yieldExpression) body(passStatement))"
    ),
    ("with (yield): pass", "withStatement(withItem(yieldExpression) body(passStatement))"),
    (
      "with (a).b(c) as d.e: pass",
      "withStatement(withItem(call(attribute=b(identifier=a) argument(identifier=c)) attribute=e(identifier=d)) body(passStatement))"
    ),
    (
      "try: a\nexcept (B, C) as d: pass\nexcept: pass\nelse: e\nfinally: f",
      "tryStatement(body(expressionStatement(identifier=a)) exceptHandler=d(tuple(identifier=B identifier=C) body(passStatement)) exceptHandler(body(passStatement)) orElse(expressionStatement(identifier=e)) finally(expressionStatement(identifier=f)))"
    ),
    (
      "try: a\nexcept* B: pass",
      "tryStatement(body(expressionStatement(identifier=a)) exceptHandler(identifier=B body(passStatement)))"
    ),
    (
      "try: a\nexcept B, C: pass",
      "tryStatement(body(expressionStatement(identifier=a)) exceptHandler(tuple(identifier=B identifier=C) body(passStatement)))"
    ),
    (
      "@a.b[c]\n@d\nasync def f(): pass",
      "asyncFunctionDefinition=f(decorators(subscript_(attribute=b(identifier=a) identifier=c) identifier=d) parameters body(passStatement))"
    ),
    (
      "def f[T: a](b: c = d, /, e=g, *, h) -> i: pass",
      "functionDefinition=f(typeParameters(typeParameter=T(identifier=a)) parameters(positionalOnlyParameter=b(annotation(identifier=c) defaultValue(identifier=d)) parameter=e(defaultValue(identifier=g)) keywordOnlyParameter=h) annotation(identifier=i) body(passStatement))"
    ),
    (
      "def f(*a: *b, c, **d: e,): pass",
      "functionDefinition=f(parameters(variadicParameter=a(annotation(starred(identifier=b))) keywordOnlyParameter=c keywordVariadicParameter=d(annotation(identifier=e))) body(passStatement))"
    ),
    (
      "class A[T](b, *c, metaclass=d, **e): f = 1",
      "classDefinition=A(typeParameters(typeParameter=T) argument(identifier=b) starredArgument(identifier=c) keywordArgument=metaclass(identifier=d) doubleStarredArgument(identifier=e) body(assignment(identifier=f number)))"
    ),
  ])
  func shape(_ source: String, _ expected: String) {
    #expect(sketch(source) == expected)
    #expect(faults(source) == [])
  }

  @Test(arguments: [
    ("_", "pattern"), ("a", "pattern=a(identifier=a)"), ("a.b", "pattern(attribute=b(identifier=a))"),
    ("-1 + 2j", "pattern(binaryOperation(unaryOperation(number) number))"), ("None", "pattern(none_)"),
    ("'a' 'b'", "pattern(string)"),
    ("1 | 2 as x", "pattern=x(pattern(pattern(number) pattern(number)) identifier=x)"),
    ("(a)", "pattern=a(identifier=a)"), ("(a,)", "pattern(pattern=a(identifier=a))"), ("()", "pattern"),
    ("[a, *_]", "pattern(pattern=a(identifier=a) pattern)"),
    ("a, *b", "pattern(pattern=a(identifier=a) pattern=b(identifier=b))"),
    (
      "{'k': a, B.c: _, **rest}",
      "pattern(string pattern=a(identifier=a) attribute=c(identifier=B) pattern pattern=rest(identifier=rest))"
    ),
    ("C()", "pattern(identifier=C)"),
    ("a.C(b, c=1)", "pattern(attribute=C(identifier=a) pattern=b(identifier=b) pattern(number))"),
    ("x if x > 1", "pattern=x(identifier=x) guardExpression(comparison(identifier=x number))"),
  ])
  func patterns(_ pattern: String, _ expected: String) {
    let source = "match s:\n  case \(pattern):\n    pass"
    #expect(sketch(source) == "matchStatement(identifier=s matchCase(\(expected) body(passStatement)))")
    #expect(faults(source) == [])
  }

  /// `match` is a name wherever it can be one.
  @Test(arguments: [
    ("match = 1", "assignment(identifier=match number)"),
    (
      "match(a, b)",
      "expressionStatement(call(identifier=match argument(identifier=a) argument(identifier=b)))"
    ),
    (
      "match[a]: b = c",
      "annotatedAssignment(subscript_(identifier=match identifier=a) annotation(identifier=b) identifier=c)"
    ),
    ("match * a", "expressionStatement(binaryOperation(identifier=match identifier=a))"),
    ("match -a", "expressionStatement(binaryOperation(identifier=match identifier=a))"),
    ("match.group()", "expressionStatement(call(attribute=group(identifier=match)))"),
    ("match, case = a", "assignment(tuple(identifier=match identifier=case) identifier=a)"),
    ("match: int", "annotatedAssignment(identifier=match annotation(identifier=int))"),
    (
      "match (a):\n  case 1: pass",
      "matchStatement(identifier=a matchCase(pattern(number) body(passStatement)))"
    ),
    (
      "match *a, b:\n  case _: pass",
      "matchStatement(tuple(starred(identifier=a) identifier=b) matchCase(pattern body(passStatement)))"
    ),
    (
      "match match:\n  case case: pass",
      "matchStatement(identifier=match matchCase(pattern=case(identifier=case) body(passStatement)))"
    ),
  ])
  func softKeywords(_ source: String, _ expected: String) {
    #expect(sketch(source) == expected)
    #expect(faults(source) == [])
  }

  @Test(arguments: [
    ("import a", 0), ("from a import b", 0), ("from . import b", 1), ("from ...a import b", 3),
    ("from .... \\\n . a import b", 5),
  ])
  func importLevels(_ source: String, _ level: Int) {
    let tree = parse(Array(source.utf8))
    #expect(tree.children(of: tree.root).map { tree.importLevel(of: $0) } == [level])
  }

  @Test func commentsAreCollected() {
    let source =
      "# a\nx = ( # b\n  1) # loopdoctor: ignore[x]\nif y:\n    # c\n  z\nwith (a, # d\n b).c: pass #e"
    let tree = parse(Array(source.utf8))
    let found = tree.comments.map {
      String(decoding: tree.source[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    #expect(found == ["# a", "# b", "# loopdoctor: ignore[x]", "# c", "# d", "#e"])
  }

  @Test func byteOrderMarkIsDropped() {
    let tree = parse([0xEF, 0xBB, 0xBF] + Array("a".utf8))
    #expect(tree.source == Array("a".utf8))
    #expect(sketch(tree) == "module(expressionStatement(identifier=a))")
  }
}
