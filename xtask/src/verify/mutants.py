"""Small mistakes made on purpose in a right answer, which the cases ought to notice.

Annotations, docstrings, imports and definitions are left alone: no call can tell, or every one can.
"""

import ast
import copy
import marshal

COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}

ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitAnd, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}

LEFT_ALONE = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Pass,
)

MOST_SHOWN = 60
"""Characters of code that are shown."""


def mutants(source):
    """Each mutant once: its source, the line that changed and what changed there."""
    tree = ast.parse(source)
    seen = {_compiled(tree)}
    found = []
    for place, node in enumerate(_nodes(tree)):
        for change in _changes(node):
            mutant = copy.deepcopy(tree)
            twin = _nodes(mutant)[place]
            before = _shown(twin)
            after = _shown(change(twin))
            ast.fix_missing_locations(mutant)
            compiled = _compiled(mutant)
            if compiled is not None and compiled not in seen:
                seen.add(compiled)
                what = f"`{before}` becomes `{after}`" if after else f"`{before}` is deleted"
                found.append({"source": ast.unparse(mutant), "line": node.lineno, "what": what})
    return found


def _nodes(tree):
    """The nodes that may change, in a fixed order."""
    fixed = set()
    for node in ast.walk(tree):
        for field in ("annotation", "returns", "type_params"):
            below = getattr(node, field, None)
            for part in below if isinstance(below, list) else [below]:
                fixed.update(ast.walk(part) if isinstance(part, ast.AST) else ())
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fixed.update(ast.walk(node))
    return [node for node in ast.walk(tree) if hasattr(node, "lineno") and node not in fixed]


def _compiled(tree):
    """What the interpreter makes of it, without the line numbers; None when it refuses."""
    try:
        return marshal.dumps(compile(ast.unparse(tree), "", "exec", dont_inherit=True))
    except (SyntaxError, ValueError):
        return None


def _shown(node):
    if node is None:
        return ""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 3] + "..."


def _changes(node):
    """Functions that change a node of this shape in place and return what to show of it."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                yield lambda it, place=place, other=other: _compare(it, place, other())
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in ARITHMETIC:
        yield lambda it: _set(it, op=ARITHMETIC[type(it.op)]())
    if isinstance(node, ast.BoolOp):
        yield lambda it: _set(it, op=ast.And() if isinstance(it.op, ast.Or) else ast.Or())
    if isinstance(node, ast.UnaryOp):
        yield lambda it: _become(it, it.operand)
    if isinstance(node, ast.Constant):
        yield from _constants(node.value)
    if isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield lambda it: _set(it, test=ast.UnaryOp(ast.Not(), it.test)).test
    if isinstance(node, ast.Return) and node.value is not None:
        yield lambda it: _set(it, value=ast.Constant(None))
    if isinstance(node, ast.stmt) and not isinstance(node, LEFT_ALONE):
        yield lambda it: (_become(it, ast.Pass()), None)[1]


def _constants(value):
    if isinstance(value, bool):
        yield lambda it: _set(it, value=not it.value)
    elif isinstance(value, (int, float)):
        yield lambda it: _set(it, value=it.value + 1)
        yield lambda it: _set(it, value=it.value - 1)


def _compare(node, place, operator):
    node.ops[place] = operator
    return node


def _set(node, **fields):
    for name, value in fields.items():
        setattr(node, name, value)
    return node


def _become(node, other):
    """Turns a node into another one where it stands, since nodes do not know their parents."""
    node.__class__ = other.__class__
    vars(node).clear()
    vars(node).update(vars(other))
    return node
