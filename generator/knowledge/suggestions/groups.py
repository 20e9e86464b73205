"""Group the runs of an article: full name, surname, acronym and spelling variants are one candidate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from generator.folding import fold
from generator.knowledge.names.acronyms import initials_of
from generator.knowledge.names.person_names import surname_forms
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.lists import (
    HEADS,
    cue,
    is_big,
    is_city,
    is_province,
    is_region,
    is_state,
    known_as,
    same_state,
)
from generator.knowledge.suggestions.name_shapes import head
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.words import is_plain, listed
from generator.model import Block

_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z&-]*[A-Z][A-Za-z]*|(?:[A-Z]\.){2,}[A-Z]?")
_OTHER_SCRIPT: Final = re.compile(r" ?\((?P<name>[^()]*[\u0370-\u1dff\u3040-\uffff][^()]*)\)")
_FOREIGN: Final = re.compile(r"[\u0370-\u1dff\u3040-\uffff]")
_BETWEEN_NAMES: Final = re.compile(r"(?:[,;]|\s(?=or\s))\s*(?:or\s+)?")
_BRACKET: Final = re.compile(
    r"(?:[’']?s? ?\((?:the |or |known as )*|, (?:or|(?:better |also )?known as|called) (?:the )?)"
    r"[“\"]?(?P<acronym>[A-Z][\w.&-]{1,14})[”\"]?(?:[),;]| \()"
)
_BEFORE_BRACKET: Final = re.compile(r"(?<!\w)(?P<acronym>[A-Z][\w.&-]{1,14}) \($")
# What stands between a name and another of the same: `Lind, known as Lindy`, `Lindham — the old Lindby`.
_ALSO: Final = re.compile(
    r"(?: ?\([^()]*\))?"
    r"(?:,? (?:also |better |still |now |once |formerly |locally )?(?:known|nicknamed|renamed)(?: simply)? as |"
    r",? (?:formerly|originally|once) (?:called )?|, which (?:[a-z’'-]+ ){1,4}calls? | \((?:formerly|then|now|once) |"
    r" [–—] the (?:old|former) | \(the (?:old|former) |, the (?:old|former) )(?:the )?[“\"‘]?"
)
_OPENED: Final = re.compile(r",? \(?[“\"]")
_CLOSED: Final = re.compile(r",?[”\"](?! (?:in|of|for|by|and)\b)")
_ARTICLE: Final = re.compile(r"\bThe $")
_GOVERNED: Final = re.compile(r"\b(?:of|in|at|from|near) (?:the )?$")
_OF_ANOTHER: Final = frozenset("foundation fund trust holdings ventures museum institute stadium".split())
_LONGEST_ALIAS: Final = 8  # words
_OF_NATURE: Final = frozenset("sea river ocean mountains islands strait peninsula desert".split())
_INITIAL: Final = 2  # characters
_OFTEN: Final = 3  # times
_REACH: Final = 20  # characters
_REACH_OF_NAMING: Final = 60  # characters
_LONGEST_PERSON: Final = 5  # words


@dataclass(slots=True)
class Group:
    """One candidate: the runs that mean it in one article, in reading order, and names that only brackets have."""

    article: str
    runs: list[Run] = field(default_factory=list)
    bracketed: list[str] = field(default_factory=list)

    @property
    def forms(self) -> list[str]:
        """Every way in which it is written, the first first."""
        return list(dict.fromkeys(run.name for run in self.runs))

    @property
    def name(self) -> str:
        """The fullest form."""
        forms = self.forms
        states = [form for form in forms if is_state(form)]
        return max(
            states or forms, key=lambda form: (_written_out(form), len(form.split()), len(form), -forms.index(form))
        )

    @property
    def first(self) -> Run:
        """The run that stands first."""
        return self.runs[0]


def grouped(article: str, blocks: Sequence[Block], found: Sequence[Run]) -> list[Group]:
    """Give the candidates of an article in the order in which they are named first."""
    alike: dict[str, Group] = {}
    for run in found:
        alike.setdefault(same_state(run.name) or key(run.name), Group(article)).runs.append(run)
    homes = _Homes(blocks)
    renamed = dict(_renamed(blocks, found))
    for group in sorted(alike.values(), key=lambda one: (-len(one.name.split()), one.first)):
        home = (
            homes.find(group.name)
            or homes.find(_without_rank(group.name))
            or homes.of_name(renamed.get(key(group.name), ""))
        )
        if home is not None and not is_persons(home.name) and _is_town(blocks, group):
            home = None
        if home is not None and _is_established(group, home):
            home = None
        if home is None:
            homes.add(group)
        else:
            home.runs.extend(group.runs)
    for group in homes.groups:
        group.runs.sort()
        group.bracketed = list(dict.fromkeys(_bracketed(blocks, group)))
    return sorted((one for one in homes.groups if not homes.is_family(one)), key=lambda one: one.first)


def _without_rank(name: str) -> str:
    """Give a ruler's name without the rank that goes with it: `Lindmarck` of `Prince Lindmarck`."""
    rank, _, rest = name.partition(" ")
    return rest if rest and cue(rank, "ruling") else name


