"""What CPython's own parser makes of every Python file below a folder, in the shape of PythonOutline's tree.

Usage: outline_oracle.py FOLDER
Folders named site-packages below it are passed over.

For each file: a line `file PATH`, then one line a node, depth first: DEPTH KIND START END NAME, with byte offsets as
`ast` has them, and `-` where `ast` gives none. A file that this Python cannot parse yields the one line `skipped`.
A node that opens a scope is followed by the line `scope KIND QUALIFIED-NAME LINE`.
Python before 3.12 knows no true positions inside f-strings, so their fields are left out; the line
`fields no` at the top says so.
"""

import ast
import codecs
import gc
import io
import multiprocessing
import os
import re
import sys
import threading
import tokenize
import warnings

FIELDS = sys.version_info >= (3, 12)
# Nodes whose children are simply some fields in this order.
PLAIN = {
    ast.Return: ("returnStatement", ("value",)),
    ast.Delete: ("deleteStatement", ("targets",)),
    ast.Assign: ("assignment", ("targets", "value")),
    ast.AugAssign: ("augmentedAssignment", ("target", "value")),
    ast.Raise: ("raiseStatement", ("exc", "cause")),
    ast.Assert: ("assertStatement", ("test", "msg")),
    ast.Expr: ("expressionStatement", ("value",)),
    ast.Pass: ("passStatement", ()),
    ast.Break: ("breakStatement", ()),
    ast.Continue: ("continueStatement", ()),
    ast.Await: ("awaitExpression", ("value",)),
    ast.Yield: ("yieldExpression", ("value",)),
    ast.YieldFrom: ("yieldFromExpression", ("value",)),
    ast.NamedExpr: ("namedExpression", ("target", "value")),
    ast.IfExp: ("conditionalExpression", ("test", "body", "orelse")),
    ast.BoolOp: ("booleanOperation", ("values",)),
    ast.BinOp: ("binaryOperation", ("left", "right")),
    ast.Compare: ("comparison", ("left", "comparators")),
    ast.Tuple: ("tuple", ("elts",)),
    ast.List: ("list", ("elts",)),
    ast.Set: ("set", ("elts",)),
    ast.Starred: ("starred", ("value",)),
    ast.Subscript: ("subscript_", ("value", "slice")),
    ast.Slice: ("slice", ("lower", "upper", "step")),
}
COMPREHENSIONS = {
    ast.ListComp: ("listComprehension", "<listcomp>"),
    ast.SetComp: ("setComprehension", "<setcomp>"),
    ast.GeneratorExp: ("generatorExpression", "<genexpr>"),
    ast.DictComp: ("dictComprehension", "<dictcomp>"),
}
LINE_END = re.compile(rb"\r\n|\r|\n")


