"""Which words that are the names of months are months, and which are verbs or people."""

from __future__ import annotations

import functools
import re

from generator.knowledge.dates.patterns import Expression, ends_in
from generator.knowledge.dates.words import MONTH
from generator.knowledge.words import KIN
from generator.regex import regex

_PREPOSITION = regex(
    r"\b(?:in|since|until|till|during|by|last|next|this|late|early|mid|before|after|from|between|through|for|of|around|throughout|into|"
    r"beyond|past|towards?|(?:early|late|soon)\s+as)[\s-]+$",
    re.IGNORECASE,
)
_SURE = regex(r"\b(?:in|since|until|till|during|last|next|this|late|early|mid)[\s-]+$", re.IGNORECASE)
_AFTER_MONTH = regex(rf"\b{MONTH}(?:\s+\d{{1,2}})?(?:,?\s+(?:and|to|or|through)\s+|,\s+|\s?[–-]\s?)$")
_ADJECTIVE = regex(r"\b(?:the|an?|its|his|her|their)\s+$", re.IGNORECASE)
_NAME_BEFORE = regex(r"(?:^|\s)(?P<word>[A-Z][\w.’'-]*)\s+$")
_NAME_AFTER = regex(r"\s+(?:[A-Z][\w’'-]+)")
_NOUN_AFTER = regex(
    r"\s+(?!(?:on|for|of|to|against|through|from|toward|towards|in|into|past|and|said|has|was)\b)[a-z]{3,}"
)
_PERSON = regex(
    r"\b(?!(?:In|The|Since|By|On|For|From|Until|And|But|This|Last|Next|Between|During|Late|Early|Mid|Its|Of|A)\b)[A-Z][a-z]+\.?\s(?P<last>May|March|June|April|August)\b(?!\s\d)|\b(?P<first>April|June|August|May)\s(?=[A-Z][a-z])"
)
_NOT_GIVEN = frozenset(
    {
        "In",
        "Since",
        "Until",
        "Till",
        "During",
        "By",
        "Last",
        "Next",
        "This",
        "Late",
        "Early",
        "Mid",
        "Before",
        "After",
        "From",
        "Between",
        "Through",
        "And",
        "For",
        "Of",
        "On",
        "The",
        "A",
        "Its",
        "His",
        "Her",
        "Their",
    }
)
VERBS = frozenset({"may", "march"})
_LISTED = regex(r"[a-z]\s+$")
_OTHER_MONTH = regex(r"\b(?:January|February|April|June|July|August|September|October|November|December)\b")
_PERSONS = frozenset({"may", "march", "april", "june", "august"})
_SURE_MONTHS = frozenset({"january", "february", "july", "september", "october", "november", "december"})
_ENTRY = regex(r"\s*[:–—-]")  # after the head of an entry in a chronicle
_JOINED = regex(r"\s+(?:and|or|to)\s+" + MONTH)
_OF_KIN = regex(rf"\b(?:{'|'.join(sorted(KIN))}|friend|twin),\s+$")
_PAUSE = regex(r"[,.;!?]")


def is_month(expression: Expression, before: str, after: str) -> bool:
    """Ask of a month that stands alone for a capital, and of those that are verbs and people too for a cue."""
    written = expression.part("month") or ""
    name = written.casefold()
    if not written[0].isupper() or written.isupper():
        return False
    if expression.part("modifier"):
        return True
    if name not in _PERSONS | _SURE_MONTHS:  # abbreviated: `Sept.` after a preposition
        joined = re.match(rf"\s*(?:and|to|or|–|-)\s*{MONTH}", after)
        return (joined or written.endswith(".")) and ends_in(_SURE, before) is not None
    if name in _SURE_MONTHS:
        return True
    return _is_month_by_company(name, before, after, expression.match.string)


@functools.lru_cache(maxsize=64)
def _persons(text: str) -> str:
    """Give the months that are names of people in a text, each in small letters."""
    return " ".join((person["last"] or person["first"] or "").casefold() for person in _PERSON.finditer(text))


def _is_month_by_company(name: str, before: str, after: str, text: str) -> bool:
    if ends_in(_SURE, before) or ends_in(_AFTER_MONTH, before) or (not before.strip() and _ENTRY.match(after)):
        return True
    if ends_in(_OF_KIN, before) and after.startswith(","):
        return False
    given = ends_in(_NAME_BEFORE, before)
    if (given and given["word"] not in _NOT_GIVEN) or name in _persons(text):
        return False
    if ends_in(_PREPOSITION, before) or _JOINED.match(after):
        return not (_NAME_AFTER.match(after) and name != "march" and not ends_in(_SURE, before))
    if name in VERBS:
        named = ends_in(_ADJECTIVE, before) and _NOUN_AFTER.match(after)
        return bool(named or (_LISTED.search(before) and _PAUSE.match(after) and _OTHER_MONTH.search(before + after)))
    return not _NAME_AFTER.match(after)
