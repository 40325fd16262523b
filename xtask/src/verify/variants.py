"""Calls like those of the cases, to tell a mutant that is wrong from one that only looks different.

The calls are made by chance from a fixed seed, so they are the same at every run.
"""

import ast
import random

MOST = 200
"""Calls that are made of all cases together."""


def variants(calls, answers):
    """The calls themselves and small changes of them, each once. A change may put a whole number of
    the answers into a call, since that is where they begin to differ."""
    chance = random.Random(0)
    numbers = _numbers(answers)
    found = dict.fromkeys(ast.unparse(ast.parse(call.strip(), mode="eval")) for call in calls)
    for _ in range(MOST * 5):
        if len(found) >= MOST:
            break
        tree = ast.parse(chance.choice(list(found)), mode="eval")
        places = [node for node in ast.walk(tree) if _edits(node, numbers)]
        if not places:
            continue
        node = chance.choice(places)
        chance.choice(_edits(node, numbers))(node)
        found[ast.unparse(ast.fix_missing_locations(tree))] = None
    return list(found)


def _numbers(answers):
    nodes = (node for answer in answers for node in ast.walk(ast.parse(answer)))
    values = {node.value for node in nodes if isinstance(node, ast.Constant)}
    return sorted(value for value in values if type(value) is int)


def _edits(node, numbers):
    """Functions that change a node of this shape in place."""
    match node:
        case ast.Constant(value=bool()):
            return [lambda it: _set(it, not it.value)]
        case ast.Constant(value=int()) | ast.Constant(value=float()):
            less = [lambda it: _set(it, it.value - 1)] if node.value >= 1 else []
            other = [lambda it, number=number: _set(it, number) for number in numbers]
            return [lambda it: _set(it, it.value + 1), *less, *other]
        case ast.Constant(value=str() | bytes()) if node.value:
            return [lambda it, cut=cut: _set(it, it.value[cut]) for cut in CUTS]
        case ast.List() | ast.Tuple() | ast.Set() if len(node.elts) > 1 and _is_read(node):
            return [lambda it, cut=cut: setattr(it, "elts", it.elts[cut]) for cut in CUTS]
    return []


def _is_read(node):
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load)


def _set(node, value):
    node.value = value


CUTS = (slice(1, None), slice(None, -1), slice(None, None, -1), slice(None, None, 2))
"""Without the first, without the last, reversed, every second."""
