"""The rules for groups, events, places, products and works that are named by a part of their name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Final

from generator.knowledge.names.case import Case, Verdict
from generator.knowledge.names.context import (
    acts,
    is_land,
    is_possessive,
    next_word,
    previous_word,
    stands_alone,
)
from generator.knowledge.names.forms import wholes
from generator.knowledge.names.seats import heads_dispatch
from generator.knowledge.names.strength import Strength
from generator.knowledge.names.variants import is_camel_case
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_state, is_title, listed
from generator.model import Block, Entity, Kind
from generator.regex import regex

_CAPITALISED: Final = regex(r"([A-Z][\w’'-]+) (?=(\w*))")
_LETTERS: Final = regex(r"\w*")
_LETTER: Final = regex(r"\w")
_GOES_ON: Final = regex(r" (?:of|for) (?:the )?[A-Z][\w’'-]+")
# What follows the town at the head of a dispatch: a state, a day, an agency in brackets; then a dash.
_DATELINE: Final = regex(
    r"(?:, (?P<state>[A-Z][a-z]*\.?(?:[ .]?[A-Z][a-z]*\.?)?))?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^()]{2,24}\))?"
    r"[ \u00a0](?:--?|[–—])[ \u00a0]"
)
_OF: Final = regex(r"of (?:the )?(?P<whose>.+) ")
_TOWN_BEFORE: Final = regex(r"[A-Z][\w’-]*, (?:[A-Z]\.?[A-Z]?\.?|[A-Z][a-z]+\.?), $")
_HEAD_OF: Final = regex(r"[A-Z][a-z]+ of (?:the )?$")
_WORK: Final = regex(r"[“\"‘'][A-Z][\w’-]* (?:[\w’-]+ ){0,2}$")
_NEAR: Final = 40  # how far to look before a name, in characters
_FAMILIES: Final = ("family", "brothers", "sisters", "dynasty", "clan", "tribe")
_PREPOSITIONS: Final = frozenset({"at", "by", "for", "from", "in", "near", "of", "on", "outside", "to", "with"})
_OF_THE_STATES: Final = ("U.S.", "US", "American", "America")
_OWNERS: Final = {
    "United States": ("United States", *_OF_THE_STATES), "U.S.": ("United States", *_OF_THE_STATES),
    "United Nations": ("United Nations", "U.N.", "UN"), "U.N.": ("United Nations", "U.N.", "UN"),
    "European Union": ("European Union", "E.U.", "EU"),
    "United Kingdom": ("United Kingdom", "U.K.", "UK", "Britain", "British"),
}  # fmt: skip


def partial_name(case: Case) -> Verdict | None:
    """Take part of a name that stands before in full, of a group, event, place, product or work.

    Several words count, one word after `the`, and else one that is not too general to mean it alone.
    """
    candidates = case.of(Strength.PARTIAL)
    named = case.introduced(candidates) or _named_below(case, candidates)
    if len(named) != 1 or (case.surface.isupper() and heads_dispatch(case.text, case.start, case.end)):
        return None
    if any(one != named[0] for one in case.of(Strength.WEAK)) or case.of(Strength.SURNAME):
        return None  # which the entry of the other says of itself; the Lind Foundation is no Mrs. Lind
    entity = case.story.catalogue.entities[named[0]]
    by_word = case.story.once(("wholes", entity.id), lambda: _by_word(entity))
    whole = by_word.get(case.surface) or next((one for one in wholes(entity) if case.surface in one), entity.name)
    return Verdict(named[0], "partial-name", candidates) if _enough(case, whole) else None


def _by_word(entity: Entity) -> dict[str, str]:
    """Give for each word of an entity's names the first of them that has it, if one can be at its beginning or end."""
    names = (entity.name, *entity.aliases)
    inside = {word: name for name in reversed(names) for word in name.split()}
    return inside | {word: name for name in reversed(names) for word in (name.split()[0], name.split()[-1])}


