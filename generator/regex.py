"""Regular expressions that are compiled when they are first asked something.

There are hundreds, of which a run after an edit asks a few: compiling all took a fifth of the time in which it loads.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern; each of its methods is looked up once, and is then that of the pattern itself."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        """Give what the pattern has under a name."""
        if name == "_compiled":
            self._compiled = re.compile(self.pattern, self._given)
            return self._compiled
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a regular expression as `re.compile` does, but that a fault in it shows only when it is used."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
