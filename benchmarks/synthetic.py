"""Make a catalogue of any number of names, and articles that name its entities: the same for the same numbers.

Nothing in it is real. Given names and surnames are shared as in life: a few are borne by many. Of the names of one word
and of the full names each means one entity. The articles name an entity in full first and by its surname, its alias or
again in full later; possessives, hyphens, quotation marks and longer names that the catalogue lacks stand among them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.folding import fold
from generator.model import Article, Catalogue, Entity, Kind, Location, SourceFile

_ONSETS = [*"bdfghjklmnprstvwyz", "br", "ch", "dr", "gr", "kh", "kr", "sh", "st", "th", "tr"]
_WITHOUT_A_NAME = 0.4  # of the sentences
_IN_LONGER_NAME = 0.05  # of those that have one: it is part of one that the catalogue lacks
_BY_SURNAME = 0.8  # of the later mentions of a person
_NUCLEI = ["a", "aa", "ai", "e", "ee", "i", "o", "ou", "u", "ö", "é", "ā"]
_CODAS = ["", "", "", "n", "r", "l", "m", "s", "d", "k", "sh", "nd", "rt"]
_BODIES = ["Movement", "Brigades", "Party", "Council", "Authority", "Front", "Institute", "Bank", "Times", "Union"]
_OCCASIONS = ["Accord", "Uprising", "Summit", "Offensive", "Flood", "Strike"]
_STRANGE = ["Marathon", "University", "Hospital", "Festival", "Avenue"]  # they make a longer name that is not known

# One mention goes where `{}` stands. A name, a possessive or a compound fits in each of them.
_SENTENCES = """
Nobody in the harbour office had expected {} to answer before the weekend.
After two rounds of talks, {} withdrew the offer and asked for more time.
“We read the figures twice,” said a clerk, “and then we called {} about them.”
The ferry was late again, so {} waited on the pier with everybody else.
It was raining when {} arrived; the hall, built for three hundred, held a thousand.
Prices of grain and copper fell by 4.5% in the week after {} spoke.
By 9 p.m. the lights were out, and {} had still not been reached.
Several letters, kept in a drawer for thirty years, mention {} by name.
Critics of the plan point to {} as the reason why it was never tried.
In the end the well-known dispute over {} was settled out of court.
The map in the annex shows where {} stood at the time.
Without {}, the older members argue, there would be no river project at all.
A short note to {} explained what the committee could not say in public.
That autumn, the papers wrote about little else than {} and the broken dam.
Most of the money, some 1,200 crowns a month, came from {} in the early years.
The engineer told reporters that {} did not mind the noise.
Few remember it now, but {} once owned the mill at the bend of the road.
The third volume, which deals with {}, was printed on cheaper paper.
When the bridge re-opened, {} was given the first ticket – number one of many.
There is no proof (and nobody has looked for any) that {} knew of the fire.
For years the town’s only telephone belonged to {}, who charged by the minute.
The orchard behind the station was sold to {} for less than it had cost.
Whether {} can keep that promise depends on the harvest.
Teachers, nurses and drivers signed the petition; {} did not.
""".strip().splitlines()

# Sentences without a name: most of an article has none.
_PLAIN = """
The road follows the old canal for a while and then turns away from it.
Of the forty boats that left in the morning, thirty-eight were back before dark.
“It is not the cold,” the baker said, “it is the wind that keeps people at home.”
Some of the windows had been mended with paper, others not at all.
There were speeches, and after the speeches there was soup.
A second survey, carried out in March and April, came to the same result.
No one could say who had first thought of planting trees along the tracks.
The committee’s report runs to 212 pages, most of which are tables.
What had looked like a quick repair took the better part of a year.
They counted the votes again, found eleven more, and went home.
In winter the lake freezes over, and the shortest way to school leads across it.
The new rules, it turned out, were older than the building in which they were kept.
Half of the workers wanted a longer break; the other half wanted a shorter day.
Nothing in the contract said that the clock had to be right.
Even so, the number of visitors doubled between 1987 and 1994.
Its cellar, once used to store ice, is now a library that opens on Tuesdays.
""".strip().splitlines()


class Gold(NamedTuple):
    """A full name or an alias as the articles have it, with what it means; the span is in the article's file."""

    article: str
    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True)
class World:
    """A catalogue with its articles, and every place where one of them has a full name or an alias."""

    catalogue: Catalogue
    gold: frozenset[Gold]
    names: int


@dataclass
class _Words:
    """A source of made-up words, none of them given twice."""

    rng: random.Random
    used: set[str] = field(default_factory=set)

    def new(self, syllables: int) -> str:
        while True:
            made = "".join(self.rng.choice(_ONSETS) + self.rng.choice(_NUCLEI) for _ in range(syllables))
            word = (made + self.rng.choice(_CODAS)).capitalize()
            if fold(word) not in self.used:
                self.used.add(fold(word))
                return word


