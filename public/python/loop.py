"""An event loop for `asyncio` where nothing can block, as in a browser: its clock is its own.

A sleep costs no time and ends in the order of the deadlines, so a program gives the same output at
every run. It waits for nothing outside: no sockets, no threads, no child processes.
"""

import asyncio
import contextlib


class Loop(asyncio.BaseEventLoop):
    """Its own selector: to wait is to move the clock."""

    def __init__(self):
        super().__init__()
        self._selector = self
        self._now = 0.0

    def time(self):
        return self._now

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("every task is waiting, and nothing can wake one")
        self._now += timeout
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


@contextlib.contextmanager
def installed():
    """Makes it the loop of `asyncio.run` and of `asyncio.Runner`."""
    places = (asyncio, asyncio.events)
    before = [(place, place.new_event_loop) for place in places]
    run, running = asyncio.run, asyncio._get_running_loop()
    asyncio.run = asyncio.runners.run
    asyncio._set_running_loop(None)
    for place in places:
        place.new_event_loop = Loop
    try:
        yield
    finally:
        asyncio.run = run
        asyncio._set_running_loop(running)
        for place, factory in before:
            place.new_event_loop = factory
