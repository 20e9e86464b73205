"""What the dictionary of plain words answered, by words in small letters.

A memory of an earlier run may bring its own along: so the dictionary is not even looked through for a small edit.
"""

from __future__ import annotations

from typing import Final

answers: Final[dict[str, bool]] = {}