def make_world(names: int, articles: int, seed: int = 1) -> World:
    """Make a catalogue of so many names (aliases counted) and so many articles of about 600 words."""
    rng = random.Random(f"{names} {articles} {seed}")  # noqa: S311 - names are made up by it, no secret
    entities = {entity.id: entity for entity in _entities(names, rng)}
    texts = dict(_articles(list(entities.values()), articles, rng))
    read = {slug: _article(slug, text) for slug, (text, _) in texts.items()}
    gold = frozenset(one for _, found in texts.values() for one in found)
    return World(Catalogue(dict(sorted(entities.items())), read, {}), gold, names)


def _article(slug: str, text: str) -> Article:
    return Article(slug, slug, SourceFile(f"content/articles/{slug}.md", slug, text), 0)


def _entities(names: int, rng: random.Random) -> Iterator[Entity]:
    """Give entities until they have so many names: two fifths persons, a third groups with an alias."""
    words = _Words(rng)
    given = [words.new(2) for _ in range(min(400, names))]
    surnames = [words.new(3) for _ in range(int(names**0.8))]
    taken: set[str] = set()
    number = made = 0
    while made < names:
        kind = rng.choices(list(Kind), [40, 30, 10, 12, 8])[0]
        name, aliases = _names(kind, number, rng, words, (given, surnames))
        number += 1
        if fold(name) in taken:
            continue
        taken.add(fold(name))
        aliases = aliases[: names - made - 1]
        made += 1 + len(aliases)
        ident = f"{kind}-{number}"
        yield Entity(ident, kind, name, Location(f"content/{kind}/{ident}.yml"), aliases)


def _names(
    kind: Kind, number: int, rng: random.Random, words: _Words, pools: tuple[list[str], list[str]]
) -> tuple[str, tuple[str, ...]]:
    if kind is Kind.ACTORS:
        given, surnames = (_popular(pool, rng) for pool in pools)
        return f"{given} {rng.choice(['', '', '', 'al-', 'van '])}{surnames}", ()
    if kind is Kind.GROUPS:
        body = rng.choice(_BODIES)
        own = words.new(2)
        return f"{own} {words.new(2)} {body}", (f"{own[0]}{body[0]}Q{number}",)
    if kind is Kind.EVENTS:
        return f"{words.new(2)} {rng.choice(_OCCASIONS)} of {1950 + number % 74}", ()
    return words.new(4) + ("ism" if kind is Kind.GLOSSARY else ""), ()


def _popular(pool: list[str], rng: random.Random) -> str:
    """Choose one of a pool, those in front far more often."""
    return pool[int(len(pool) * rng.random() ** 2)]


def _articles(entities: list[Entity], count: int, rng: random.Random) -> Iterator[tuple[str, tuple[str, list[Gold]]]]:
    places = [entity for entity in entities if entity.kind is Kind.PLACES]
    for number in range(count):
        slug = f"article-{number:04}"
        cast = rng.sample(entities, k=14)
        named: set[str] = set()
        paragraphs: list[list[tuple[str, str, str]]] = []
        for _ in range(10):
            sentences = [_sentence(cast, named, rng, places) for _ in range(5)]
            paragraphs.append(sentences)
        yield slug, _text(slug, paragraphs)


def _sentence(cast: list[Entity], named: set[str], rng: random.Random, places: list[Entity]) -> tuple[str, str, str]:
    """Give a sentence, the full name or alias that stands in it as `{}`, and whose it is; "" where there is none."""
    if rng.random() < _WITHOUT_A_NAME:
        return rng.choice(_PLAIN), "", ""
    sentence = rng.choice(_SENTENCES)
    entity = rng.choice(cast)
    if rng.random() < _IN_LONGER_NAME and places:
        return sentence.format(f"the {rng.choice(places).name} {rng.choice(_STRANGE)}"), "", ""
    if entity.id in named and entity.kind is Kind.ACTORS and rng.random() < _BY_SURNAME:
        return sentence.format(_with_ending(entity.name.split(" ", 1)[1], rng)), "", ""
    later = entity.id in named and entity.aliases
    named.add(entity.id)
    name = entity.aliases[0] if later else entity.name
    return sentence.replace("{}", _with_ending("{}", rng)), name, entity.id


def _with_ending(name: str, rng: random.Random) -> str:
    return name + rng.choices(["", "’s people", "'s envoy", "-backed traders"], [80, 8, 6, 6])[0]


def _text(slug: str, paragraphs: list[list[tuple[str, str, str]]]) -> tuple[str, list[Gold]]:
    text, gold = "", []
    for sentences in paragraphs:
        for sentence, name, entity in sentences:
            start = len(text) + sentence.find("{}")
            if entity:
                gold.append(Gold(slug, start, start + len(name), entity))
            text += sentence.replace("{}", name) + " "
        text = text.rstrip(" ") + "\n\n"
    return text, gold
