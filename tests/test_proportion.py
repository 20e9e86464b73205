"""Names are found in proportion to what there is to read, however odd it is: work is counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from random import Random
from types import FrameType

import pytest
from knowledge_support import article as known_article
from knowledge_support import entity as known_entity
from knowledge_support import known, relation, statement
from support import article, catalogue, entity

from generator.content.prose import read_prose
from generator.knowledge.audit.finder import audit
from generator.knowledge.changes import what_changed
from generator.knowledge.dates.finder import find_dates
from generator.knowledge.dates.ties import tie_dates
from generator.knowledge.graph import connect, sentences_that_mention
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.knowledge.names.keys import read_key
from generator.model import Catalogue, Kind, Mention, Prose
from generator.site.links import survey
from generator.site.passages import enclosing
from generator.site.repetition import told_once

SYLLABLES = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu"]
TIMES = 4  # how much larger the larger of two inputs is
ALLOWED = 6  # how much more work it may make: with the square it would be 16


def word(number: int) -> str:
    """Give a word for a number, another for each."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:03}").capitalize()


def story(text: str, *entities: tuple[str, str, list[str]]) -> Catalogue:
    """Make a catalogue of entities (kind, name, aliases) and one article."""
    made = [
        entity(f"e-{number:04}", kind, name, aliases=aliases) for number, (kind, name, aliases) in enumerate(entities)
    ]
    return catalogue(made, [article(text)])


def many_aliases(size: int) -> Catalogue:
    """Give an entity with many aliases of two words, all of which the article has, and their first words alone."""
    names = [f"{word(number)} Council" for number in range(size)]
    text = " ".join(f"The {name} met. The {name.split()[0]} and the Council spoke." for name in names)
    return story(text, ("groups", "Main Council", names))


def one_letter(size: int) -> Catalogue:
    """Give an alias of one letter in a text full of it."""
    return story("See a, b and X. " * size, ("glossary", "Axis", ["X"]), ("glossary", "Article", ["a"]))


def prefixes(size: int) -> Catalogue:
    """Give names of which each is the beginning of the next, in letters; the article has the longest over and over."""
    names = ["Q" + "a" * number for number in range(1, 200)]
    return story(f"{names[-1]} met. " * size, *(("places", name, []) for name in names))


def long_line(size: int) -> Catalogue:
    """Give one line with full names, surnames, strangers, names of groups and words that end in theirs."""
    text = "Ann Lund of the Salt Party met Bo Lund. Lund spoke (of Eve Lund) in the Party. The Reed Party left. " * size
    return story(text, ("actors", "Ann Lund", []), ("actors", "Bo Lund", []), ("groups", "Salt Party", []))


def crossing(size: int) -> Catalogue:
    """Give one line of full names of which each begins inside the one before it."""
    names = ["Salt Reed", "Reed Lund", "Lund Salt"]
    return story("Salt Reed Lund " * size, *(("groups", name, []) for name in names))


def many_links(size: int) -> Catalogue:
    """Give one line full of links, made by hand and not, with names in them and beside them."""
    text = "[Ann Lund and Lund](x) met [[e-0000|Ann Lund]], and Ann Lund met [[e-0001]]. " * size
    return story(text, ("actors", "Ann Lund", []), ("groups", "Salt Party", []))


def many_phrases(size: int) -> Catalogue:
    """Give one line full of phrases around names."""
    lund = entity("e-0000", "actors", "Ann Lund")
    fall = entity("fall", "events", "Fall of Lund", phrases=["the fall of Ann Lund"])
    return catalogue([lund, fall], [article("After the fall of Ann Lund, Ann Lund left. " * size)])


