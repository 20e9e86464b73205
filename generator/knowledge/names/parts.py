"""The rules for groups, events, places, products and works that are named by a part of their name."""

from __future__ import annotations

import re

from generator.knowledge.names.case import Case, Verdict
from generator.knowledge.names.context import is_possessive, next_word, previous_word, stands_alone
from generator.knowledge.names.forms import Strength
from generator.knowledge.names.variants import is_camel_case
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_title, listed


def partial_name(case: Case) -> Verdict | None:
    """Take part of a name that stands before in full, of a group, event, place, product or work.

    Several words count, one word after `the`, and else one that is not too general to mean it alone.
    """
    candidates = case.of(Strength.PARTIAL)
    named = case.introduced(candidates) or _named_below(case, candidates)
    if len(named) != 1:
        return None
    entity = case.story.catalogue.entities[named[0]]
    whole = next((one for one in (entity.name, *entity.aliases) if case.surface in one.split()), entity.name)
    return Verdict(named[0], "partial-name", candidates) if _enough(case, whole) else None


def _named_below(case: Case, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Give the only candidate if the text names it further down and the word is none but a name."""
    plain = any(is_plain(word) for word in case.surface.split())
    return candidates if len(candidates) == 1 and candidates[0] in case.story.named and not plain else ()


def _enough(case: Case, whole: str) -> bool:
    """Tell whether part of a name is enough of it: several words, one after `the`, or one that stands alone."""
    goes_on = re.match(r" (?:of|for) (?:the )?[A-Z][\w’'-]+", case.text[case.end :])
    if goes_on and goes_on.group() not in whole:
        return False  # the Alliance of Patriots is not the Salt Alliance
    if " " in case.surface:
        return True
    if _is_last_of_another(case) or _is_another_since(case, whole):
        return False
    if next_word(case.text, case.end)[:1].isupper() and case.block not in case.story.headlines:
        return False  # the Home Secretary is not the Home Office
    first, second, *_ = *whole.split(), ""
    after_the = previous_word(case.text, case.start).lower() == "the" and not is_demonym(case.surface)
    # "the Church" may be the Church of …, but "the Muslim" is not the Brotherhood
    sure = (
        after_the and not listed(case.surface, "plurals") and (case.surface != first or second.lower() in {"of", "for"})
    )
    return sure or stands_alone(case.surface, whole, case.text, case.start)


def _is_last_of_another(case: Case) -> bool:
    """Tell whether the word before makes another name with this one: `Bergen Line` is not the Stena Line."""
    before = previous_word(case.text, case.start)
    if not before[:1].isupper() or is_possessive(case.text, case.start) or case.block in case.story.headlines:
        return False
    return not (listed(before, "function") or is_title(before) or is_demonym(before) or is_calendar(before))


def _is_another_since(case: Case, whole: str) -> bool:
    """Tell whether another name that ends in this word stands in the text since the whole name did (`the Party`)."""
    words = re.compile(rf"([A-Z][\w’'-]+) {re.escape(case.surface)}(?!\w)")
    text = "\n".join([*(block.text for block in case.story.blocks[: case.block]), case.text[: case.start]])
    since = text[text.rfind(whole) + len(whole) :] if whole in text else ""
    return any(not listed(word, "function") and not listed(word, "articles") for word in words.findall(since))


def designation(case: Case) -> Verdict | None:
    """Take what one entry alone can be called: letters with digits (`A380`), a word in camel case (`AirTanker`)."""
    bearers = case.of(Strength.PARTIAL)
    if len(bearers) != 1 or len({entry.entity for entry in case.entries}) > 1:
        return None
    last = case.surface.split()[-1]
    mixed = any(map(str.isdigit, last)) and any(map(str.isalpha, last.removesuffix("s")))
    return Verdict(bearers[0], "designation", bearers) if mixed or is_camel_case(case.surface) else None
