"""Find the direct quotations of the articles, and who says them.

One article is read from beginning to end: in each block the quoted spans (marks), its tokens and sentences (tokens),
for each span what its sentence says of the speaker (said_before, said_after), then whether it is speech at all
(speech), and whom the words for the speaker mean at that place (meanings).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.knowledge.names.person_names import is_person
from generator.knowledge.quotations.alone import Found, Last
from generator.knowledge.quotations.discourse import Discourse
from generator.knowledge.quotations.figures import WRITER, Bearers, known, persons_in
from generator.knowledge.quotations.headlines import with_headlines
from generator.knowledge.quotations.marks import Span, find_spans, opening_mark
from generator.knowledge.quotations.reader import Reader, attributed
from generator.knowledge.quotations.sexes import sexes_told
from generator.knowledge.quotations.tokens import Sort, Token, names_in, sentence_ends, tokens_of
from generator.knowledge.sexes import is_given_name, sex_of_name
from generator.knowledge.words import KIN, is_plain
from generator.model import Block, Catalogue, Kind, Mention, Prose, Quotation

Families = Mapping[str, Sequence[tuple[str, str]]]
_CAPITAL = re.compile(r"[A-Z][\w-]+")
_APPOSED = re.compile(r", ([A-Z][a-z]+)(?=[,.])")
_RELATIVES = KIN | {"partner"}
_NUMERAL = re.compile(r"[IVX]+")
_REGNAL = 2  # words: `Nicholas I`
_ROLE_LENGTH = 12  # characters
_TITLES = {"f": ("Mrs", "Ms", "Miss"), "m": ("Mr",)}
_QUESTIONS = 3  # as many bold paragraphs make an interview
_EMPHASIS = 2
_ALONE = frozenset(["beat-before", "unattributed", "led-in", "same-speaker", "turn"])
_ASKED_BACK = re.compile(r"\byou\s+(?:say|reply|answer|tell|respond|write)\b")
_BOLD = re.compile(r"\s*(\*\*|__).*\1\s*", re.DOTALL)


def find_quotations(
    prose: Mapping[str, Prose],
    mentions: Mapping[str, tuple[Mention, ...]],
    catalogue: Catalogue,
    families: Families | None = None,
) -> Mapping[str, tuple[Quotation, ...]]:
    """Find the direct quotations of every article, by slug, in reading order.

    A span runs from mark to mark; where the closing mark is missing it ends with its paragraph. What is quoted inside a
    quotation is part of it. A speaker is an entity of the catalogue, or None: nobody is guessed.
    `families` are what persons_by_surname gives, where the caller has it already.
    """
    known_families = persons_by_surname(catalogue) if families is None else families
    return {
        slug: _in_article(one, mentions.get(slug, ()), catalogue, known_families) for slug, one in sorted(prose.items())
    }


def _in_article(
    prose: Prose, mentions: Sequence[Mention], catalogue: Catalogue, families: Families
) -> tuple[Quotation, ...]:
    quoted = [
        find_spans(block.text, continued=_continuation(prose.blocks, at)) for at, block in enumerate(prose.blocks)
    ]
    if not any(quoted):
        return ()
    discourse = Discourse(catalogue, text=prose.text.lower(), placed=_placed(prose, families))
    texts, discourse.bearers = _texts(prose, quoted, mentions, catalogue, families)
    discourse.article_sexes = _sexes(texts, discourse)
    first = _first_named(prose, texts)
    discourse.first_named = {one: at for one, at in first.items() if discourse.is_person(one)}
    discourse.bodies_first = {one: at for one, at in first.items() if one not in discourse.first_named}
    interviewee, answers = _interview(prose, texts, discourse)
    last, utterance = Last(), 0
    quotations: list[Quotation] = []
    told = texts[: max(index for index, spans in enumerate(quoted) if spans) + 1]  # what follows tells no speaker
    for index, (block, (spans, tokens)) in enumerate(zip(prose.blocks, told, strict=False)):
        found, last = Reader(discourse, tokens, spans, index, block, last).read()
        for one in found:
            utterance += not (one.part and utterance)
            speaker = known(one.speaker)
            if index + 1 < len(texts) and one.rule in _ALONE:
                speaker = _signed_below(texts[index][1], prose.blocks[index + 1], texts[index + 1][1]) or speaker
            if index in answers and (one.speaker == WRITER or _is_asked_back(prose.blocks, index, one)):
                speaker = interviewee
            start, end = block.offset(one.span.start), block.end_offset(one.span.end)
            quotations.append(Quotation(prose.owner, start, end, speaker, utterance, index, one.rule))
    return tuple(with_headlines(prose, quoted, quotations))


def _signed_below(tokens: Sequence[Token], block: Block, below: Sequence[Token]) -> str | None:
    """Give who signs in a block of its own what was quoted above it: `"…" ¶ — Grey, in the debate`, `"…" ¶ - Grey.`.

    A hyphen and a space make a list of the signature.
    """
    name = int(bool(below) and below[0].is_mark("—–-"))
    alone = all(token.sort is Sort.QUOTE for token in tokens) and name < len(below)
    dashed = name > 0 or block.kind not in {"paragraph", "heading"}
    ends = alone and (name + 1 == len(below) or below[name + 1].is_mark(",."))
    return below[name].entity if dashed and ends else None


def _texts(
    prose: Prose,
    quoted: Sequence[tuple[Span, ...]],
    mentions: Sequence[Mention],
    catalogue: Catalogue,
    families: Families,
) -> tuple[list[tuple[tuple[Span, ...], list[Token]]], Mapping[str, set[str]]]:
    """Give the quoted spans and the tokens of every block, and who bears the names that stayed open."""
    surnames = _given_names(prose, families) | _surnames(mentions, catalogue)
    bearers = Bearers(lambda id_: entity if (entity := catalogue.entities.get(id_)) and is_person(entity) else None)
    texts, titles = [], any(" " in one for one in surnames)
    for index, (block, spans) in enumerate(zip(prose.blocks, quoted, strict=True)):
        speaking = (m for m in mentions if m.block == index and _may_speak(m, catalogue))
        names = names_in(block, speaking, surnames, titles=titles)
        texts.append((spans, tokens_of(block.text, bearers.read(block.text, names), spans)))
    return texts, bearers.open


def _first_named(prose: Prose, texts: Sequence[tuple[tuple[Span, ...], list[Token]]]) -> Mapping[str, int]:
    """Give the paragraph that first names each entity of the catalogue."""
    first: dict[str, int] = {}
    for block, (_, tokens) in zip(prose.blocks, texts, strict=True):
        for token in tokens:
            if token.entity:
                first.setdefault(token.entity, block.paragraph)
    return first


def _sexes(texts: Sequence[tuple[tuple[Span, ...], list[Token]]], discourse: Discourse) -> Mapping[str, str]:
    sentences = []
    for _, tokens in texts:
        ends = sentence_ends(tokens, attributed(tokens))
        for low, high in pairwise([0, *ends]):
            sentences.append((tokens[low:high], persons_in(tokens[low:high], discourse.is_person)))
    return sexes_told(sentences)


def _interview(
    prose: Prose, texts: Sequence[tuple[tuple[Span, ...], list[Token]]], discourse: Discourse
) -> tuple[str | None, frozenset[int]]:
    """Find who answers in an interview, and the blocks that do: the `I` of an answer is the one who is asked.

    An interview is what asks in bold paragraphs; who is asked is the person of the catalogue whom the text before the
    first of them names most often, of several the one named first.
    """
    paragraphs = [index for index, block in enumerate(prose.blocks) if block.kind == "paragraph"]
    asked = [index for index in paragraphs if _BOLD.fullmatch(prose.text, *_bounds(prose.blocks[index]))]
    if len(asked) < _QUESTIONS:
        return None, frozenset()
    named = Counter(token.entity for _, tokens in texts[: asked[0]] for token in tokens if token.entity)
    counts = {one: count for one, count in named.items() if discourse.is_person(one)}  # in reading order
    persons = [one for one, count in counts.items() if count == max(counts.values())]
    answers = frozenset(index for index in paragraphs if index > asked[0]) - {*asked}
    return (persons[0], answers) if persons else (None, frozenset())


def _is_asked_back(blocks: Sequence[Block], index: int, found: Found) -> bool:
    """Tell whether an answer opens with the words that it is asked for: `And what did you reply?`."""
    return found.rule == "beat-before" and _ASKED_BACK.search(blocks[index - 1].text) is not None


def _bounds(block: Block) -> tuple[int, int]:
    """Give the bounds of a block in the file with the marks of emphasis around it."""
    return max(block.start - _EMPHASIS, 0), block.end + _EMPHASIS


def persons_by_surname(catalogue: Catalogue) -> Families:
    """Give the persons of the catalogue by their surname: (given name, id); a ruler by the name without its number.

    Under the last word of a body's name with `of` before it stand the bodies of that place: (first word, id).
    """
    families: dict[str, list[tuple[str, str]]] = {}
    for entity in catalogue.entities.values():
        words = entity.name.split()
        if is_person(entity) and len(words) > 1:
            families.setdefault(surname_of(entity.name), []).append((words[0], entity.id))
        elif entity.kind is Kind.GROUPS and "of" in words:
            families.setdefault(f"of {words[-1]}", []).append((words[0], entity.id))
    return families


def surname_of(name: str) -> str:
    """Give the word by which a person is called: the last one, of a ruler the one before the number (`Nicholas I`)."""
    words = name.split()
    regnal = len(words) == _REGNAL and _NUMERAL.fullmatch(words[1])
    return words[0] if regnal else words[-1]


def _placed(prose: Prose, families: Families) -> tuple[str, ...]:
    """Give the bodies whose names end with a place that an article has: the Central Bank of Norland."""
    words = {word for block in prose.blocks for word in _CAPITAL.findall(block.text)}
    return tuple(sorted(id_ for word in words for _, id_ in families.get(f"of {word}", ())))


def _given_names(prose: Prose, families: Families) -> dict[str, str]:
    """Give the given names of the persons whose surname an article has, where only one bears it and it is no word.

    After a relative's role it may be a word (`His mother, Dawn, said`), and the surname is hers with a title that goes
    with it (`Ms Grey`), for another of the family may have it alone.
    """
    words = {word for block in prose.blocks for word in _CAPITAL.findall(block.text)}
    bearers: dict[str, set[str]] = {}
    for word in words & families.keys():
        for given, id_ in families[word]:
            bearers.setdefault(given, set()).add(id_)
    named = {name: min(ids) for name, ids in bearers.items() if len(ids) == 1 and name in words}
    apposed = _apposed(prose) & named.keys() if named else set()
    titled = {
        f"{title} {word}": named[given]
        for word in words & families.keys()
        for given, _ in families[word]
        if given in apposed
        for title in _TITLES.get(sex_of_name(f"{given} {word}") or "", ())
    }
    return {name: id_ for name, id_ in named.items() if name in apposed or not is_plain(name)} | titled


def _apposed(prose: Prose) -> set[str]:
    """Give the given names that stand after a relative's role: `His mother, Dawn, said`."""
    text = prose.text
    found = ((text[max(one.start() - _ROLE_LENGTH, 0) : one.start()], one[1]) for one in _APPOSED.finditer(text))
    return {name for before, name in found if before.split(" ")[-1].lower() in _RELATIVES}


def _surnames(mentions: Sequence[Mention], catalogue: Catalogue) -> dict[str, str]:
    """Give the surnames and given names of the persons whom an article names in full, where only one bears it."""
    bearers: dict[str, set[str]] = {}
    for mention in mentions:
        entity = catalogue.entities.get(mention.entity or "")
        if entity and is_person(entity) and " " in mention.surface:
            given, *_, surname = mention.surface.split()
            bearers.setdefault(surname, set()).add(entity.id)
            if is_given_name(given):
                bearers.setdefault(given, set()).add(entity.id)
    return {surname: min(ids) for surname, ids in bearers.items() if len(ids) == 1}


def _may_speak(mention: Mention, catalogue: Catalogue) -> bool:
    entity = catalogue.entities.get(mention.entity or "")
    return entity is None or entity.kind.value in {"actors", "groups", "places"}


def _continuation(blocks: Sequence[Block], index: int) -> str:
    """Give the mark that the next paragraph opens with, "" where none does or the block is no paragraph."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.kind != blocks[index].kind or blocks[index].kind == "heading":
        return ""
    return opening_mark(following.text)
