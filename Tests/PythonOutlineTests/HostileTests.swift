import Foundation
import PythonOutline
import Testing

// Safe as it is used: one thread writes, and the other reads only after the semaphore that follows the writing.
private final class Box<Value>: @unchecked Sendable {
  var value: Value?

  init() {}
}

/// Runs `body` on a thread with as little stack as the scan's threads may have.
private func onSmallStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value? {
  let box = Box<Value>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    box.value = body()
    done.signal()
  }
  thread.stackSize = 512 * 1024
  thread.start()
  done.wait()
  return box.value
}

/// The deepest that a walk from the root comes.
private func height(_ tree: SyntaxTree) -> Int {
  var deepest = 0
  var waiting = [(tree.root, 0)]
  while let (id, depth) = waiting.popLast() {
    deepest = max(deepest, depth)
    for child in tree.children(of: id) { waiting.append((child, depth + 1)) }
  }
  return deepest
}

@Suite struct HostileTests {
  private static let times = 100_000

  /// One statement of any depth is a fault, and the next one is read.
  @Test(arguments: [
    ("(", "1", ")"), ("[", "", "]"), ("{", "", "}"), ("{1:", "1", "}"), ("f(", "", ")"), ("a[", "b", "]"),
    ("(", "", ""),
    ("-", "1", ""), ("not ", "1", ""), ("lambda:", "1", ""), ("a**", "1", ""), ("a if b else ", "1", ""),
    ("", "a", ".b"),
    ("", "a", "()"), ("", "a", "+a"), ("", "a", "[0]"), ("f'{", "1", "}'"), ("f'{a:{", "b", "}}'"),
    ("await ", "a", ""),
    ("(lambda x=", "1", ":1)"), ("[a for b in ", "c", "]"), ("((a),", "b", ")"), ("not (", "1", ")"),
    ("x[-(", "1", ")]"),
    ("{f(a=[(*", "b", ")])}"), ("a:(", "1", ")"), ("f(\nf'''{", "", ""),
    ("a or (b and not f(x, *[", "1", "]))"),
  ])
  func depthIsBounded(_ opening: String, _ middle: String, _ closing: String) {
    let source =
      String(repeating: opening, count: Self.times) + middle + String(repeating: closing, count: Self.times)
    let found = onSmallStack { () -> (Int, Int, Bool) in
      let tree = parse(Array((source + "\nafter = 1\n").utf8))
      return (tree.faults.count, height(tree), isSound(tree))
    }
    #expect(found?.0 ?? 0 > 0)
    #expect(found?.1 ?? .max <= SyntaxTree.maximumHeight + 1)
    #expect(found?.2 == true)
  }

  @Test(arguments: [
    "(", "-", "lambda: ", "not (", "f(a, *[", "x[{1: (", "(lambda x=[", "f'{f\"{(", "f'{a:{[",
    "a if (b) else [c for d in ",
    "a or (b and not f(k=", "(yield ", "[*{**", "[(a, b) for a in ",
  ])
  func deepestAllowedFitsASmallStack(_ opening: String) {
    // Blocks and brackets together, up to the limit and beyond it.
    for blocks in [0, 50, 100, 150, 198] {
      var source = ""
      for level in 0..<blocks { source += String(repeating: " ", count: level) + "async with a as b:\n" }
      source +=
        String(repeating: " ", count: blocks) + "x = " + String(repeating: opening, count: 200) + "1\n"
      let text = source
      let isSoundTree = onSmallStack { isSound(parse(Array(text.utf8))) }
      #expect(isSoundTree == true)
    }
  }

  @Test(arguments: [
    "if a:", "def f():", "class A:", "while a:", "try:", "with a:", "match a:\n", "for a in b:",
  ])
  func blocksAreBounded(_ header: String) {
    var source = ""
    for level in 0..<2000 { source += String(repeating: " ", count: level) + header + "\n" }
    let text = source
    let found = onSmallStack { () -> (Int, Int) in
      let tree = parse(Array(text.utf8))
      return (tree.faults.count, height(tree))
    }
    #expect(found?.0 ?? 0 > 0)
    #expect(found?.1 ?? .max <= SyntaxTree.maximumHeight)
  }

