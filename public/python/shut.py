"""Shuts the ways from Python to the page that Pyodide has opened, before any program runs.

It is one of two fences and the lower one. The higher one is in worker.js: what a program would reach
behind these modules has lost its ways out too.
"""

import gc
import os
import sys

SHUT = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "micropip")
"""Modules that a program does not get, with all that is in them."""


class Fence:
    """Finds those modules, and says why they are not there."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] in SHUT:
            why = "programs here reach neither the page nor the network"
            raise ModuleNotFoundError(f"No module named {name!r}: {why}", name=name)


def settled():
    """Loads what replies to tasks, and what puts back after each; and leaves this state to be looked through
    no more: a collection after each run has then only the run's own objects to visit. From here on ticks
    come."""
    import deadline
    import library
    from program import put_back
    from tasks import reply

    deadline.ticked = True
    # What it compares with is made once, and not in the first run of every Python.
    library.put_back()
    gc.collect()
    gc.freeze()
    return reply, put_back


def shut():
    """Takes away those modules, and this project's own: a program may have files of the same names."""
    own = os.path.dirname(__file__)
    for name, module in list(sys.modules.items()):
        is_own = os.path.dirname(getattr(module, "__file__", None) or "") == own
        if is_own or name.partition(".")[0] in SHUT:
            del sys.modules[name]
    sys.path.remove(own)
    finders = [it for it in sys.meta_path if not type(it).__module__.startswith("_pyodide")]
    sys.meta_path[:] = [Fence, *finders]
