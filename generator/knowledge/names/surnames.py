"""The rules for persons who are named by a part of their name, the surname or the given name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial

from generator.folding import fold
from generator.knowledge.names.case import Case, Verdict
from generator.knowledge.names.context import (
    is_surname_of_place,
    is_verbal,
    next_word,
    previous_word,
    starts_sentence,
)
from generator.knowledge.names.family_names import family_name_first
from generator.knowledge.names.namesakes import first_named, in_full, is_outweighed
from generator.knowledge.names.particles import LATIN_PARTICLES, PARTICLES
from generator.knowledge.names.person_names import given_name as given_name_of
from generator.knowledge.names.person_names import is_person, surname_forms
from generator.knowledge.names.settling import has_office, is_told_apart, nearest, title_before
from generator.knowledge.names.strength import Strength
from generator.knowledge.names.things import is_of_a_thing
from generator.knowledge.sexes import sex_of_name, sex_of_pronoun, sex_of_word
from generator.knowledge.words import is_calendar, is_plain, is_title, listed
from generator.model import Entity
from generator.regex import regex

_REACH = 60  # how far to look to either side, in characters
_PRESENTED = regex(r"\b(?:an?|one|some)(?: [\w-]+){1,3} (?:called|named)(?:\s[A-Z][a-z]+\.?)?\s$")
_APPOSITION = regex(r",? (?:an?|the) [a-z]|, [A-Z]?[\w-]+ of ")
_KIN = regex(
    r"\b(?:wife|husband|widow|widower|sons?|daughters?|brothers?|sisters?|father|mother|twins?|parents|children|uncle|aunt|"
    r"nephews?|nieces?|cousins?|grandsons?|granddaughters?|grandfather|grandmother|fianc[ée]e?)"
    r",? (?:[A-Z][\w’'-]+(?:, (?:and )?| and ))*$"
)
_OWNS = regex(r"[’']s(?!\w)")
_IS_A = regex(r" (?:is|was|are|were) (?:an?|the|in|near) ")
# The rest of a sentence without a name or a quotation, and the pronoun that begins the next.
_GOES_ON = regex(r"(?P<rest>[^.!?;:“”\"A-Z]*)[.;] (?P<pronoun>He|She|he|she)\b")
_WORD = regex(r"[a-z]+")
_BOTH = 2
_NEXT = 2  # paragraphs
_OF_PORTUGAL = frozenset({"da", "das", "do", "dos"})
_OPENED_TITLE = regex(r"[“\"‘'](?:[A-Z][\w’-]* ){1,2}$")
_CLOSED = regex(r"[,.]?[”’\"'](?!\w)")
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"")
_LONG_SURNAME = 4  # letters: shorter ones are too many things


def surname(case: Case) -> Verdict | None:
    """Take a surname whose bearer has been named in full before in the article, and no other bearer has.

    Another counts only where the text names that one with the surname somewhere: not Lind Berg, whom it calls `Lindo`.
    It stays open after somebody else of the surname, whom the catalogue lacks, was named nearer, or first and as often,
    unless a title stands before it.
    """
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    named = _named_with_it(case, case.introduced(bearers))
    by_surname = case.of(Strength.SURNAME)
    if len(named) != 1 or named[0] not in by_surname or _is_presented(case):
        return None
    if _stranger_came_since(case, named[0]):
        return Verdict(None, "ambiguous", bearers, tell=True)
    return Verdict(named[0], "surname", bearers)


def _named_with_it(case: Case, named: tuple[str, ...]) -> tuple[str, ...]:
    """Give, of several bearers, those whom the text names somewhere by a name that has the surname."""
    if len(named) < _BOTH:
        return named
    return tuple(one for one in named if case.story.once(("has", one, case.surface), partial(_has, case, one)))


def _has(case: Case, person: str) -> bool:
    entity = case.story.catalogue.entities[person]
    names = [name for name in (entity.name, *entity.aliases) if case.surface in name]
    return any(name in block.text for name in names for block in case.story.blocks) or not names


def _stranger_came_since(case: Case, entity: str) -> bool:
    """Tell whether another of this surname came whom it may mean; titles settle it.

    That one was named in this paragraph since its bearer was, or the text tells more of that one.
    """
    strangers = case.story.strangers_of(case.surface)
    if not strangers:
        return False
    title = previous_word(case.text, case.start)
    sexed, own = sex_of_word(title), sex_of_name(case.story.catalogue.entities[entity].name)
    polite = listed(title, "polite") and (sexed is None or own is not None)
    if is_title(title) and (polite or _has_title(case, entity, title, by_text=True)):
        return False
    here = (case.block, case.start)
    if sexed is not None and own is None:
        return True  # Mrs. Lind, where nothing tells that the entry's is a woman and another of the name came
    last = case.story.last_before(entity, here) or here
    came, blocks = in_full(case.story, strangers), case.story.blocks
    since = came[bisect_right(came, last) : bisect_left(came, here)]
    near = any(blocks[block].paragraph == blocks[case.block].paragraph for block, _ in since)
    return near or is_outweighed(case, entity, came)


def _is_presented(case: Case) -> bool:
    """Tell whether somebody is presented by this name as new (`a landlady called Mrs Lind`)."""
    before = case.text[max(0, case.start - _REACH) : case.start]
    return ("called" in before or "named" in before) and _PRESENTED.search(before) is not None


def title_or_role(case: Case) -> Verdict | None:
    """Take a surname after a title that only one bearer has: in the entry's role (`President`, `Gen.`).

    Of several bearers also the one whose full name the text gives with that title.
    """
    bearers = case.of(Strength.SURNAME)
    title = title_before(case.text, case.start)
    if not title:
        return None
    fitting = [one for one in bearers if _has_title(case, one, title, by_text=len(bearers) > 1)]
    fitting = [one for one in fitting if one in case.story.named] or fitting
    return Verdict(fitting[0], "title-or-role", bearers) if len(fitting) == 1 else None


def _has_title(case: Case, person: str, title: str, *, by_text: bool) -> bool:
    """Tell whether a title is in a person's role, or `by_text` stands before the full name somewhere in the text."""
    entity = case.story.catalogue.entities[person]
    if has_office(entity, title):
        return True
    return by_text and case.story.once(("titled", person, title), lambda: _is_titled(case, entity, title))


