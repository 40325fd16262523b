"""Runs a program as `python main.py` would, and leaves the interpreter as it was.

It judges nothing: what a program should have printed is the business of others.
"""

import builtins
import contextlib
import gc
import io
import linecache
import os
import shutil
import sys
import tempfile
import types
import warnings

from deadline import Deadline, Stopped

IN_BROWSER = sys.platform == "emscripten"
"""Whether this is Pyodide: one process, one thread, no files of the system."""

if IN_BROWSER:
    import loop

FILES = ("main.py", "test.py")
"""What the parts of a program are called in its errors."""

MOST_PRINTED = 100_000
"""Characters of output that are kept."""


def run(parts, seconds=None):
    """Runs the parts in one namespace: what was printed, and how it ended."""
    with fresh_main(parts[0]) as main:
        with Deadline(seconds) as deadline:
            error = main.attempt(lambda: [main.execute(*part) for part in zip(parts, FILES)])
        main.close()
        return {"printed": main.printed(), "error": error, "stopped": deadline.passed}


@contextlib.contextmanager
def fresh_main(source=""):
    """A new module `__main__` in a new folder, with its output caught and no input."""
    with contextlib.ExitStack() as after:
        after.enter_context(_restored())
        if IN_BROWSER:
            after.enter_context(loop.installed())
        folder = os.path.realpath(tempfile.mkdtemp())
        after.callback(shutil.rmtree, folder, ignore_errors=True)
        after.callback(os.chdir, os.getcwd())
        os.chdir(folder)
        sys.path.insert(0, folder)
        output = after.enter_context(_caught_output())
        yield Main(folder, source, output)


class Main:
    """The namespace of a running program."""

    def __init__(self, folder, source, output):
        self._output = output
        self._module = types.ModuleType("__main__")
        # A program that starts processes has itself imported from its file.
        self._module.__file__ = os.path.join(folder, FILES[0])
        with open(self._module.__file__, "w", encoding="utf-8") as file:
            file.write(source)
        sys.modules["__main__"] = self._module

    def execute(self, source, name=FILES[0]):
        """Runs statements; their lines show up in errors and for `inspect`."""
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        code = compile(source, name, "exec", dont_inherit=True)
        exec(code, vars(self._module))

    def evaluate(self, expression, name):
        """The value of an expression."""
        code = compile(expression.strip(), name, "eval", dont_inherit=True)
        return eval(code, vars(self._module))

    def attempt(self, action):
        """Does it, and tells the error that it ended with, if any."""
        try:
            action()
        except BaseException as error:
            return None if isinstance(error, Stopped) else _told(error)
        return None

    def close(self):
        """Ends the module as the interpreter does: what it held is finalised, and may print."""
        vars(self._module).clear()
        gc.collect()

    def printed(self):
        """Everything written to standard output so far."""
        return self._output()[:MOST_PRINTED]


def _told(error):
    """An error with its place: the part of the program and the line."""
    kind = type(error)
    part, line = None, None
    if isinstance(error, SyntaxError) and error.filename in FILES:
        part, line = FILES.index(error.filename), error.lineno
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in FILES:
            part, line = FILES.index(name), trace.tb_lineno
        trace = trace.tb_next
    return {
        "name": kind.__qualname__,
        "module": kind.__module__,
        "message": _message(error),
        "part": part,
        "line": line,
    }


def _message(error):
    try:
        return (error.msg if isinstance(error, SyntaxError) else str(error)) or ""
    except BaseException:
        return ""


@contextlib.contextmanager
def _caught_output():
    """Standard output into memory; where there are child processes, into a file for them too."""
    before = sys.stdout, sys.stderr, sys.stdin
    with _memory() if IN_BROWSER else _file() as (output, read):
        sys.stdout, sys.stderr, sys.stdin = output, io.StringIO(), io.StringIO()
        try:
            yield read
        finally:
            sys.stdout, sys.stderr, sys.stdin = before


class _Kept(io.BytesIO):
    """Can still be read after a program has closed its output."""

    def close(self):
        pass


@contextlib.contextmanager
def _memory():
    kept = _Kept()
    output = io.TextIOWrapper(kept, encoding="utf-8", newline="\n", write_through=True)
    yield output, lambda: kept.getvalue().decode("utf-8", "replace")


@contextlib.contextmanager
def _file():
    with tempfile.TemporaryFile() as file:
        before = os.dup(1)
        os.dup2(file.fileno(), 1)
        output = open(1, "w", buffering=1, encoding="utf-8", newline="\n", closefd=False)

        def read():
            file.seek(0)
            return file.read().decode("utf-8", "replace")

        try:
            yield output, read
        finally:
            os.dup2(before, 1)
            os.close(before)


@contextlib.contextmanager
def _restored():
    """Puts back what a program may change for those after it."""
    scope, modules = vars(builtins), dict(sys.modules)
    names = dict(scope)
    path, argv, environment = sys.path[:], sys.argv[:], dict(os.environ)
    depth = sys.getrecursionlimit()
    sys.argv = [FILES[0]]
    try:
        with warnings.catch_warnings():
            yield
    finally:
        scope.update(names)
        for name in scope.keys() - names.keys():
            del scope[name]
        _forget_own_modules(modules)
        sys.path[:], sys.argv = path, argv
        if environment != dict(os.environ):
            os.environ.clear()
            os.environ.update(environment)
        sys.setrecursionlimit(depth)
        gc.enable()
        _reset_logging()
        for name in FILES:
            linecache.cache.pop(name, None)


def _forget_own_modules(before):
    """Modules of the library stay loaded; those that the program wrote or made up do not."""
    library = os.path.dirname(os.__file__)
    for name in sys.modules.keys() - before.keys():
        place = getattr(sys.modules[name], "__file__", None) or ""
        if not place.startswith(library) and name not in sys.stdlib_module_names:
            del sys.modules[name]
    sys.modules.update(before)


def _reset_logging():
    if logging := sys.modules.get("logging"):
        logging.root.handlers.clear()
        logging.root.setLevel(logging.WARNING)
        logging.root.manager.loggerDict.clear()
        logging.disable(logging.NOTSET)
