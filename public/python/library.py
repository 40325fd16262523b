"""Keeps the modules of the library as they are right after they were loaded, whatever programs do to them.

It looks at what the names of a module and of its classes stand for, and no deeper: a list of the library
that a program adds to stays longer.
"""

import _frozen_importlib
import _frozen_importlib_external
import os
import sys
import tempfile
from contextlib import suppress
from itertools import accumulate, pairwise

try:
    from _ctypes import _SimpleCData
except ImportError:
    # A CPython that was built without it runs one program only, and may be slow.
    _SimpleCData = None

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
"""By name the module, and pairs of it or one of its classes and of what the names in there stand for."""

_sight = None
"""What is kept as it is compared; nothing when that has changed."""


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
    global _sight
    place = str(getattr(module, "__file__", None) or FOLDER)
    is_own = name.partition(".")[0] in sys.stdlib_module_names and place.startswith(FOLDER)
    if is_own and name not in APART and (name not in _kept or _knows(name, module)):
        _sight = None
        names = dict(vars(module))
        _kept[name] = module, [(it, dict(vars(it))) for it in (module, *_classes(names))]
        package, _, last = name.rpartition(".")
        if package in _kept:
            # The package is given it next, and has to keep it: nobody loads it a second time.
            [(_, names), *_] = _kept[package][1]
            names[last] = module


def _classes(names):
    own = names.get("__name__")
    return [it for it in names.values() if type(it) is type and it.__module__ == own and not _is_fixed(it)]


def _is_fixed(kind):
    """Whether nobody can change it: bit 8 says so."""
    return kind.__flags__ & 1 << 8


def put_back_only(names):
    """Makes the modules with these names as they were, without a look at the others."""
    for name in names:
        for scope in _kept[name][1]:
            _put_back(*scope)


def put_back():
    """Makes all that is kept as it was."""
    global _sight
    _sight = _sight or _Sight()
    for scope in _sight.changed():
        _put_back(*scope)
    gone = [name for name, (module, _) in _kept.items() if sys.modules.get(name) is not module]
    for name in gone:
        # It was taken away in the course of being loaded, or as the program's own.
        del _kept[name]
        _sight = None


class _Sight:
    """All scopes at once, by addresses: to compare their values one by one takes longer than most programs."""

    def __init__(self):
        self._scopes = [scope for _, scopes in _kept.values() for scope in scopes]
        # They stay what they are, and show what is there now.
        self._views = [vars(place).values() for place, _ in self._scopes]
        self._before = _looked_at([names.values() for _, names in self._scopes])

    def changed(self):
        """The scopes in which a name stands for something else. Names are not compared: who renames a
        value also moves it to the end."""
        now = _looked_at(self._views)
        if now == self._before:
            return []
        pairs = zip(self._scopes, _parts(*now), _parts(*self._before))
        return [scope for scope, part, before in pairs if part != before]


def _looked_at(groups):
    """Where the values of all groups are, and how many each has. What is kept is nowhere else later."""
    values = []
    for group in groups:
        values.extend(group)
    return _addresses(tuple(values)), list(map(len, groups))


def _parts(addresses, lengths):
    width = len(addresses) // sum(lengths)
    return [addresses[width * start : width * end] for start, end in pairwise(accumulate(lengths, initial=0))]


if _SimpleCData:

    class _Byte(_SimpleCData):
        _type_ = "B"

    # One for every length: to make such a type takes longer than to look.
    _Memory = _Byte * (1 << 30)

    def _addresses(values):
        """As a tuple has them in memory."""
        memory = memoryview(_Memory.from_address(id(values) + tuple.__basicsize__))
        return bytes(memory[: tuple.__itemsize__ * len(values)])

else:

    def _addresses(values):
        return list(map(id, values))


def _put_back(place, names):
    if not isinstance(place, type):
        vars(place).clear()
        vars(place).update(names)
        return
    for name in vars(place).keys() - names.keys():
        with suppress(AttributeError, TypeError):
            type.__delattr__(place, name)
    now = dict(vars(place))
    for name, value in names.items():
        if now.get(name, now) is not value:
            with suppress(AttributeError, TypeError):
                type.__setattr__(place, name, value)
