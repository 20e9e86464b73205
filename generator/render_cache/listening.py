"""Whether a message was logged while a page was made."""

from __future__ import annotations

import logging
from typing import Self


class Listening(logging.Handler):
    """A context in which the messages of MkDocs and its plugins are noted; it is true where there was one."""

    def __init__(self) -> None:
        """Listen to what `mkdocs build` would say without being asked for more."""
        super().__init__(logging.INFO)
        self._heard = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - that there was one is enough
        """Note a message."""
        self._heard += 1

    def __bool__(self) -> bool:
        """Tell whether there was a message."""
        return bool(self._heard)

    def __enter__(self) -> Self:
        """Begin to listen."""
        for name in (None, "mkdocs"):  # the second does not hand its messages on
            logging.getLogger(name).addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        """Listen no more."""
        for name in (None, "mkdocs"):
            logging.getLogger(name).removeHandler(self)