def work(call: Callable[[], object]) -> int:
    """Count the calls, of Python's own functions too, that a call makes."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("make", [many_aliases, one_letter, prefixes, long_line, crossing, many_links, many_phrases])
def test_work_grows_as_what_is_read(make: Callable[[int], Catalogue]) -> None:
    """Four times as much makes about four times the work, whatever is repeated."""
    counts = []
    for size in (60, 60 * TIMES):
        content = make(size)
        prose, _ = read_prose(content)
        gazetteer = compile_gazetteer(content)
        find_mentions(content, prose, gazetteer)  # what is learnt once, such as the dictionary, counts for neither
        counts.append(work(partial(find_mentions, content, prose, gazetteer)))
    assert counts[1] <= ALLOWED * counts[0]


@pytest.mark.parametrize("text", ["On 2 May 1956 they met Ann Lund. ", "as in 1956 &amp; *before*, "])
def test_dates_are_found_and_tied_in_proportion(text: str) -> None:
    """A paragraph with four times as many dates makes about four times the work, one that is a single sentence too."""
    counts = []
    for size in (200, 200 * TIMES):
        content = story(text * size, ("actors", "Ann Lund", []))
        prose, _ = read_prose(content)

        def read(content: Catalogue = content, prose: Mapping[str, Prose] = prose) -> None:
            tie_dates(content, prose, find_dates(prose, content), {}, {})

        read()  # what is learnt once counts for neither
        counts.append(work(read))
    assert counts[1] <= ALLOWED * counts[0]


def test_the_sentences_around_passages_are_cut_in_proportion() -> None:
    """Each of four times as many sentences of a paragraph is cut out of it with about four times the work in all."""
    counts = []
    for size in (60, 60 * TIMES):
        text = f"Ann Lund left No. 7 on day {size}. " * size
        step = len(text) // size
        places = range(0, len(text), step)
        counts.append(work(partial(_cut_out, text, places)))
    assert counts[1] <= ALLOWED * counts[0]


def _cut_out(text: str, places: range) -> None:
    for at in places:
        enclosing(text, at, at + 8)


def test_mentions_are_placed_in_proportion() -> None:
    """A paragraph in four times as many pieces, with a mention in each, makes about four times the work."""
    counts = []
    for size in (60, 60 * TIMES):
        content = story("Ann Lund &amp; sons *left*. " * size, ("actors", "Ann Lund", []))
        prose, _ = read_prose(content)
        mentions, _ = find_mentions(content, prose, compile_gazetteer(content))
        assert len(prose["story"].blocks[0].runs) > size

        def place(
            content: Catalogue = content, prose: Prose = prose["story"], found: tuple[Mention, ...] = mentions["story"]
        ) -> None:
            sentences_that_mention(content.articles["story"], prose, found)

        place()  # what is learnt once counts for neither
        counts.append(work(place))
    assert counts[1] <= ALLOWED * counts[0]


def test_compiling_grows_as_the_aliases() -> None:
    """An entity with four times as many aliases is compiled with four times the work."""
    few, many = (work(partial(_compile, size)) for size in (200, 200 * TIMES))
    assert many <= ALLOWED * few


def _compile(size: int) -> None:
    compile_gazetteer(many_aliases(size))


def test_names_are_sought_from_the_beginnings_of_words_only() -> None:
    """Of names that are beginnings of each other each word gives as many as it has letters, not the square of that."""
    gazetteer = compile_gazetteer(prefixes(1))
    assert len(gazetteer.hits(read_key(["q" + "a" * 199, "x" + "qa" * 99]))) == 199


def test_a_very_long_name_has_no_parts() -> None:
    """A name of hundreds of words is found as a whole, and makes no more forms than one of two."""
    name = " ".join(word(number) for number in range(300))
    for kind in ("groups", "actors"):
        content = story(f"The {name} met.", (kind, name, []))
        assert len(compile_gazetteer(content).owners) <= 4  # one a form
        assert [
            one.entity for one in find_mentions(content, read_prose(content)[0], compile_gazetteer(content))[0]["story"]
        ] == ["e-0000"]


def test_the_audit_grows_as_the_catalogue() -> None:
    """Four times as many entries and articles are looked through with about four times the work."""
    counts = []
    for size in (100, 100 * TIMES):
        names = [
            f"Battle of {''.join(chance.choices('bdfgklmnprstvz', k=8)).title()}" for chance in map(Random, range(size))
        ]
        entities = [entity(f"e-{at}", "events", name, aliases=[f"{name} Field"]) for at, name in enumerate(names)]
        content = catalogue(
            entities, [article(f"The {name} was lost.", f"story-{at}") for at, name in enumerate(names)]
        )
        prose, _ = read_prose(content)
        mentions, _ = find_mentions(content, prose, compile_gazetteer(content))
        known = connect(content, prose, mentions, {}, {}, {})
        audit(known, ())  # what is learnt once counts for neither
        counts.append(work(partial(audit, known, ())))
    assert counts[1] <= ALLOWED * counts[0]


def test_a_page_tells_each_thing_once_in_proportion() -> None:
    """Of a body that four times as many entries have ties with and statements about, about four times is compared."""
    counts = []
    for size in (60, 60 * TIMES):
        members = [word(number) for number in range(size)]
        text = "".join(f"{name} joined the Union on day {at} and left.\n\n" for at, name in enumerate(members))
        entries = [
            known_entity(
                Kind.ACTORS,
                name,
                relations=(
                    relation(name.lower(), "member_of", "union", evidence=f"{name} joined the Union on day {at}"),
                ),
                statements=(
                    statement(
                        name.lower(),
                        f"{name} left the Union.",
                        about=("union",),
                        evidence=f"{name} joined the Union on day {at} and left",
                    ),
                ),
            )
            for at, name in enumerate(members)
        ]
        site = survey(known([known_entity(Kind.GROUPS, "Union"), *entries], [known_article(text)]))
        assert len(told_once(site, "union").statements) == size
        counts.append(work(partial(told_once, site, "union")))
    assert counts[1] <= ALLOWED * counts[0]


def test_what_changed_in_an_entry_is_found_in_proportion() -> None:
    """Four times as many statements of an entry that stayed make about four times the work, of two states of it."""
    counts = []
    for size in (60, 60 * TIMES):
        said = tuple(statement("union", f"The Union met on day {day}.") for day in range(size))
        before, after = (known([known_entity(Kind.GROUPS, "Union", statements=said)]) for _ in range(2))
        assert what_changed(before, after) == ()
        counts.append(work(partial(what_changed, before, after)))
    assert counts[1] <= ALLOWED * counts[0]