def _is_titled(case: Case, entity: Entity, title: str) -> bool:
    names = [f"{title} {name}" for name in (entity.name, *entity.aliases)]
    return any(name in block.text for block in case.story.blocks for name in names)


def given_name(case: Case) -> Verdict | None:
    """Take a given name whose only bearer in the article has been named in full before.

    Nobody whom the catalogue lacks may bear it there, and nothing may present its bearer anew (`Ali, a trader`).
    """
    bearers = case.of(Strength.GIVEN)
    named = case.introduced(bearers) or tuple(one for one in bearers if one in case.story.by_given_name)
    if len(named) != 1 or case.story.strangers_of(case.surface) or _APPOSITION.match(case.text, case.end):
        return None
    before = previous_word(case.text, case.start)
    if _is_in_title_of_work(case):
        return None
    if listed(before, "articles") or ("-" in case.surface and before[:1].isupper() and not is_title(before)):
        return None  # a song of his; Park Jong-un is not Kim Jong-un
    return Verdict(named[0], "given-name", bearers)


def _is_in_title_of_work(case: Case) -> bool:
    """Tell whether it ends a title of two or three words in quotation marks: the programme `“Morning Joe”`."""
    before = case.text[max(0, case.start - _REACH) : case.start]
    return _OPENED_TITLE.search(before) is not None and _CLOSED.match(case.text, case.end) is not None


def relative(case: Case) -> Verdict | None:
    """Take a given name after a word for a relative, where the only bearer shares the surname of a person in the text.

    `Biden’s wife, Jill` is Jill Biden: nobody is introduced by a given name alone but by whose relative it is.
    """
    bearers = case.of(Strength.GIVEN)
    if _KIN.search(case.text[max(0, case.start - _REACH) : case.start]) is None:
        return None
    known = case.story.catalogue.entities
    families: dict[str, set[str]] = {}
    for one in sorted(case.story.named):
        for name in surname_forms(known[one].name) if is_person(known[one]) else ():
            families.setdefault(name, set()).add(one)
    kin = [
        one
        for one in bearers
        if any(families.get(name, set()) - {one} and _is_near(case, name) for name in surname_forms(known[one].name))
    ]
    return Verdict(kin[0], "relative", bearers) if len(kin) == 1 else None


