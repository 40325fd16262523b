"""What a program writes to its two outputs, in order, as far as it is kept."""

import contextlib
import io
import os
import sys
import tempfile

MOST_BYTES = 64 * 1024
"""Of both outputs together."""

MOST_LINES = 2_000
"""Of both outputs together."""


class Screen:
    """`cut` tells whether anything was left out."""

    def __init__(self):
        self.cut = False
        self._pieces = []
        self._bytes = 0
        self._lines = 0

    def keep(self, stream, data):
        """Adds what fits; from the first byte that does not, nothing is added any more."""
        if self.cut:
            return
        kept = data[: MOST_BYTES - self._bytes]
        lines = kept.split(b"\n", MOST_LINES - self._lines)
        if len(lines) > MOST_LINES - self._lines:
            kept = kept[: len(kept) - len(lines[-1])]
        self.cut = len(kept) < len(data)
        self._bytes += len(kept)
        self._lines += kept.count(b"\n")
        if self._pieces and self._pieces[-1][0] == stream:
            self._pieces[-1][1].extend(kept)
        elif kept:
            self._pieces.append((stream, bytearray(kept)))

    def pieces(self):
        """All that is kept, as pairs of `out` or `err` and text."""
        return [[stream, data.decode("utf-8", "replace")] for stream, data in self._pieces]

    def printed(self):
        """What of it is standard output."""
        data = b"".join(data for stream, data in self._pieces if stream == "out")
        return data.decode("utf-8", "replace")


class _Writer(io.BufferedIOBase):
    """The end of an output. What was written can still be read after a program has closed it."""

    def __init__(self, screen, stream):
        self._screen = screen
        self._stream = stream

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        self._screen.keep(self._stream, data)
        return len(data)


def _text(buffer):
    return io.TextIOWrapper(buffer, encoding="utf-8", newline="\n", write_through=True)


@contextlib.contextmanager
def in_memory(stdin):
    """Both outputs onto a screen, and input from a text."""
    before = sys.stdout, sys.stderr, sys.stdin
    screen = Screen()
    sys.stdout, sys.stderr = (_text(_Writer(screen, stream)) for stream in ("out", "err"))
    sys.stdin = _text(io.BytesIO(stdin.encode()))
    try:
        yield lambda: screen
    finally:
        sys.stdout, sys.stderr, sys.stdin = before


@contextlib.contextmanager
def in_file(stdin):
    """The same where there are child processes, which write to a file. It hears no errors."""
    before = sys.stdout, sys.stderr, sys.stdin
    with tempfile.TemporaryFile() as file:
        descriptor = os.dup(1)
        os.dup2(file.fileno(), 1)
        sys.stdout = open(1, "w", buffering=1, encoding="utf-8", newline="\n", closefd=False)
        sys.stderr, sys.stdin = io.StringIO(), _text(io.BytesIO(stdin.encode()))

        def read():
            screen = Screen()
            file.seek(0)
            screen.keep("out", file.read(MOST_BYTES + 1))
            return screen

        try:
            yield read
        finally:
            os.dup2(descriptor, 1)
            os.close(descriptor)
            sys.stdout, sys.stderr, sys.stdin = before
