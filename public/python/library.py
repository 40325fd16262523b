"""Keeps the modules of the library as they are right after they were loaded, whatever programs do to them.

It looks at what the names of a module and of its classes stand for, and no deeper: a list of the library
that a program adds to stays longer.
"""

import _frozen_importlib
import _frozen_importlib_external
import contextlib
import operator
import os
import sys
import tempfile

FOLDER = os.path.dirname(os.__file__)
"""Where the library comes from; it may be an archive."""

LOADERS = (
    _frozen_importlib.BuiltinImporter,
    _frozen_importlib.FrozenImporter,
    _frozen_importlib_external.ExtensionFileLoader,
    type(tempfile.__spec__.loader),
)
"""What loads its modules; the last one those that are written in Python."""

APART = ("builtins", "sys")
"""What changes of these is not for here: they change with every program."""

_kept = {}
"""By name the module, what its names stand for, and the same for each of its classes."""


def owns(name, module):
    """Whether it is a module of the library, and not one of a program that has such a name."""
    place = str(getattr(module, "__file__", None) or "")
    made_by = name.rpartition(".")[0]
    return place.startswith(FOLDER) if place else _knows(name, module) or made_by in _kept


def _knows(name, module):
    return name in _kept and _kept[name][0] is module


def listen():
    """Keeps what is loaded, and from now on whatever is."""
    # Looked for once, and not for every program.
    tempfile.gettempdir()
    for loader in LOADERS:
        _listen(loader)
    for name, module in list(sys.modules.items()):
        keep(name, module)


def _listen(loader):
    execute = loader.exec_module

    def exec_module(*module):
        execute(*module)
        keep(module[-1].__name__, module[-1])

    loader.exec_module = exec_module


def keep(name, module):
    """Keeps what a module is now, unless there is another of its name already."""
    place = str(getattr(module, "__file__", None) or FOLDER)
    is_own = name.partition(".")[0] in sys.stdlib_module_names and place.startswith(FOLDER)
    if is_own and name not in APART and (name not in _kept or _knows(name, module)):
        names = dict(vars(module))
        _kept[name] = module, names, [(it, dict(vars(it))) for it in _classes(names)]
        package, _, last = name.rpartition(".")
        if package in _kept:
            # The package is given it next, and has to keep it: nobody loads it a second time.
            _kept[package][1][last] = module


def _classes(names):
    own = names.get("__name__")
    return [it for it in names.values() if type(it) is type and it.__module__ == own and not _is_fixed(it)]


def _is_fixed(kind):
    """Whether nobody can change it: bit 8 says so."""
    return kind.__flags__ & 1 << 8


def put_back():
    """Makes all that is kept as it was."""
    for name, (module, names, classes) in list(_kept.items()):
        if sys.modules.get(name) is not module:
            # It was taken away in the course of being loaded, or as the program's own.
            del _kept[name]
        if not _is_same(vars(module), names):
            vars(module).clear()
            vars(module).update(names)
        for kind, members in classes:
            if not _is_same(vars(kind), members):
                _put_back(kind, members)


def _put_back(kind, members):
    for name in vars(kind).keys() - members.keys():
        with contextlib.suppress(AttributeError, TypeError):
            type.__delattr__(kind, name)
    now = dict(vars(kind))
    for name, value in members.items():
        if now.get(name, now) is not value:
            with contextlib.suppress(AttributeError, TypeError):
                type.__setattr__(kind, name, value)


def _is_same(now, before):
    # Names are not compared: who renames a value also moves it to the end.
    return len(now) == len(before) and all(map(operator.is_, now.values(), before.values()))
