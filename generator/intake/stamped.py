"""The day of publication beside a clock: a stamp, whatever words a site has for publishing, or none."""

from __future__ import annotations

import re

from generator.intake.dates import DateLine, find_date
from generator.intake.vocabulary import words_of

_WHOLE = 10  # characters of a day as EDTF
_BEFORE, _AFTER = 5, 9  # words of a stamp beside the day, at most
_CLOCK = r"(?<!\d)(?:[01]?\d|2[0-3])(?:[:.h]|時)[0-5]\d(?!\d)|\b(?:1[0-2]|[1-9])\s?[ap]\.?m\b"
_CLOCK_AFTER = re.compile(rf"[^\w.!?]*(?:\.?\s?[^\W\d_]{{1,3}}\.?\s)?[^\w.!?]*(?:{_CLOCK})", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(rf"(?:{_CLOCK})(?:\s?[ap]\.?m\b\.?)?\W*(?:[^\W\d_]{{1,4}}\W+)?$", re.IGNORECASE)
# Elements that stand side by side without a space: `read3 May`, `UhrLund`, `09:30Updated`, `20242:26 PM`.
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=\d{1,2}[./ ]|\d{4}[./年])|(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[:.]\d\d)(?=[^\W\d_]{4})"
    r"|(?<=\b20\d\d)(?=\d\d?:\d\d)"
)
_SHORT_YEAR = re.compile(rf"(?<![\d.])(\d\d\.\d\d\.)(\d\d)(?=\D{{1,6}}(?:{_CLOCK}))")  # `05.08.24 kl. 14:47`
_NUMBERS = re.compile(r"\d\d?[/-]\d\d?[/-]\d{4}")  # which of them is the day the rest of the text may tell
_CHANGED = ("updat", "modif", "更新", "aktuali", "actuali", "atuali", "uppdat", "oppdat", "opdat", "обнов")


def read_stamp(text: str) -> DateLine | None:
    """Read a short line of a day with a clock beside it, or of a day and the day of a change; None for any other.

    What else it says is told as its rest. The day of a change alone is none.
    """
    plain = _SHORT_YEAR.sub(r"\g<1>20\2", _GLUED.sub(" ", text))
    if plain.rstrip().endswith((".", "!", "?")) and not re.search(r"[ap]\.m\.$", plain.rstrip()):
        return None
    at = 0
    while (found := find_date(plain[at:])) is not None:
        start, end = at + found.start, at + found.end
        before = plain[at:start]
        whole = len(found.edtf) == _WHOLE or _NUMBERS.match(plain, start)
        if whole and not _tells_change(before):
            fit = _count(plain[:start]) <= _BEFORE or at
            fit = fit and _count(plain[end:]) <= _AFTER
            clock = _CLOCK_AFTER.match(plain, end) or _CLOCK_BEFORE.search(before)
            return DateLine(found.edtf, text) if fit and (clock or _tells_change(plain[end:])) else None
        at = end
    return None


def _count(text: str) -> int:
    return len(re.findall(r"[^\W\d_]+", text))


def _tells_change(text: str) -> bool:
    """Tell whether words beside a day say that something was changed then."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return not words_of("update words").isdisjoint(words) or any(word.startswith(_CHANGED) for word in words)
