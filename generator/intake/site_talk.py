"""Lines in which a site speaks of itself to its readers: told by how many words of a site's business stand in them.

No list of phrases knows what each site asks for or promises; but whoever asks for subscriptions, donations or consent
does it in the same few words, close together, and says `we` or `you`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.intake.vocabulary import words_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TWO_WORDS = re.compile(r"\b([Ss]ign|[Ll]og) (up|in)\b")  # that are one of a site's business
_QUOTED = re.compile(r"[\"“„«‘]\S[^\"”“»’]*[\"”“»’]")
_LONGEST = 120  # words: longer, and it is an essay on the press
_AMID, _AMID_SHARE = 4, 0.14  # words of a site's business in a line amid the text, and their share of its words
_LAST, _LAST_SHARE = 2, 0.07  # the same for a line that no text follows


def speaks_of_site(text: str, *, last: bool) -> bool:
    """Tell whether a line is the site's own speech; `last` says that no text of the article follows it."""
    words = [word.casefold() for word in _WORD.findall(_TWO_WORDS.sub(r"\1\2", text)) if word != "US"]
    if not words or len(words) > _LONGEST or _QUOTED.match(text) or not words_of("reporting words").isdisjoint(words):
        return False
    found = {root for word in words if (root := _root(word))}
    if words_of("address words").isdisjoint(words):
        return False
    least, share = (_LAST, _LAST_SHARE) if last else (_AMID, _AMID_SHARE)
    return len(found) >= least and len(found) >= share * len(words)


def offers_of_site(text: str) -> bool:
    """Tell whether a line has as many words of a site's business as the site's own speech, whomever it addresses."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return len({root for word in words if (root := _root(word))}) >= max(_LAST, _AMID_SHARE * len(words))


def _root(word: str) -> str:
    """Give the root by which a word is one of a site's business, or ""."""
    found = _roots().match(word)
    return found[0] if found else ""


@lru_cache(maxsize=1)
def _roots() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words_of("roots of a site's business"), key=len, reverse=True)))
