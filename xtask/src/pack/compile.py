"""Makes the standard library of the pack: trimmed, compiled, and without docstrings.

It runs inside Pyodide, because what is compiled there is what starts there. Assertions stay, and
what the library does is not changed.
"""

import ast
import importlib.util
import io
import marshal
import zipfile
from fnmatch import fnmatchcase

ZIP = "/lib/python314.zip"
"""Where Pyodide puts the library, whatever the file is called: part of every file's name."""

OWN = "pydrill"
"""The folder of this project's own files, apart from the library: the runner never stops them."""


def pack(dropped, own):
    """The library as a stored zip. `dropped` names files and folders; `own` is text by file name."""
    kept = dict(_library(dropped)) | {f"{OWN}/{name}": text for name, text in own.items()}
    output = io.BytesIO()
    # Stored and not deflated: it starts faster, and hosts compress it better as a whole.
    with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as target:
        for name, source in sorted(kept.items()):
            # A date of its own would make each build another.
            entry = zipfile.ZipInfo(f"{name}c", (1980, 1, 1, 0, 0, 0))
            target.writestr(entry, _compiled(source, f"{ZIP}/{name}"))
    return output.getvalue()


def _library(dropped):
    unused = set(dropped)
    with zipfile.ZipFile(ZIP) as shipped:
        for name in shipped.namelist():
            places = [name[:end] for end, sign in enumerate(name) if sign == "/"] + [name]
            why = {entry for entry in dropped for place in places if fnmatchcase(place, entry)}
            unused -= why
            if name.endswith(".py") and not why:
                yield name, shipped.read(name).decode()
    if unused:
        raise ValueError(f"not in the library, so not to be dropped: {sorted(unused)}")


def _compiled(source, name):
    tree = ast.parse(source, name)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            _without_docstring(node)
    code = compile(tree, name, "exec", dont_inherit=True)
    # The header of a file that is never compared with its source: there is none.
    flags = 0b01.to_bytes(4, "little")
    return importlib.util.MAGIC_NUMBER + flags + bytes(8) + marshal.dumps(code)


def _without_docstring(node):
    match node.body:
        case [ast.Expr(ast.Constant(str())) as text, *rest]:
            node.body = rest or [ast.copy_location(ast.Pass(), text)]
