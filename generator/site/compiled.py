"""The built-in templates as Jinja compiles them, kept beside them as Python keeps its own modules."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator.leftovers import sweep

TEMPLATES = Path(__file__).with_name("templates")


class Compiled(BytecodeCache):
    """Keeps what templates are compiled to in `__pycache__`, where Python writes as well, and nowhere else.

    To compile those that an edit needs takes a tenth of a small run. A site's own templates are compiled each time:
    nothing is put into a person's folder, nor read as code from there. What is kept is taken only while the template,
    Jinja and `options`, with which it is compiled, are the same.
    """

    def __init__(self, options: str) -> None:
        """Keep what is compiled with these options, as they are written."""
        self._made_by = f"{jinja2.__version__} {options}\n"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """Give the path of the file that keeps a template; "" where it is none of the built-in ones."""
        if filename is None or Path(filename).parent != TEMPLATES or sys.implementation.cache_tag is None:
            return ""
        return cache_from_source(filename)

    def get_source_checksum(self, source: str) -> str:
        """Give a digest of all that the compiled template hangs on."""
        return hashlib.sha256(f"{self._made_by}{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read it; what is not there, or not whole, is made anew."""
        with suppress(Exception):  # whatever is wrong with it
            bucket.bytecode_from_string(Path(bucket.key).read_bytes() if bucket.key else b"")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write it, if Python may write its own; a folder that does not let it costs time alone."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        path = Path(bucket.key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            sweep(path.parent, ".*.pyc.*")
            temporary = path.with_name(f".{path.name}.{os.getpid()}")
            temporary.write_bytes(bucket.bytecode_to_string())
            temporary.replace(path)