class _Homes:
    """The groups found so far, by what a shorter name may have in common with them: a word, or the initials."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.groups: list[Group] = []
        self._blocks = blocks
        self._by_word: dict[str, list[Group]] = defaultdict(list)
        self._by_letters: dict[str, list[Group]] = defaultdict(list)

    def add(self, group: Group) -> None:
        """Add a group; a name of one word can be nobody's home."""
        self.groups.append(group)
        for form in group.forms:
            if " " in form or "-" in form:
                for word in dict.fromkeys(key(form).split()):
                    self._by_word[word].append(group)
        for letters in dict.fromkeys(_acronyms(self._blocks, group)):
            self._by_letters[letters].append(group)

    def of_name(self, name: str) -> Group | None:
        """Give the group that has a name, by its key."""
        return (
            next((one for one in self.groups if any(key(form) == name for form in one.forms)), None) if name else None
        )

    def is_family(self, group: Group) -> bool:
        """Tell whether a group is but a person's family by the surname, in the plural: `the Linds` beside Anna Lind."""
        name = group.name
        if " " in name or not name.endswith("s") or is_plain(name):
            return False
        home = self.find(name.removesuffix("s"))
        return home is not None and is_persons(home.name)

    def find(self, name: str) -> Group | None:
        """Give the group whose longer name a short name belongs to; of several the one that is named first."""
        fitting: list[Group] = []
        if name.count(" ") >= _LONGEST_ALIAS:
            return None  # whole sentences in capitals, say: each would be compared with all others
        if _ACRONYM.fullmatch(name):
            openings = (one for one in self._by_word.get(key(name), []) if _is_opening(name, one))
            fitting = self._by_letters.get(_letters(name), []) or list(openings)
        if not fitting and not name.isupper():  # McKinley is written as an acronym is
            fitting = [one for one in self._by_word.get(key(name).split()[-1], []) if _is_part(name, one)]
            fitting = fitting or [one for one in self._by_word.get(key(name), []) if _is_amid_person(name, one)]
        return min(fitting, key=lambda one: one.first, default=None)


def _is_established(group: Group, home: Group) -> bool:
    """Tell whether an article has often used a short name before a longer one comes up once, which means another then.

    So `Lindco` is not `Lindco Foundation`. A person’s surname alone may well stand first, in a heading.
    """
    if len(home.runs) > 1 or is_persons(home.name) or _ACRONYM.fullmatch(group.name) or " " not in home.name:
        return False
    if all(is_plain(word) for word in group.name.split()):
        return False  # the Games
    rest = key(home.name).removeprefix(key(group.name)).split()
    legal = any(listed(word, "incorporations") or listed(word, "legal_forms") for word in rest)
    return len(group.runs) >= _OFTEN and group.runs[_OFTEN - 1] < home.first and not legal


def _is_town(blocks: Sequence[Block], group: Group) -> bool:
    """Tell whether a short name is a town's in which something is, not that of the body named after it."""
    befores = (blocks[run.block].text[max(0, run.start - _REACH) : run.start] for run in group.runs)
    named = is_city(group.name) and not group.name.isupper()  # ISA is an authority, Isa a town
    return named and any(_GOVERNED.search(before) for before in befores)


