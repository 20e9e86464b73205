"""The authors of an article: what its page says of itself set against what its head names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.intake.vocabulary import only_words


def settle_authors(
    known: tuple[str, ...], named: tuple[str, ...], head: Sequence[str], around: Sequence[str]
) -> tuple[str, ...]:
    """Give the authors by the names that a page says of itself, `known`, and those that its head names.

    The head has them as printed; the page tells where a name ends that stands beside other words. Where the two have
    nobody in common, the page is right if its names stand in the lines of the `head`, and there is no more to be said
    of them. In the lines `around` it names may be printed with stops that the page's own data lack.
    """
    seen = _all_printed(known, around)
    if not named:
        return tuple(_as_printed(name, around) or name for name in known)
    if not any(_is_one_of(name, known) for name in named):
        return _all_printed(known, head) or named
    both = tuple(dict.fromkeys(_shorter(name, known) for name in named))
    return seen if len(seen) > len(both) else both


def _all_printed(names: Iterable[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Give those of the names that the texts print, as they print them."""
    return tuple(dict.fromkeys(printed for name in names if (printed := _as_printed(name, texts))))


def _is_one_of(name: str, known: Iterable[str]) -> bool:
    letters = _letters(name)
    return any(_letters(one) in letters or letters in _letters(one) for one in known)


def _shorter(name: str, known: Iterable[str]) -> str:
    """Give the name of the page that a name of the head begins or ends with; else the name of the head."""
    letters = _letters(name)
    within = (one for one in known if letters != (own := _letters(one)) and own and _has_at_end(letters, own))
    return next(within, name)


def _has_at_end(whole: str, part: str) -> bool:
    return whole.startswith(part) or whole.endswith(part)


def _letters(name: str) -> str:
    return only_words(name).replace(" ", "")


def _as_printed(name: str, texts: Iterable[str]) -> str:
    """Give a name as one of the texts prints it, with the stops that the page's own data lack; "" where none has it."""
    words = re.findall(r"\w+", name)
    pattern = re.compile(r"(?<!\w)" + r"(?:\W{1,2})".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
    found = (match[0] for text in texts if (match := pattern.search(text)))
    return next(found, "") if words else ""
