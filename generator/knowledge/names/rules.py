"""Decide which entity a name means: a literal list of named rules, of which the first that answers wins.

A rule is a function from a Case to a Verdict, or to None where it has nothing to say; its docstring says what it takes
for a reason. No rule guesses: where the catalogue gives several bearers and the article does not settle which is meant,
the verdict has no entity.
"""

from __future__ import annotations

import re

from generator.knowledge.folding import fold
from generator.knowledge.names.case import BEFORE_THE_TEXT, Case, Rule, Verdict
from generator.knowledge.names.context import (
    has_locative,
    is_possessive,
    is_surname_of_place,
    is_verbal,
    next_word,
    previous_word,
    stands_alone,
)
from generator.knowledge.names.forms import STRONG, Strength, is_person
from generator.knowledge.names.seats import Reading, read_capital
from generator.knowledge.names.variants import is_camel_case
from generator.knowledge.sentences import sentence_at
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_title, listed
from generator.model import Kind

_REACH = 60  # how far to look to either side, in characters
_PRESENTED = re.compile(r"\b(?:an?|one|some)(?: [\w-]+){1,3} (?:called|named)(?:\s[A-Z][a-z]+\.?)?\s$")
_APPOSITION = re.compile(r",? (?:an?|the) [a-z]|, [A-Z]?[\w-]+ of ")
_LONG_SURNAME = 4  # letters: shorter ones are too many things


def by_hand(case: Case) -> Verdict | None:
    """Take `[[id|words]]`: the editor has said it at this very place."""
    return _only(case, case.of(Strength.HAND), "by-hand")


def article_link(case: Case) -> Verdict | None:
    """Take `links:` in the front matter: the editor has said it for this article, `false` that it is no name here."""
    forms = [entry.form for entry in case.entries if entry.strength is Strength.SETTLED]
    if not forms:
        return None
    entity = case.settled[forms[0]]
    return Verdict(None, "article-link-false", ()) if entity is None else Verdict(entity, "article-link", (entity,))


def acronym(case: Case) -> Verdict | None:
    """Take an acronym that the article has introduced itself, in brackets after the full name."""
    return _only(case, case.of(Strength.ACRONYM), "acronym")


def phrase(case: Case) -> Verdict | None:
    """Take a wording that the entry lists as telling of it."""
    return _settle(case, case.of(Strength.PHRASE), "phrase")


def shadowed_name(case: Case) -> Verdict | None:
    """Weigh a name that is also the surname of a person who has been introduced (Paris, London).

    A preposition of place speaks for the place, a title for the person, and for a group that it was named before the
    person was; with none of these it stays open.
    """
    strong = case.of(*STRONG)
    rivals = [one for one in case.introduced(case.of(Strength.SURNAME)) if one not in strong]
    if not strong or not rivals:
        return None
    if is_title(previous_word(case.text, case.start)):
        return _only(case, tuple(rivals), "surname")
    if has_locative(case.text, case.start) or _group_came_first(case, strong, rivals):
        return None
    return Verdict(None, "ambiguous", tuple(sorted({*strong, *rivals})), tell=True)


def _group_came_first(case: Case, strong: tuple[str, ...], rivals: list[str]) -> bool:
    seen, kinds = case.story.introduced, case.story.catalogue.entities
    groups = [one for one in strong if kinds[one].kind is Kind.GROUPS and one in seen]
    return any(seen[group][0] < min(seen[rival][0] for rival in rivals) for group in groups)


def seat_of_government(case: Case) -> Verdict | None:
    """Weigh the name of a place that is the weak alias of a state (Tehran), where the text names that state in full.

    Where the place stands for a place (`in Tehran`, `the Tehran suburbs`) it is the place, where it acts, wants or is
    dealt with (`Tehran’s demands`, `Tehran denied`) the state, and with neither it stays open.
    """
    kinds = case.story.catalogue.entities
    places = [one for one in case.of(*STRONG) if kinds[one].kind is Kind.PLACES]
    states = [one for one in case.of(Strength.WEAK) if kinds[one].kind is Kind.ACTORS and one in case.story.named]
    if len(places) != 1 or len(states) != 1 or is_person(kinds[states[0]]):
        return None
    reading = read_capital(case.text, case.start, case.end)
    both = tuple(sorted({places[0], states[0]}))
    if reading is None:
        return Verdict(None, "ambiguous", both, tell=True)
    return Verdict(places[0] if reading is Reading.PLACE else states[0], "seat-of-government", both)


