"""Runs a program as `python main.py` would, and leaves the interpreter as it was.

It judges nothing: what a program should have printed is the business of others.
"""

import __future__
import ast
import builtins
import contextlib
import gc
import json
import linecache
import os
import shutil
import sys
import tempfile
import types
import warnings

import deadline
import library
from deadline import Deadline, Stopped
from screen import in_file, in_memory
from told import FILES, shown, told

IN_BROWSER = sys.platform == "emscripten"
"""Whether this is Pyodide: one process, one thread, no files of the system."""

if IN_BROWSER:
    import loop

MOST_RESULT = 2_000
"""Characters of the value that a program ends with."""

FUTURES = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
"""The compiler's flags for what `from __future__` imports."""

MOST_SECONDS = 1
"""So long a program may do what it likes while what it has changed is put back: what it held goes then."""

NO_PROGRAM = (deadline.OWN_FOLDER, library.FOLDER, "<frozen ")
"""How the files begin that put things back."""

OWN_NEEDS = (json.__name__, json.encoder.__name__)
"""What tells how a program ended. The rest of the library may stay as a program has left it until then."""

MOST_TOOLS = 6
"""Numbers of tools that `sys.monitoring` has."""

# What is loaded by now is what programs find.
library.listen()


def run(parts, seconds=None, stdin=""):
    """Runs the parts in one namespace: what was written, and how it ended. As at the prompt, the value
    of a last line that is an expression is its `result`."""
    with fresh_main(parts[0], stdin) as main:
        result = None

        def act():
            nonlocal result
            for part in zip(parts, FILES):
                value = main.execute(*part)
            result = None if value is None else shown(value, MOST_RESULT)

        error, deadline = main.attempt(act, seconds)
        main.close()
        screen = main.screen()
        return {
            "printed": screen.printed(),
            "output": screen.pieces(),
            "cut": screen.cut,
            "result": result,
            "error": error,
            "stopped": deadline.passed,
            "seconds": deadline.seconds,
        }


_left = contextlib.ExitStack()
"""What is to be put back after the last program."""


def put_back():
    """Puts back what the last program has changed."""
    with Deadline(MOST_SECONDS, spared=NO_PROGRAM) if deadline.ticked else contextlib.nullcontext():
        _left.close()


@contextlib.contextmanager
def fresh_main(source="", stdin=""):
    """A new module `__main__` in a new folder, with its output caught and its input given. Afterwards this
    project's own code can go on; all else is put back by `put_back`, or before the next one."""
    put_back()
    folder = _new_folder()
    _left.callback(shutil.rmtree, folder, ignore_errors=True)
    _left.callback(os.chdir, os.getcwd())
    scopes = [(scope, dict(scope)) for scope in (vars(builtins), vars(sys))]
    _left.enter_context(_restored())
    if IN_BROWSER:
        _left.enter_context(loop.installed())
    os.chdir(folder)
    sys.path.insert(0, folder)
    screen = _left.enter_context(in_memory(stdin) if IN_BROWSER else in_file(stdin))
    try:
        yield Main(folder, source, screen)
    finally:
        for scope, names in scopes:
            scope.update(names)
            for name in scope.keys() - names.keys():
                del scope[name]
        _unwatch()
        library.put_back_only(OWN_NEEDS)


def _new_folder():
    """As `tempfile.mkdtemp` makes one, but without a change of that module that had to be put back."""
    folder = os.path.join(os.path.realpath(tempfile.gettempdir()), f"tmp{os.urandom(8).hex()}")
    os.mkdir(folder, 0o700)
    return folder


class Main:
    """The namespace of a running program."""

    def __init__(self, folder, source, screen):
        self.screen = screen
        """What it has written so far."""
        self._module = types.ModuleType("__main__")
        # A program that starts processes has itself imported from its file.
        self._module.__file__ = os.path.join(folder, FILES[0])
        with open(self._module.__file__, "w", encoding="utf-8") as file:
            file.write(source)
        sys.modules["__main__"] = self._module

    def execute(self, source, name=FILES[0]):
        """Runs statements, and gives the value of the last one if it is an expression. Their lines
        show up in errors and for `inspect`."""
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        tree = ast.parse(source, name)
        match tree.body:
            case [ast.Expr(ast.Constant(str()))]:
                # A text that stands alone is the docstring.
                last = None
            case [*_, ast.Expr() as last]:
                tree.body.pop()
            case _:
                last = None
        code = compile(tree, name, "exec", dont_inherit=True)
        exec(code, vars(self._module))
        if last is None:
            return None
        flags = code.co_flags & FUTURES
        value = compile(ast.Expression(last.value), name, "eval", flags, dont_inherit=True)
        return eval(value, vars(self._module))

    def evaluate(self, expression, name):
        """The value of an expression."""
        code = compile(expression.strip(), name, "eval", dont_inherit=True)
        return eval(code, vars(self._module))

    def attempt(self, action, seconds=None, steps=None):
        """Does it within limits: the error that it ended with, if any, and what came of the limits."""
        deadline, error = Deadline(seconds, steps), None
        try:
            with deadline:
                action()
        except Stopped:
            pass
        except BaseException as raised:
            error = told(raised)
        return error, deadline

    def close(self):
        """Ends the module as the interpreter does: what it held is finalised, and may print."""
        vars(self._module).clear()
        gc.collect()


@contextlib.contextmanager
def _restored():
    """Puts back what a program may change for those after it, besides what is put back at once."""
    modules, environment = dict(sys.modules), dict(os.environ)
    lists = [(it, it[:]) for it in (sys.path, sys.meta_path, sys.path_hooks)]
    limits = sys.getrecursionlimit(), sys.get_int_max_str_digits(), gc.get_threshold()
    sys.argv = [FILES[0]]
    _reset_chance()
    try:
        with warnings.catch_warnings():
            yield
    finally:
        for it, kept in lists:
            it[:] = kept
        _forget_own_modules(modules)
        library.put_back()
        if environment != dict(os.environ):
            os.environ.clear()
            os.environ.update(environment)
        depth, digits, threshold = limits
        sys.setrecursionlimit(depth)
        sys.set_int_max_str_digits(digits)
        gc.set_threshold(*threshold)
        gc.enable()
        _reset_logging()
        _reset_decimal()
        for name in FILES:
            linecache.cache.pop(name, None)


def _unwatch():
    """Nothing of a program hears what those after it do."""
    sys.settrace(None)
    sys.setprofile(None)
    if watch := getattr(sys, "monitoring", None):
        for tool in range(MOST_TOOLS):
            if watch.get_tool(tool):
                watch.set_events(tool, watch.events.NO_EVENTS)
                watch.free_tool_id(tool)


def _forget_own_modules(before):
    """Modules of the library stay loaded; those that the program wrote or made up do not."""
    for name in sys.modules.keys() - before.keys():
        if not library.owns(name, sys.modules[name]):
            del sys.modules[name]
    sys.modules.update(before)


def _reset_logging():
    if logging := sys.modules.get("logging"):
        logging.root.handlers.clear()
        logging.root.setLevel(logging.WARNING)
        logging.root.manager.loggerDict.clear()
        logging.disable(logging.NOTSET)


def _reset_decimal():
    if decimal := sys.modules.get("decimal"):
        decimal.setcontext(decimal.Context())


def _reset_chance():
    """No seed is left from the program before, nor from the start that this Python was copied from."""
    if random := sys.modules.get("random"):
        random.seed()
