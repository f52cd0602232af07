import PythonOutline
import Testing

@Suite struct ScopeTests {
  @Test func scopesOfAModule() {
    let source = """
      @d(lambda: 0)
      class A(f(lambda: 1)):
          async def m(self, x=[i for i in y]):
              def inner(): return lambda: {a: b for a in (c for c in e) for a in [g for g in h]}

      def outer(): pass
      """
    let tree = parse(Array(source.utf8))
    let found = tree.scopes().map {
      "\($0.kind) \($0.qualifiedName) \($0.firstLine) \($0.parent.map(String.init) ?? "-")"
    }
    #expect(
      found == [
        "module  1 -", "class A 2 0", "lambda <lambda> 1 0", "lambda <lambda> 2 0", "asyncFunction A.m 3 1",
        "comprehension A.<listcomp> 3 1", "function A.m.inner 4 4", "lambda A.m.inner.<lambda> 4 6",
        "comprehension A.m.inner.<lambda>.<dictcomp> 4 7", "comprehension A.m.inner.<lambda>.<genexpr> 4 7",
        "comprehension A.m.inner.<lambda>.<dictcomp>.<listcomp> 4 8", "function outer 6 0",
      ])
    for scope in tree.scopes().dropFirst() { #expect(tree[scope.node].kind != .module) }
  }
}