def name(case: Case) -> Verdict | None:
    """Take the entity's name as the catalogue has it."""
    return _settle(case, case.of(Strength.NAME), "name")


def alias(case: Case) -> Verdict | None:
    """Take a listed alias, which refers to this entity alone."""
    return _settle(case, case.of(Strength.ALIAS), "alias")


def short_name(case: Case) -> Verdict | None:
    """Take a name without what may always be left out: a middle name, a legal form, a leading `The`."""
    return _settle(case, case.of(Strength.SHORT), "short-name")


def native_name(case: Case) -> Verdict | None:
    """Take the name in the entity's own language and script."""
    return _settle(case, case.of(Strength.NATIVE), "native-name")


def surname(case: Case) -> Verdict | None:
    """Take a surname whose bearer has been named in full before in the article, and no other bearer has.

    It stays open after somebody else of the surname, whom the catalogue lacks, unless a title stands before it.
    """
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    named = case.introduced(bearers)
    by_surname = case.of(Strength.SURNAME)
    if len(named) != 1 or named[0] not in by_surname or _is_presented(case):
        return None
    if _stranger_came_since(case, named[0]):
        return Verdict(None, "ambiguous", bearers, tell=True)
    return Verdict(named[0], "surname", bearers)


def _stranger_came_since(case: Case, entity: str) -> bool:
    """Tell whether another of this surname was named since its bearer was, in this paragraph; titles settle it."""
    if is_title(previous_word(case.text, case.start)):
        return False
    here = (case.block, case.start)
    last = max((at for at in case.story.introduced.get(entity, []) if at < here), default=here)
    blocks = case.story.blocks
    return any(
        last < at < here
        and blocks[at[0]].paragraph == blocks[case.block].paragraph
        and previous_word(blocks[at[0]].text, at[1])[:1].isupper()
        and not listed(previous_word(blocks[at[0]].text, at[1]), "articles")
        and not _is_aside(blocks[at[0]].text, at[1])
        for at in case.story.strangers.get(fold(case.surface), [])
    )


def _is_aside(text: str, position: int) -> bool:
    """Tell whether a position stands in brackets, from which nobody is taken up."""
    return text.rfind("(", 0, position) > text.rfind(")", 0, position)


def _is_presented(case: Case) -> bool:
    """Tell whether somebody is presented by this name as new (`a landlady called Mrs Lind`)."""
    return _PRESENTED.search(case.text[max(0, case.start - _REACH) : case.start]) is not None


def title_or_role(case: Case) -> Verdict | None:
    """Take a surname after a title that only one bearer has: in the entry's role (`President`, `Gen.`).

    Of several bearers also the one whose full name the text gives with that title.
    """
    bearers = case.of(Strength.SURNAME)
    title = previous_word(case.text, case.start)
    if not title or not is_title(title):
        return None
    fitting = [one for one in bearers if _has_title(case, one, title, by_text=len(bearers) > 1)]
    return Verdict(fitting[0], "title-or-role", bearers) if len(fitting) == 1 else None


def _has_title(case: Case, person: str, title: str, *, by_text: bool) -> bool:
    """Tell whether a title is in a person's role, or `by_text` stands before the full name somewhere in the text."""
    entity = case.story.catalogue.entities[person]
    if title.lower() in entity.role.lower().replace(",", " ").split():
        return True
    names = [f"{title} {name}" for name in (entity.name, *entity.aliases)]
    return by_text and any(name in block.text for block in case.story.blocks for name in names)


def given_name(case: Case) -> Verdict | None:
    """Take a given name whose only bearer in the article has been named in full before.

    Nobody whom the catalogue lacks may bear it there, and nothing may present its bearer anew (`Ali, a trader`).
    """
    bearers = case.of(Strength.GIVEN)
    named = case.introduced(bearers)
    if len(named) != 1 or fold(case.surface) in case.story.strangers or _APPOSITION.match(case.text, case.end):
        return None
    return Verdict(named[0], "given-name", bearers)


def unique_surname(case: Case) -> Verdict | None:
    """Take a surname that nobody introduced, where the catalogue has one bearer and nothing speaks against that one.

    Against it speak a name of any other that it could be, somebody else of that name in the text, a plain word without
    a title before it, and a preposition of place.
    """
    bearers = case.of(Strength.SURNAME)
    if len(bearers) != 1 or len({entry.entity for entry in case.entries}) > 1 or len(case.surface) < _LONG_SURNAME:
        return None
    if fold(case.surface) in case.story.strangers or is_surname_of_place(case.text, case.start, case.end):
        return None
    if _is_presented(case) or not _acts(case):
        return None
    titled = is_title(previous_word(case.text, case.start))
    plain = any(is_plain(word) for word in case.surface.split())
    return Verdict(bearers[0], "unique-surname", bearers) if titled or not plain else None