class Dump:
    def __init__(self, source, encoding):
        if source.startswith(codecs.BOM_UTF8):
            source = source[3:]
        self.lines = []
        self.starts = [0] + [found.end() for found in LINE_END.finditer(source)]
        self.source = source
        self.scope = ""
        self.encoding = None if encoding in ("utf-8", "utf-8-sig", "ascii") else encoding

    def offset(self, line, column):
        start = self.starts[line - 1]
        if self.encoding and column:
            end = self.starts[line] if line < len(self.starts) else len(self.source)
            text = self.source[start:end].decode(self.encoding)
            column = len(text.encode()[:column].decode().encode(self.encoding))
        return start + column

    def name(self, name):
        if self.encoding and name and not name.isascii():
            return name.encode(self.encoding).decode("utf-8", "replace")
        return name or ""

    def line(self, depth, kind, node, name=""):
        """A node with the extent that `node` has."""
        if self.encoding is None:
            starts = self.starts
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
        else:
            start = self.offset(node.lineno, node.col_offset)
            end = self.offset(node.end_lineno, node.end_col_offset)
            name = self.name(name)
        self.lines.append(f"{depth} {kind} {start} {end} {name or ''}")

    def bare(self, depth, kind, name=""):
        """A node that `ast` has no extent for."""
        self.lines.append(f"{depth} {kind} - - {self.name(name)}")

    def visit(self, node, depth):
        HANDLERS[type(node)](self, node, depth)

    def list(self, kind, nodes, depth):
        self.bare(depth, kind)
        for node in nodes:
            HANDLERS[type(node)](self, node, depth + 1)

    def wrapped(self, kind, node, depth):
        if node is not None:
            self.list(kind, [node], depth)

    def open_scope(self, kind, name, node):
        """Returns the scope to come back to."""
        outer = self.scope
        self.scope = f"{outer}.{name}" if outer else name
        self.lines.append(f"scope {kind} {self.name(self.scope)} {node.lineno}")
        return outer

    def plain(self, node, depth):
        kind, fields = PLAIN[type(node)]
        self.line(depth, kind, node)
        depth += 1
        for field in fields:
            value = getattr(node, field)
            if type(value) is list:
                for item in value:
                    HANDLERS[type(item)](self, item, depth)
            elif value is not None:
                HANDLERS[type(value)](self, value, depth)

    # Leaves and operands

    def identifier(self, node, depth):
        self.line(depth, "identifier", node, node.id)

    def attribute(self, node, depth):
        self.line(depth, "attribute", node, node.attr)
        self.visit(node.value, depth + 1)

    def constant(self, node, depth):
        value = node.value
        kind = "number"
        if value is None:
            kind = "none_"
        elif value is True:
            kind = "true_"
        elif value is False:
            kind = "false_"
        elif value is Ellipsis:
            kind = "ellipsis"
        elif isinstance(value, str):
            kind = "string"
        elif isinstance(value, bytes):
            kind = "bytes"
        self.line(depth, kind, node)

    def formatted(self, node, depth):
        self.line(depth, "formattedString", node)
        if FIELDS:
            self.fields(node, depth + 1)

    def fields(self, joined, depth):
        for value in joined.values:
            if not isinstance(value, ast.Constant):
                self.visit(value.value, depth)
                if value.format_spec is not None:
                    self.fields(value.format_spec, depth)

    def unary(self, node, depth):
        self.line(depth, "notOperation" if isinstance(node.op, ast.Not) else "unaryOperation", node)
        self.visit(node.operand, depth + 1)

    def dictionary(self, node, depth):
        self.line(depth, "dictionary", node)
        for key, value in zip(node.keys, node.values):
            if key is None:
                self.wrapped("doubleStarredArgument", value, depth + 1)
            else:
                self.visit(key, depth + 1)
                self.visit(value, depth + 1)

    def comprehension(self, node, depth):
        kind, name = COMPREHENSIONS[type(node)]
        self.line(depth, kind, node)
        outer = self.open_scope("comprehension", name, node)
        depth += 1
        for element in [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]:
            self.visit(element, depth)
        inner = self.scope
        for place, clause in enumerate(node.generators):
            self.bare(depth, "asyncComprehensionClause" if clause.is_async else "comprehensionClause")
            self.visit(clause.target, depth + 1)
            self.scope = outer if place == 0 else inner
            self.visit(clause.iter, depth + 1)
            self.scope = inner
            for test in clause.ifs:
                self.visit(test, depth + 1)
        self.scope = outer

    def call(self, node, depth):
        self.line(depth, "call", node)
        self.visit(node.func, depth + 1)
        self.arguments(node.args, node.keywords, depth + 1)

    def arguments(self, positional, keywords, depth):
        given = positional + keywords
        if positional and keywords:
            given.sort(key=lambda node: (node.lineno, node.col_offset))
        for node in given:
            if isinstance(node, ast.keyword):
                if node.arg is None:
                    self.wrapped("doubleStarredArgument", node.value, depth)
                else:
                    self.line(depth, "keywordArgument", node, node.arg)
                    self.visit(node.value, depth + 1)
            elif isinstance(node, ast.Starred):
                self.line(depth, "starredArgument", node)
                self.visit(node.value, depth + 1)
            else:
                self.wrapped("argument", node, depth)

    # Definitions

    def lambda_(self, node, depth):
        self.line(depth, "lambda", node)
        outer = self.open_scope("lambda", "<lambda>", node)
        inner, self.scope = self.scope, outer
        self.parameters(node.args, depth + 1)
        self.scope = inner
        self.visit(node.body, depth + 1)
        self.scope = outer

    def parameters(self, given, depth):
        self.bare(depth, "parameters")
        depth += 1
        positional = given.posonlyargs + given.args
        defaults = [None] * (len(positional) - len(given.defaults)) + given.defaults
        for place, (node, default) in enumerate(zip(positional, defaults)):
            only = place < len(given.posonlyargs)
            self.parameter("positionalOnlyParameter" if only else "parameter", node, default, depth)
        if given.vararg:
            self.parameter("variadicParameter", given.vararg, None, depth)
        for node, default in zip(given.kwonlyargs, given.kw_defaults):
            self.parameter("keywordOnlyParameter", node, default, depth)
        if given.kwarg:
            self.parameter("keywordVariadicParameter", given.kwarg, None, depth)

    def parameter(self, kind, node, default, depth):
        self.line(depth, kind, node, node.arg)
        self.wrapped("annotation", node.annotation, depth + 1)
        self.wrapped("defaultValue", default, depth + 1)

    def type_parameters(self, node, depth):
        given = getattr(node, "type_params", [])
        if not given:
            return
        self.bare(depth, "typeParameters")
        for parameter in given:
            self.line(depth + 1, "typeParameter", parameter, parameter.name)
            for field in ("bound", "default_value"):
                if getattr(parameter, field, None) is not None:
                    self.visit(getattr(parameter, field), depth + 2)

    def function(self, node, depth):
        is_async = isinstance(node, ast.AsyncFunctionDef)
        self.line(depth, "asyncFunctionDefinition" if is_async else "functionDefinition", node, node.name)
        outer = self.open_scope("asyncFunction" if is_async else "function", node.name, node)
        inner, self.scope = self.scope, outer
        depth += 1
        if node.decorator_list:
            self.list("decorators", node.decorator_list, depth)
        self.type_parameters(node, depth)
        self.parameters(node.args, depth)
        self.wrapped("annotation", node.returns, depth)
        self.scope = inner
        self.list("body", node.body, depth)
        self.scope = outer

    def class_(self, node, depth):
        self.line(depth, "classDefinition", node, node.name)
        outer = self.open_scope("class", node.name, node)
        inner, self.scope = self.scope, outer
        depth += 1
        if node.decorator_list:
            self.list("decorators", node.decorator_list, depth)
        self.type_parameters(node, depth)
        self.arguments(node.bases, node.keywords, depth)
        self.scope = inner
        self.list("body", node.body, depth)
        self.scope = outer

    # Statements

    def module(self, node, depth):
        self.bare(depth, "module")
        for statement in node.body:
            self.visit(statement, depth + 1)

    def annotated(self, node, depth):
        self.line(depth, "annotatedAssignment", node)
        self.visit(node.target, depth + 1)
        self.wrapped("annotation", node.annotation, depth + 1)
        if node.value is not None:
            self.visit(node.value, depth + 1)

    def blocks(self, node, depth):
        self.list("body", node.body, depth)
        if node.orelse:
            self.list("orElse", node.orelse, depth)

    def for_(self, node, depth):
        self.line(depth, "asyncForStatement" if isinstance(node, ast.AsyncFor) else "forStatement", node)
        self.visit(node.target, depth + 1)
        self.visit(node.iter, depth + 1)
        self.blocks(node, depth + 1)

    def tested(self, node, depth):
        self.line(depth, "ifStatement" if isinstance(node, ast.If) else "whileStatement", node)
        self.visit(node.test, depth + 1)
        self.blocks(node, depth + 1)

    def with_(self, node, depth):
        self.line(depth, "asyncWithStatement" if isinstance(node, ast.AsyncWith) else "withStatement", node)
        for item in node.items:
            self.bare(depth + 1, "withItem")
            self.visit(item.context_expr, depth + 2)
            if item.optional_vars is not None:
                self.visit(item.optional_vars, depth + 2)
        self.list("body", node.body, depth + 1)

    def try_(self, node, depth):
        self.line(depth, "tryStatement", node)
        self.list("body", node.body, depth + 1)
        for handler in node.handlers:
            self.line(depth + 1, "exceptHandler", handler, handler.name)
            if handler.type is not None:
                self.visit(handler.type, depth + 2)
            self.list("body", handler.body, depth + 2)
        if node.orelse:
            self.list("orElse", node.orelse, depth + 1)
        if node.finalbody:
            self.list("finally", node.finalbody, depth + 1)

    def imports(self, node, depth):
        if isinstance(node, ast.Import):
            self.line(depth, "importStatement", node)
        else:
            self.line(depth, "importFromStatement", node, f"{'.' * node.level}{node.module or ''}")
        for alias in node.names:
            self.line(depth + 1, "importedName", alias, alias.name)
            if alias.asname:
                self.bare(depth + 2, "asName", alias.asname)

    def names(self, node, depth):
        self.line(depth, "globalStatement" if isinstance(node, ast.Global) else "nonlocalStatement", node)
        for name in node.names:
            self.bare(depth + 1, "identifier", name)

    def alias(self, node, depth):
        self.line(depth, "typeAliasStatement", node, node.name.id)
        self.type_parameters(node, depth + 1)
        self.visit(node.value, depth + 1)

    # Patterns

    def match(self, node, depth):
        self.line(depth, "matchStatement", node)
        self.visit(node.subject, depth + 1)
        for case in node.cases:
            self.bare(depth + 1, "matchCase")
            self.visit(case.pattern, depth + 2)
            self.wrapped("guardExpression", case.guard, depth + 2)
            self.list("body", case.body, depth + 2)

    def pattern(self, node, depth):
        name = getattr(node, "name", None)
        self.line(depth, "pattern", node, name)
        depth += 1
        if isinstance(node, ast.MatchValue):
            self.visit(node.value, depth)
        elif isinstance(node, ast.MatchSingleton):
            word = {None: "none_", True: "true_", False: "false_"}[node.value]
            self.line(depth, word, node)
        elif isinstance(node, ast.MatchMapping):
            for key, value in zip(node.keys, node.patterns):
                self.visit(key, depth)
                self.visit(value, depth)
            if node.rest:
                self.bare(depth, "pattern", node.rest)
                self.bare(depth + 1, "identifier", node.rest)
        elif isinstance(node, ast.MatchClass):
            for part in [node.cls, *node.patterns, *node.kwd_patterns]:
                self.visit(part, depth)
        elif isinstance(node, ast.MatchAs):
            if node.pattern is not None:
                self.visit(node.pattern, depth)
        elif not isinstance(node, ast.MatchStar):
            for part in node.patterns:
                self.visit(part, depth)
        if name:
            self.bare(depth, "identifier", name)