def _named_below(case: Case, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Give the only candidate if the text names it further down and the word is none but a name."""
    plain = any(is_plain(word) for word in case.surface.split())
    return candidates if len(candidates) == 1 and candidates[0] in case.story.named and not plain else ()


def _enough(case: Case, whole: str) -> bool:
    """Tell whether part of a name is enough of it: several words, one after `the`, or one that stands alone."""
    goes_on = _GOES_ON.match(case.text, case.end)
    if goes_on and goes_on.group() not in whole:
        return False  # the Alliance of Patriots is not the Salt Alliance
    if " " in case.surface:
        return not (_is_another_people(case, whole) or _is_another_since(case, whole) or _is_office(case, whole))
    if (
        _WORK.search(case.text[max(0, case.start - _NEAR) : case.start])
        and case.text[case.end : case.end + 1] in "”’\"'"
    ):
        return False  # the programme “Meet the Press”
    if _is_last_of_another(case) or _is_another_since(case, whole):
        return False
    after = next_word(case.text, case.end)
    if (after[:1].isupper() and case.block not in case.story.headlines) or after in _FAMILIES:
        return False  # the Home Secretary is not the Home Office
    return _is_sure(case, whole)


def _is_office(case: Case, whole: str) -> bool:
    """Tell whether a name's first words go on as another's: `Lindian Foreign Minister`, of the Foreign Ministry."""
    after = next_word(case.text, case.end)
    ends = whole.endswith(case.surface) or case.block in case.story.headlines
    return (after[:1].isupper() and not ends and after not in whole.split()) or _is_seat(case.surface, whole)


def _is_seat(surface: str, whole: str) -> bool:
    """Tell whether a body's first words are the place where it has its seat: `New Varn` of the New Varn Times."""
    before, found, after = whole.removeprefix("The ").partition(surface)
    return bool(found) and not before and listed(surface.split(maxsplit=1)[0], "geography") and bool(after.strip())


def _is_sure(case: Case, whole: str) -> bool:
    """Tell whether one word of a name means it: after `the`, as a party's, or by its own or by what it does."""
    first, second, *_ = *whole.split(), ""
    after_the = previous_word(case.text, case.start).lower() == "the" and not is_demonym(case.surface)
    # "the Church" may be the Church of …, but "the Muslim" is not the Brotherhood
    if after_the and not listed(case.surface, "plurals") and (case.surface != first or second.lower() in {"of", "for"}):
        return True
    if second == "Party" and case.surface in {first, f"{first}s"}:
        return _is_party(case.surface)
    of_land = is_land(first) and not listed(second, "airlines")
    return stands_alone(case.surface, whole, case.text, case.start) or (not of_land and _does_as_subject(case, first))


def _is_party(word: str) -> bool:
    """Tell whether a party is meant by its first word, or its members by the plural: `Labour`, `Conservatives`.

    A word in -an, as of a people, is that of a conviction as often: `a Libertarian`.
    """
    return not is_demonym(word) and not word.removesuffix("s").endswith("an")


def _does_as_subject(case: Case, first: str) -> bool:
    """Tell whether a plain first word does what only a name does: it owns, or acts after no article: `Magna said`."""
    if case.surface != first or is_demonym(first):
        return False
    if any(listed(first, name) for name in ("general", "heads", "titles", "geography", "function")) or is_calendar(
        first
    ):
        return False
    if listed(previous_word(case.text, case.start), "articles"):
        return False
    owns = re.match(r"[’']s(?!\w)", case.text[case.end :])
    of_another = previous_word(case.text, case.start).lower() in _PREPOSITIONS  # the men of Holmeside marched
    return owns is not None or (not of_another and acts(case.text, case.start, case.end))


def _is_another_people(case: Case, whole: str) -> bool:
    """Tell whether an adjective of another people stands before: `Lindian Foreign Ministry`."""
    before = previous_word(case.text, case.start)
    return before[:1].isupper() and is_demonym(before) and before not in whole.split()


def unique_part(case: Case) -> Verdict | None:
    """Take words of a body's name that the text never gives in full, where nothing else can be meant.

    One word is enough where the entry has it as a weak alias. What they leave out says only what kind of body it is
    (`Federal Reserve`, System), or whose, which the text tells elsewhere (`Security Council`, United Nations; `Ministry
    of Mines`, of Lindia), and no other name of the text ends in these words.
    """
    candidates, several = case.of(Strength.PARTIAL, Strength.WEAK), " " in case.surface
    if case.surface in _OWNERS:
        return None  # the United Nations is not its General Assembly
    if len(candidates) != 1 or len({entry.entity for entry in case.entries}) > 1:
        return None
    if not (several or case.of(Strength.WEAK)):
        return None
    entity = case.story.catalogue.entities[candidates[0]]
    whole = next((name for name in wholes(entity) if f" {case.surface} " in f" {name} "), "")
    if entity.kind is not Kind.GROUPS or not whole or is_another_anywhere(case, case.surface, whole):
        return None
    if _is_of_another(case, whole):
        return None
    before, _, after = f" {whole} ".partition(f" {case.surface} ")
    owner = _OF.fullmatch(after)
    told = not after.strip() and _tells_whose(case, before.strip())
    told |= owner is not None and not before.strip() and _tells_whose(case, owner["whose"])
    general = several and not before.strip() and listed(after.split()[0], "general")
    return Verdict(candidates[0], "unique-part", candidates) if told or general else None


def _is_of_another(case: Case, whole: str) -> bool:
    """Tell whether it is a town's, or the end of another name: `Varn, N.Y., Police Department`, `Bureau of Mines`."""
    before = case.text[max(0, case.start - _NEAR) : case.start]
    head = _HEAD_OF.search(before)
    return _TOWN_BEFORE.search(before) is not None or (head is not None and head[0].strip() not in whole)


def _tells_whose(case: Case, owner: str) -> bool:
    """Tell whether the text names whose body it is, in full or as it is abbreviated or its people are called."""
    names = _OWNERS.get(owner, (owner,))
    if not owner[:1].isupper() or (all(is_plain(word) for word in owner.split()) and owner not in _OWNERS):
        return False
    texts = [block.text for block in case.story.blocks]
    return any(re.search(rf"(?<!\w){re.escape(name)}", text) for name in names for text in texts)


def is_another_anywhere(case: Case, ending: str, whole: str) -> bool:
    """Tell whether words end another name than the whole one anywhere in the text: `Lindian Supreme Court`."""
    words = regex(rf"(?:([\w’'.-]+) )?{re.escape(ending)}(?: (?:of|for) (?:the )?([A-Z]\w+))?(?!\w)")
    for block in case.story.blocks:
        for found in words.finditer(block.text):
            before = (found[1] or "").removesuffix("'s").removesuffix("’s")
            named = before[:1].isupper() and not (listed(before, "function") or is_title(before))
            other = named and before not in whole and before not in _OF_THE_STATES
            if other or (found[2] and found[2] not in whole):
                return True
    return False


def _is_last_of_another(case: Case) -> bool:
    """Tell whether the word before makes another name with this one: `Bergen Line` is not the Stena Line."""
    before = previous_word(case.text, case.start)
    if not before[:1].isupper() or is_possessive(case.text, case.start) or case.block in case.story.headlines:
        return False
    return not (listed(before, "function") or is_title(before) or is_demonym(before) or is_calendar(before))


def _is_another_since(case: Case, whole: str) -> bool:
    """Tell whether another name that ends in this word stands in the text since the whole name did (`the Party`)."""
    blocks, here = case.story.blocks, (case.block, case.start)
    wholes = case.story.once(("whole", whole), lambda: list(_ends(blocks, whole)))
    index = bisect_right(wholes, here)
    if not index:
        return False
    pairs = case.story.once(("pairs",), lambda: _pairs(blocks))
    others = case.story.once(
        ("others", case.surface, whole), lambda: list(_others(blocks, pairs, case.surface, whole.split()))
    )
    after = bisect_left(others, (wholes[index - 1], (0, 0)))
    return after < len(others) and others[after][1] <= here


def _ends(blocks: tuple[Block, ...], whole: str) -> Iterator[tuple[int, int]]:
    """Give where a name ends, each time that it stands in the text (block, position)."""
    for number, block in enumerate(blocks):
        start = block.text.find(whole)
        while start >= 0:
            yield number, start + len(whole)
            start = block.text.find(whole, start + 1)


def _pairs(blocks: tuple[Block, ...]) -> dict[str, list[tuple[int, int, int]]]:
    """Give where words follow a capitalised one, by their first letters: the block, and where the two begin."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for number, block in enumerate(blocks):
        for one in _CAPITALISED.finditer(block.text):
            if not listed(one[1], "function") and not listed(one[1], "articles"):
                found.setdefault(one[2], []).append((number, one.start(), one.start(2)))
    return found


def _others(
    blocks: tuple[Block, ...], pairs: Mapping[str, list[tuple[int, int, int]]], word: str, own: list[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Give where the names of two words that end in a word, and do not begin with one of its own, begin and end."""
    letters = _LETTERS.match(word)
    for number, start, second in pairs.get(letters[0] if letters else "", ()):
        text, end = blocks[number].text, second + len(word)
        if text[start : second - 1] not in own and text.startswith(word, second) and not _LETTER.match(text, end):
            yield (number, start), (number, end)


def dateline(case: Case) -> Verdict | None:
    """Take the town at the head of a dispatch, whose entry has its state too: `LINDBRO, Fla. (AP) —`.

    A state that stands there must be the entry's, in full or abbreviated; without one the catalogue must have one town.
    """
    found = _DATELINE.match(case.text, case.end) if case.start == 0 else None
    candidates = case.of(Strength.PARTIAL)
    if found is None:
        return None
    entities = case.story.catalogue.entities
    towns = {one: entities[one].name.partition(", ")[2] for one in candidates if entities[one].kind is Kind.PLACES}
    fitting = [one for one, state in towns.items() if state and is_state(found["state"] or state, state)]
    return Verdict(fitting[0], "dateline", candidates) if len(fitting) == 1 else None


def designation(case: Case) -> Verdict | None:
    """Take what one entry alone can be called: letters with digits (`A380`), a word in camel case (`AirTanker`)."""
    bearers = case.of(Strength.PARTIAL)
    if len(bearers) != 1 or len({entry.entity for entry in case.entries}) > 1:
        return None
    last = case.surface.split()[-1]
    mixed = any(map(str.isdigit, last)) and any(map(str.isalpha, last.removesuffix("s")))
    return Verdict(bearers[0], "designation", bearers) if mixed or is_camel_case(case.surface) else None