def _renamed(blocks: Sequence[Block], found: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """Give the keys of a name and of what is also called so: `the Lind Route, which its makers call the Lindway`."""
    for one, two in pairwise(found):
        text = blocks[one.block].text
        if one.block == two.block and two.start - one.end <= _REACH_OF_NAMING and key(one.name) != key(two.name):
            governed = _GOVERNED.search(text[max(0, one.start - _REACH) : one.start])
            also = _ALSO.fullmatch(text, one.end, two.start) and not (governed and " " not in one.name)
            if also or _is_in_bracket(text, one, two) or _is_nickname(text, one, two):
                yield key(two.name), key(one.name)


def _is_in_bracket(text: str, one: Run, two: Run) -> bool:
    """Tell whether a bracket after a body's name has its name in another language: `Lindish Aid (Akcja Lindowska)`."""
    bracketed = text[one.end : two.start] == " (" and text[two.end : two.end + 1] == ")"
    return bracketed and all(" " in run.name and not is_persons(run.name) for run in (one, two))


def _is_nickname(text: str, one: Run, two: Run) -> bool:
    """Tell whether a name between quotation marks is what the person right before it goes by: `Jan Lind, “Lindy”`."""
    quoted = _OPENED.fullmatch(text, one.end, two.start) and _CLOSED.match(text, two.end)
    return bool(quoted) and " " in one.name and (is_persons(one.name) or bool(one.title)) and not is_persons(two.name)


def key(name: str) -> str:
    """Give what two writings of one name have in common: case, marks, full stops and a leading `the` do not count."""
    return fold(name).removeprefix("the ").replace(".", "").strip()


def is_persons(form: str) -> bool:
    """Tell whether a name of several words begins with a given name and does not say what a body or a place is."""
    words = form.split()
    if not 1 < len(words) <= _LONGEST_PERSON or any(cue(words[-1], heads) for heads in HEADS):
        return False
    plain = all(is_plain(word) and not cue(word, "plain_surnames") for word in words[1:])
    if plain and (is_region(words[0]) or is_state(words[0])):
        return False  # Texas Rangers
    return is_given_name(words[0].split("-")[0])


def _bracketed(blocks: Sequence[Block], group: Group) -> Iterator[str]:
    """Give the names in another script that stand in brackets after the group's own."""
    for run in group.runs:
        found = _OTHER_SCRIPT.match(blocks[run.block].text, run.end)
        if found:  # `(SDF, or قسد)` has two, of which the letters are found as such
            yield from (name for name in _BETWEEN_NAMES.split(found["name"].strip()) if _FOREIGN.search(name))


def _acronyms(blocks: Sequence[Block], group: Group) -> Iterator[str]:
    """Give the letters that may stand for a group: its initials, and what stands in brackets beside it."""
    for form in group.forms:
        if " " in form:
            yield initials_of(form).upper()
            if any(_ARTICLE.search(blocks[run.block].text, max(0, run.start - 4), run.start) for run in group.runs):
                yield f"T{initials_of(form).upper()}"  # The Metals Company is TMC
            yield "".join(word[0] for word in re.split(r"[\s-]+", form) if word).upper()
    for run in group.runs:
        text = blocks[run.block].text
        before = _BEFORE_BRACKET.search(text[max(0, run.start - _REACH) : run.start])
        for found in (_BRACKET.match(text, run.end), before):
            if found and not _is_of_tail(_letters(found["acronym"]), run.name):
                yield _letters(found["acronym"])


def _is_of_tail(letters: str, name: str) -> bool:
    """Tell whether letters are the initials of whom something is of: LS after `Gold Medal of the Lind Society`."""
    _, tied, tail = name.partition(" of ")
    tail = tail.removeprefix("the ")
    return bool(tied) and " " in tail and initials_of(tail).upper() == letters != initials_of(name).upper()


def _letters(acronym: str) -> str:
    return acronym.replace(".", "").upper()


def _is_opening(letters: str, group: Group) -> bool:
    """Tell whether letters are the first word of a name that says no more of itself: `HB` of `HB Lindvík`."""
    return not is_state(letters) and any(
        form.startswith(f"{letters} ") and not any(cue(form.split()[-1], heads) for heads in HEADS)
        for form in group.forms
    )


def _is_part(name: str, group: Group) -> bool:
    """Tell whether a name is part of one of a group's forms, so that who has read the whole knows who is meant."""
    words = key(name).split()
    longer = [form for form in group.forms if _is_longer(key(form).split(), words)]
    if is_state(name) or (is_big(name) and not any(_is_part_of_person(words, form) for form in longer)):
        return False
    return any(_is_part_of_person(words, form) or _is_part_of_body(name, words, form) for form in longer)


def _is_longer(whole: list[str], words: list[str]) -> bool:
    """Tell whether a form has more words than a name, or as many and one of them only the initials: `R. Lind`."""
    return len(whole) > len(words) or (len(whole) == len(words) and _is_by_initials(words, whole))


def _written_out(form: str) -> int:
    """Count the words of a name that are no initials."""
    return sum(len(word.rstrip(".")) > 1 for word in form.split())


def _is_by_initials(words: list[str], whole: list[str]) -> bool:
    """Tell whether one of two names has but the initials of the other: `C. J. Lind` is Cornelius Lind."""
    if words[-1] != whole[-1] or len(words) == 1 or words[0][0] != whole[0][0]:
        return False
    return all(len(word) == 1 for word in whole[:-1]) != all(len(word) == 1 for word in words[:-1])


def _is_part_of_person(words: list[str], form: str) -> bool:
    whole = key(form).split()
    if _is_by_initials(words, whole):
        return True
    if not is_persons(form):
        return False
    if whole[: len(words)] == words:
        return True  # Rodrigo Paz is Rodrigo Paz Lindow
    ends = [fold(one).split() for one in surname_forms(form)]
    return words in ends or whole[-len(words) :] == words or (words[0], words[-1]) == (whole[0], whole[-1])


def _is_its_place(name: str, form: str) -> bool:
    """Tell whether a longer name has a place's in it: `Fund for Saving the Lind Sea`, `Lind Reef Authority`."""
    words, body = name.split(), cue(head(form), "group_heads")
    if is_region(name) or is_province(name):
        return True
    if known_as(name) == "places" and key(form).split()[-1] not in _OF_NATURE:
        return True
    if f" of {name}" in form and not all(is_plain(word) for word in words):
        return True
    governed = re.search(rf" (?:[a-z]+|\w+ing the) {re.escape(name)}$", form) if len(words) > 1 and body else None
    site = cue(words[-1], "place_heads")  # Council for the Lindel River
    return governed is not None or (site and (f" the {name}" in form or (body and form.startswith(f"{name} "))))


def _is_amid_person(name: str, group: Group) -> bool:
    """Tell whether a word stands within a person’s whole name, as the one that he goes by may: `Lula` da Silva."""
    within = (key(form).split()[1:-1] for form in group.forms if is_persons(form))
    return len(name) > _INITIAL and not is_plain(name) and any(key(name) in words for words in within)


def _is_part_of_body(name: str, words: list[str], form: str) -> bool:
    if is_persons(form):
        return False
    whole = key(form).split()
    if len(words) > 1 and whole[:-1] == words and whole[-1] in _OF_ANOTHER:
        return False  # the Lind Motors Foundation is not Lind Motors
    its_place = _is_its_place(name, form)
    ends = whole[-len(words) :] == words and not its_place
    if len(words) == 1 and ends and (cue(name, "group_heads") or (name.endswith("s") and is_plain(name))):
        return True  # the Front; the Sappers
    if all(is_plain(word) for word in words) and len(words) == 1:
        return False
    of_event = any(cue(whole[-1], heads) for heads in ("event_heads", "work_heads"))  # the Indus Waters Treaty
    begins = whole[: len(words)] == words and not of_event and not its_place and not listed(name, "geography")
    if begins and form[len(name) : len(name) + 1] == "-":  # Loire is not Loire-Brittany Water Agency
        return ends
    return ends or begins