def _acts(case: Case) -> bool:
    """Tell whether nothing here makes another thing of a surname (`the Soleimani tribe`, `Sadr was a suburb`)."""
    before = previous_word(case.text, case.start)
    if is_title(before) or listed(before, "roles"):
        return True
    if re.match(r"[’'](?:s )?", case.text[case.end : case.end + 2]):
        return True
    if re.match(r" (?:is|was|are|were) (?:an?|the|in|near) ", case.text[case.end :]):
        return False
    return is_verbal(next_word(case.text, case.end)) or not listed(before, "articles")


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


def weak_alias(case: Case) -> Verdict | None:
    """Take a weak alias whose entity has been named in full before, and no other that shares the name has.

    A state is not meant where its capital is (`in Paris`).
    """
    bearers = case.of(Strength.WEAK, Strength.SURNAME)
    named = case.introduced(bearers)
    by_alias = case.of(Strength.WEAK)
    if len(named) == 1 and _is_in_place(case, named[0]):
        return None
    return Verdict(named[0], "weak-alias", bearers) if len(named) == 1 and named[0] in by_alias else None


def _is_in_place(case: Case, entity: str) -> bool:
    """Tell whether the weak alias of a state stands for its capital here (`in Paris`)."""
    whole = case.story.catalogue.entities[entity]
    if whole.kind is not Kind.ACTORS or is_person(whole):
        return False
    return read_capital(case.text, case.start, case.end) is Reading.PLACE


def nearest_full_name(case: Case) -> Verdict | None:
    """Take, of two bearers named before, the one named in this sentence, or else in this paragraph."""
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    named = case.introduced(bearers)
    nearest = _nearest(case, named) if len(named) > 1 else None
    return Verdict(nearest, "nearest-full-name", bearers) if nearest else None


def left_open(case: Case) -> Verdict | None:
    """Leave open what nothing settles and two bearers or more share."""
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    return Verdict(None, "ambiguous", bearers, tell=True) if len(bearers) > 1 else None


RULES: tuple[Rule, ...] = (
    by_hand,
    article_link,
    acronym,
    shadowed_name,
    seat_of_government,
    name,
    alias,
    native_name,
    short_name,
    phrase,
    surname,
    weak_alias,
    title_or_role,
    nearest_full_name,
    unique_surname,
    given_name,
    partial_name,
    designation,
    left_open,
)


def decide(case: Case) -> Verdict | None:
    """Apply the rules in their order; None where the name means nothing here."""
    for rule in RULES:
        verdict = rule(case)
        if verdict is not None:
            return verdict
    return None


def _only(case: Case, candidates: tuple[str, ...], rule: str) -> Verdict | None:
    if not candidates:
        return None
    if len(candidates) == 1:
        return Verdict(candidates[0], rule, candidates)
    nearest = _nearest(case, candidates)
    return (
        Verdict(nearest, "nearest-full-name", candidates)
        if nearest
        else Verdict(None, "ambiguous", candidates, tell=True)
    )


def _settle(case: Case, candidates: tuple[str, ...], rule: str) -> Verdict | None:
    """Take the only candidate; of several the only one that stands in the article under another name before."""
    named = case.introduced(candidates)
    if len(candidates) > 1 and len(named) == 1:
        return Verdict(named[0], "nearest-full-name", candidates)
    return _only(case, candidates, rule)


def _nearest(case: Case, bearers: tuple[str, ...]) -> str | None:
    """Give the only bearer that has been named in the same sentence, or else in the same paragraph."""
    start, _ = sentence_at(case.text, case.start, case.story.language)
    paragraph = case.story.blocks[case.block].paragraph
    blocks = case.story.blocks
    places = {one: case.story.introduced.get(one, []) for one in bearers}
    same_sentence = {
        one for one in bearers if any(block == case.block and start <= at < case.start for block, at in places[one])
    }
    same_paragraph = {
        one
        for one in bearers
        if any(block != BEFORE_THE_TEXT and blocks[block].paragraph == paragraph != 0 for block, _ in places[one])
    }
    near = same_sentence or same_paragraph
    return min(near) if len(near) == 1 else None