HANDLERS = {kind: Dump.plain for kind in PLAIN}
for method, kinds in {
    Dump.identifier: "Name",
    Dump.attribute: "Attribute",
    Dump.constant: "Constant",
    Dump.formatted: "JoinedStr TemplateStr",
    Dump.unary: "UnaryOp",
    Dump.dictionary: "Dict",
    Dump.comprehension: "ListComp SetComp GeneratorExp DictComp",
    Dump.call: "Call",
    Dump.lambda_: "Lambda",
    Dump.function: "FunctionDef AsyncFunctionDef",
    Dump.class_: "ClassDef",
    Dump.module: "Module",
    Dump.annotated: "AnnAssign",
    Dump.for_: "For AsyncFor",
    Dump.tested: "If While",
    Dump.with_: "With AsyncWith",
    Dump.try_: "Try TryStar",
    Dump.imports: "Import ImportFrom",
    Dump.names: "Global Nonlocal",
    Dump.alias: "TypeAlias",
    Dump.match: "Match",
    Dump.pattern: "MatchValue MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr",
}.items():
    for kind in kinds.split():
        if hasattr(ast, kind):
            HANDLERS[getattr(ast, kind)] = method


def dump(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        made = Dump(source, encoding)
        made.visit(tree, 0)
        lines = made.lines
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        lines = ["skipped"]
    return f"file {path}\n" + "\n".join(lines) + "\n"


def dump_deep(path):
    """`dump` on a stack that deep trees fit on."""
    result = []
    thread = threading.Thread(target=lambda: result.append(dump(path)))
    thread.start()
    thread.join()
    return result[0]


def initialize():
    gc.disable()  # Trees hold no cycles, and collecting took a third of the time.
    sys.setrecursionlimit(20000)
    threading.stack_size(512 * 1024 * 1024)


def main():
    folder = sys.argv[1]
    paths = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "site-packages")
        paths += [os.path.join(parent, name) for name in sorted(files) if name.endswith(".py")]
    paths = [path for path in paths if os.path.isfile(path)]
    out = sys.stdout.buffer
    out.write(b"fields yes\n" if FIELDS else b"fields no\n")
    with multiprocessing.Pool(initializer=initialize) as pool:
        for text in pool.imap(dump_deep, paths, chunksize=16):
            out.write(text.encode("utf-8", "surrogateescape"))
        # Workers that end by themselves need no signal, which they might have been started not to hear.
        pool.close()
        pool.join()


if __name__ == "__main__":
    main()
