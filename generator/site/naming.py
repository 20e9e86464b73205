"""How a name goes into a sentence: with "the" or "a" or neither, and whether its verb is a plural.

Nothing here is known of any language but English; what the articles themselves do with a name decides, and only where
they do not show it, the form of the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.frozen import frozen
from generator.model import Entity, Kind, Knowledge, Mention

# A word before a name after which an article would have to stand if the name took one.
_LEADING = frozenset(
    [
        *("of", "by", "in", "to", "with", "and", "or", "for", "from", "that", "as", "on", "at", "against", "between"),
        *(
            "into",
            "over",
            "under",
            "through",
            "like",
            "when",
            "while",
            "than",
            "is",
            "was",
            "but",
            "if",
            "among",
            "since",
        ),
    ]
)
_COLLECTIVE = re.compile(
    r"\b(Forces?|Guards?|Corps|Brotherhood|Army|Party|Council|States|Nations|Republic|Union|Kingdom|Sea|Gulf|Spring|"
    r"Movement|movement|Front|League|government)$"
)
_HAPPENING = re.compile(
    r"\b(attacks?|war|killings?|founding|strikes?|fire|visit|Spring|revolution|elections?|uprisings?|retaliation|"
    r"declaration|break|coup|summit|talks|crisis|conflict|battle|siege|bombings?|raids?|assassination|treaty|agreement|"
    r"ceasefire|truce|invasion|massacre|suspension|protests?|collapse|split|merger|death|trial)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?:\S+\s){0,3}\S+(?:['’]s|s['’])\s")
_CLAUSE = re.compile(r"\s[a-z]+s(?:\s|$)")  # a verb in the third person, as far as the form of a word tells
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "(", "\n")
_BEFORE_PREPOSITION = re.compile(
    r".+?(?=\s(?:after|against|at|before|between|by|for|from|in|near|of|on|over|since|to|with)\s|$)"
)
_PLURAL = re.compile(r"(?:^[A-Z]|\b[a-z])[a-z]+[a-rt-z]s$(?<!is)(?<!us)(?<!series)", re.ASCII)


@frozen
class Naming:
    """How an entity is called within a sentence: an article ("the" or ""), its words, and the number of its verb."""

    article: str
    words: str
    is_plural: bool


Vote = tuple[str, bool]  # an entity, and whether "the" stands before its name in one place


def namings(knowledge: Knowledge, cast: Iterable[Vote]) -> dict[str, Naming]:
    """Find for every entity how it is called within a sentence; `cast` are the votes of all articles."""
    shown = _shown_with_article(cast)
    entities = knowledge.catalogue.entities.values()
    firsts = {
        one.name.partition(" ")[0].lower() for one in entities if one.kind is Kind.EVENTS and _may_begin_small(one)
    }
    prose = _written_small(firsts, (text.text for text in knowledge.prose.values()))
    return {one.id: _naming(one, shown.get(one.id), prose) for one in entities}


def _may_begin_small(event: Entity) -> bool:
    """Tell whether an event's name may begin with a common noun: `Killing of X`."""
    first, _, rest = event.name.partition(" ")
    return rest[:1].islower() and first.istitle()


def _written_small(words: set[str], texts: Iterable[str]) -> set[str]:
    """Give those of the words that stand in a text in small letters."""
    found: set[str] = set()
    for text in texts:
        if len(found) == len(words):
            break
        found |= words.intersection(re.findall(r"\b[a-z]+\b", text))
    return found


def indefinite(words: str) -> str:
    """Put `a` or `an` before a common noun in the singular; other words stay as they are.

    >>> indefinite("pariah state")
    'a pariah state'
    """
    is_common = words[:1].islower() and not words.endswith(("s", "ism", "ness", "ity"))
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}" if is_common else words


def _naming(entity: Entity, shown: bool | None, prose: set[str]) -> Naming:  # noqa: FBT001 - a vote, not a switch
    words = _event_words(entity, prose) if entity.kind is Kind.EVENTS else entity.name
    if shown is None or words != entity.name:
        shown = _takes_article(entity, words)
    return Naming("the" if shown else "", words, _is_plural(entity) and words[:1] != "“")


def _takes_article(entity: Entity, words: str) -> bool:
    """Tell by its form whether a name takes "the": the killing of X, the Axis of Y, but not X's visit."""
    if words.lower().startswith("the ") or _POSSESSIVE.match(words):
        return False
    if entity.kind is Kind.EVENTS:
        return words[:1].islower() or _HAPPENING.search(words) is not None
    if entity.kind is Kind.PLACES:
        return _COLLECTIVE.search(words) is not None or words[:1].islower()
    is_named_after = entity.kind in {Kind.GROUPS, Kind.GLOSSARY} and words[:1].isupper() and " of " in words
    return is_named_after or (entity.kind is not Kind.GLOSSARY and _COLLECTIVE.search(words) is not None)


def _event_words(entity: Entity, prose: set[str]) -> str:
    """Give an event's name as a sentence has it: `killing of X`, and “X suspends operations” in quotation marks."""
    first, _, rest = entity.name.partition(" ")
    lower = first.lower()
    is_common = _HAPPENING.fullmatch(first) or lower in prose or lower in _own_words(entity)
    if is_common and _may_begin_small(entity):
        return f"{lower} {rest}"
    is_clause = (
        _CLAUSE.search(entity.name) and not _HAPPENING.search(entity.name) and not _POSSESSIVE.match(entity.name)
    )
    return f"“{entity.name}”" if is_clause else entity.name


def _own_words(entity: Entity) -> set[str]:
    return set(re.findall(r"\b[a-z]+\b", " ".join([entity.summary, *entity.phrases])))


def _is_plural(entity: Entity) -> bool:
    """Tell whether the catalogue gives the name's own singular as another name (`Houthis`, `Houthi`), or a plural.

    What happened is a plural where its first noun is: `strikes in Iraq`.
    """
    if entity.kind is Kind.EVENTS:
        head = _BEFORE_PREPOSITION.match(entity.name)
        return head is not None and _PLURAL.search(head[0]) is not None
    others = {name.lower() for name in (*entity.aliases, *entity.weak_aliases)}
    return entity.name.endswith("s") and (entity.name[:-1].lower() in others or entity.name.endswith(" officials"))


def _shown_with_article(cast: Iterable[Vote]) -> dict[str, bool]:
    """Tell of each name that stands in an article where it would show one whether it mostly has "the" before it."""
    balance: Counter[str] = Counter()
    for entity, shown in cast:
        balance[entity] += 1 if shown else -1
    return {one: count > 0 for one, count in balance.items()}


def votes(text: str, mentions: Iterable[Mention], names: Mapping[str, str]) -> tuple[Vote, ...]:
    """Give the votes of one article; `names` are those of the entities by id."""
    named = (
        (one.entity, one)
        for one in mentions
        if one.entity is not None and one.surface.lower() == names.get(one.entity, "").lower()
    )
    cast = ((entity, _vote(text, one)) for entity, one in named)
    return tuple((entity, vote) for entity, vote in cast if vote is not None)


def _vote(text: str, mention: Mention) -> bool | None:
    """Tell whether "the" stands before a name; None where its place proves nothing, as in a genitive or compound."""
    if text[mention.end : mention.end + 1] in "'’-":
        return None
    before = text[max(0, mention.start - 20) : mention.start].rstrip(" ")
    word = before.split()[-1].lower() if before and not before[-1].isspace() else ""
    if word == "the":
        return True
    return False if word in _LEADING or not word or before.endswith(_SENTENCE_END) else None