def _is_near(case: Case, surname: str) -> bool:
    """Tell whether a surname stands in this paragraph or the two before: whose relative it is has been told there."""
    paragraph = case.story.blocks[case.block].paragraph
    near = [one for one in case.story.blocks[: case.block + 1] if paragraph - one.paragraph <= _BOTH]
    return any(re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", one.text) for one in near)


def unique_surname(case: Case) -> Verdict | None:
    """Take a surname that nobody introduced, where the catalogue has one bearer and nothing speaks against that one.

    Against it speak a name of any other that it could be, somebody else of that name in the text, a plain word without
    a title before it, and a preposition of place.
    """
    bearers = case.of(Strength.SURNAME)
    if len(bearers) != 1 or len({entry.entity for entry in case.entries}) > 1 or len(case.surface) < _LONG_SURNAME:
        return None
    if case.story.strangers_of(case.surface) or is_surname_of_place(case.text, case.start, case.end):
        return None
    if _is_presented(case) or is_of_a_thing(case) or not _acts(case):
        return None
    titled = is_title(previous_word(case.text, case.start))
    if not titled and _is_too_common(case, bearers[0]):
        return None
    plain = any(is_plain(word) for word in case.surface.split() if word.lower() not in PARTICLES)
    sure = titled or not plain or _acts_inside_sentence(case)
    return Verdict(bearers[0], "unique-surname", bearers) if sure else None


def _is_too_common(case: Case, bearer: str) -> bool:
    """Tell whether a surname alone is that of too many: one of China or Korea, or `Silva` for da Silva."""
    name = case.story.catalogue.entities[bearer].name
    first = fold(name).startswith(fold(case.surface)) and family_name_first(name.split())
    whole = next(iter(surname_forms(name)), "").split()
    return first or (len(whole) > 1 and whole[0] in _OF_PORTUGAL and whole[0] not in case.surface.lower().split())


def _acts_inside_sentence(case: Case) -> bool:
    """Tell whether a word has a capital that no sentence gives it, and somebody's verb or possession after it."""
    if case.block in case.story.headlines or starts_sentence(case.text, case.start) or is_calendar(case.surface):
        return False
    if listed(previous_word(case.text, case.start), "articles"):
        return False
    after = next_word(case.text, case.end)
    owns = _OWNS.match(case.text, case.end)
    return owns is not None or is_verbal(after) or listed(after, "auxiliaries")


def _acts(case: Case) -> bool:
    """Tell whether nothing here makes another thing of a surname (`the Soleimani tribe`, `Sadr was a suburb`)."""
    before = previous_word(case.text, case.start)
    if is_title(before) or listed(before, "roles"):
        return True
    if re.match(r"[’'](?:s )?", case.text[case.end : case.end + 2]):
        return True
    if _IS_A.match(case.text, case.end):
        return False
    return is_verbal(next_word(case.text, case.end)) or not listed(before, "articles")


def pronoun(case: Case) -> Verdict | None:
    """Take, of bearers of both sexes named before, the one of whom the next sentence goes on to tell (`He`, `She`).

    The name must open its sentence, which tells of nobody else.
    """
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    named = case.introduced(bearers)
    if len(named) < _BOTH or not starts_sentence(case.text, case.start):
        return None
    goes_on = _GOES_ON.match(case.text, case.end)
    if goes_on is None or any(sex_of_word(word) for word in _WORD.findall(goes_on["rest"])):
        return None
    sexes = {one: sex_of_name(case.story.catalogue.entities[one].name) for one in named}
    meant = [one for one in named if sexes[one] == sex_of_pronoun(goes_on["pronoun"].lower())]
    return Verdict(meant[0], "pronoun", bearers) if len(meant) == 1 and all(sexes.values()) else None


def bare_surname(case: Case) -> Verdict | None:
    """Take, of bearers named before, the only one whose surname it is without a particle: Ana Silva, beside a da Silva.

    Not where the text has meant another by it.
    """
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    named = case.introduced(bearers)
    if len(named) < _BOTH:
        return None
    wholes = {one: fold(" ".join(surname_forms(case.story.catalogue.entities[one].name)[:1])) for one in named}
    surface = fold(case.surface)
    exact = [one for one in named if wholes[one] == surface]
    dropped = [
        one for one in named if wholes[one].endswith(f" {surface}") and wholes[one].split()[0] in LATIN_PARTICLES
    ]
    last = case.story.meant.get(bearers)
    if len(exact) != 1 or len(dropped) < len(named) - 1 or (last and last.entity != exact[0]):
        return None
    return Verdict(exact[0], "bare-surname", bearers)


def nearest_full_name(case: Case) -> Verdict | None:
    """Take, of two bearers named before, the one named in this sentence, or else in this paragraph.

    With neither it is the one whom the heading above names, or whom the name meant in the paragraph before.
    """
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    named = case.introduced(bearers)
    near = nearest(case, named) if len(named) > 1 else None
    if near and _stranger_came_since(case, near):
        return None
    return Verdict(near, "nearest-full-name", bearers) if near else None


def came_back_to(case: Case) -> Verdict | None:
    """Take, of bearers named before, the one of whom the text told first and then again, naming the others in between.

    It has named them in one paragraph alone, in passing; and the name has meant none of them here. To tell again is to
    name in full, or to have meant by the surname so far, the others two paragraphs ago, where nothing tells of them.
    """
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    named = case.introduced(bearers)
    if len(named) < _BOTH or not all(one in case.story.introduced for one in named):
        return None
    places = {one: case.story.introduced[one] for one in named}
    first = min(named, key=lambda one: places[one][0])
    others = [at for one in named for at in places[one] if one != first]
    blocks = case.story.blocks
    last, here = case.story.meant.get(bearers), blocks[case.block].paragraph
    if last and last.entity != first and blocks[last.block].paragraph == here:
        return None
    passing = {blocks[block].paragraph for block, _ in others}
    if len(passing) > 1:
        return None
    as_before = last is not None and last.entity == first and here - max(passing) >= _NEXT
    again = places[first][-1] > max(others) or as_before
    told_apart = again and places[first][-1] < max(others) and is_told_apart(case, named, first)
    return Verdict(first, "came-back-to", bearers) if again and not told_apart else None


def named_below(case: Case) -> Verdict | None:
    """Take, of several bearers of whom the text has named none, the only one that it names, in the next paragraphs.

    A lead or a caption may have the surname before the full name comes; a title has to be that one's.
    """
    bearers = case.of(Strength.SURNAME)
    named = [one for one in bearers if one in case.story.named]
    if len(bearers) < _BOTH or len(named) != 1 or case.introduced(bearers) or case.story.strangers_of(case.surface):
        return None
    if _is_presented(case) or is_of_a_thing(case) or not _acts(case):
        return None
    block, _ = first_named(case.story, named[0])
    blocks, title = case.story.blocks, title_before(case.text, case.start)
    if block == len(blocks) or blocks[block].paragraph - blocks[case.block].paragraph > _NEXT:
        return None
    if (title and not listed(title, "polite") and not _has_title(case, named[0], title, by_text=True)) or is_told_apart(
        case, bearers, named[0]
    ):
        return None
    return Verdict(named[0], "named-below", bearers)


def others_by_given_name(case: Case) -> Verdict | None:
    """Take, of bearers named before, the only one whom the text does not call by the given name alone.

    It has meant that one by the surname before: `Lucia Ferrante … Ferrante …, says Matteo. Ferrante …`.
    """
    bearers = case.of(Strength.SURNAME)
    named = case.introduced(bearers)
    if len(named) < _BOTH or is_title(previous_word(case.text, case.start)):
        return None
    by_surname = [one for one in named if not _is_called_by_given_name(case, one)]
    known = any(meant.entity == by_surname[0] for meant in case.story.meant.values()) if len(by_surname) == 1 else False
    return Verdict(by_surname[0], "others-by-given-name", bearers) if known else None


def _is_called_by_given_name(case: Case, person: str) -> bool:
    """Tell whether the text, outside quotations, calls a person by the given name alone."""
    given = given_name_of(case.story.catalogue.entities[person].name)
    alone = regex(rf"(?<![\w-]){re.escape(given)}(?![\w-])(?! [A-Z])")
    return bool(given) and case.story.once(
        ("by given name", person), lambda: any(alone.search(_QUOTED.sub("", one.text)) for one in case.story.blocks)
    )


def left_open(case: Case) -> Verdict | None:
    """Leave open what nothing settles and two bearers or more share."""
    bearers = case.of(Strength.SURNAME, Strength.WEAK)
    return Verdict(None, "ambiguous", bearers, tell=True) if len(bearers) > 1 else None