  @Test(arguments: [
    "((a))", "a.b.c.d()[0]", "a + b * -c", "x if y else z", "f(g(h(1)))", "lambda: lambda: 1",
  ])
  func ordinaryDepthIsNoFault(_ expression: String) {
    let deep = String(repeating: "(", count: 150) + expression + String(repeating: ")", count: 150)
    #expect(faults(deep) == [])
    #expect(faults(Array(repeating: expression, count: 3000).joined(separator: "\n")) == [])
  }

  @Test func longChainsAreRead() {
    #expect(faults("x = a" + String(repeating: " + a", count: 900)) == [])
    #expect(faults("x = a" + String(repeating: ".b()", count: 450)) == [])
    #expect(faults("x = a" + String(repeating: " or a", count: 100_000)) == [])
    #expect(faults("x = [" + String(repeating: "a,\n", count: 100_000) + "]") == [])
    #expect(faults("if a: b\n" + String(repeating: "elif a: b\n", count: 400)) == [])
    #expect(
      faults("if a: b\n" + String(repeating: "elif a: b\n", count: 100_000)) == ["1:1 nested too deeply"])
  }

  /// Every prefix of a source with all kinds of syntax, in every state of the lexer.
  @Test func truncationsAreRead() {
    let source = Array(Self.sample.utf8)
    for end in 0...source.count {
      let tree = parse(Array(source[..<end]))
      #expect(isSound(tree), "cut at \(end)")
      #expect(tree.scopes().count >= 1)
      _ = tokens(of: Array(source[..<end]))
    }
    #expect(parse(source).faults == [])
  }

  @Test func mutationsAreRead() {
    var random = SeededGenerator(state: 20)
    let source = Array(Self.sample.utf8)
    let pieces = [
      "(", ")", "[", "{", "}", "'", "\"\"\"", "f'", "f\"{", ":", "\n", "\r", "\\", " ", "\t", ":=", "*", "=",
      "def ", "async ", "match ", "case ", "elif ", "lambda ", "#", "\u{0C}", "é", "!",
    ]
    for _ in 0..<3000 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 1...255, using: &random)
        case 2:
          bytes.insert(
            contentsOf: Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8), at: place)
        default:
          bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      #expect(isSound(parse(bytes)), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func randomBytesAreRead() {
    var random = SeededGenerator(state: 7)
    let alphabet = Array("()[]{}'\"\"\"'''fbrt:=,.#\\\n\n  \tabif else\rdef xin1!*+-@".utf8)
    for round in 0..<4000 {
      let length = Int.random(in: 0...300, using: &random)
      let bytes = (0..<length).map { _ in
        round % 2 == 0
          ? UInt8.random(in: 0...255, using: &random)
          : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      #expect(isSound(parse(bytes)))
      let found = tokens(of: bytes)
      #expect(found.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
  }

  static let sample = #"""
    # -*- coding: utf-8 -*-
    """Module."""
    from __future__ import annotations
    import os.path as p, sys
    from ..a.b import (c as d, e,)
    @decorator(x=1)
    async def handler[T: int = str](self, a: int = 1, /, *args: *Ts, key=None, **kw) -> dict[str, T]:
    	async with (open(p) as f, lock,):
    		async for line in f:
    			yield f"{line!r:>{width}} {{x}} {kw['a']=} \N{BULLET}" 'tail' rf'\d{1}'
    	return await asyncio.to_thread(requests.get, url, timeout=0x1F + 1e-3j if a else .5)
    class Größe(Base, metaclass=M):
        x: int = 3; y = [i ** 2 for i in range(10) if i % 2 if i]
        def m(self):
            try:
                with (yield): pass
            except (A, B) as error:
                raise C from error
            except* D: ...
            else:
                del self.x, self.y[1:2, ::3]
            finally:
                global g
                lambda *a, k=1: (a, k)
    match command.split():
        case [Point(x=0, y=-1.5), *rest] if rest: print(rest)
        case {"a": 1 | 2 as z, **kw} | None: pass
        case _:
            assert (n := 10) > 5, t'{n:{w}}'
    type X = {k: v for k, v in {**a, 'b': not c}.items()}
    while a < b <= c is not d not in e:
        if x: break
        elif y: continue
        else: x, *y = 1, \
            2
    """# + "\n"
}
