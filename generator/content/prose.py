"""The prose of the articles and of the catalogue's own texts: blocks with exact positions, and links made by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.codes import Code
from generator.content.markdown import RawHandLink, read_blocks
from generator.folding import fold
from generator.model import Article, Block, Catalogue, Entity, HandLink, Location, Prose
from generator.problems import Problem, error, quoted, warning


def read_prose(catalogue: Catalogue) -> tuple[Mapping[str, Prose], list[Problem]]:
    """Read the body of every article, by slug; a link by hand to an unknown entity is the problem `unknown-id`.

    The words of the home page are no article, but what is wrong with their links is told as well.
    How paragraphs are numbered and what counts as text stands in markdown.py. `[[id]]` without words shows the
    characters of the id as text, because the name that the page will show has no place in the file.
    """
    read = {slug: _read_article(article, catalogue) for slug, article in sorted(catalogue.articles.items())}
    problems = [problem for _, found in read.values() for problem in found]
    return {slug: prose for slug, (prose, _) in read.items()}, [*problems, *_home_problems(catalogue)]


def _home_problems(catalogue: Catalogue) -> list[Problem]:
    home = catalogue.home
    if home is None or home.source is None:
        return []
    blocks, raw_links = read_blocks(home.source.text, home.body_start)
    return _looked_up(Prose("", home.source.path, home.source.text, blocks), raw_links, catalogue)[1]


def read_notes(catalogue: Catalogue) -> tuple[Mapping[str, Prose], list[Problem]]:
    """Read the catalogue's own prose: a profile under its entity's id, the nth statement under `id/n`, from 1."""
    read = [read_own_notes(entity, catalogue) for entity in catalogue.entities.values()]
    notes = {key: note for own, _ in read for key, note in own.items()}
    return dict(sorted(notes.items())), [problem for _, told in read for problem in told]


def read_own_notes(entity: Entity, catalogue: Catalogue) -> tuple[dict[str, Prose], list[Problem]]:
    """Read the notes of one entry, by the same keys."""
    notes: dict[str, Prose] = {}
    problems: list[Problem] = []
    for key, (text, origin) in _note_texts(entity).items():
        notes[key], found = _read_note(key, text, origin, catalogue)
        problems.extend(found)
    return notes, problems


def _note_texts(entity: Entity) -> dict[str, tuple[str, Location]]:
    texts = {}
    if entity.profile.strip():
        texts[entity.id] = (entity.profile, entity.profile_location or entity.location)
    for number, statement in enumerate(entity.statements, 1):
        texts[f"{entity.id}/{number}"] = (statement.text, statement.location)
    return texts


def _read_article(article: Article, catalogue: Catalogue) -> tuple[Prose, list[Problem]]:
    source = article.source
    blocks, raw_links = read_blocks(source.text, article.body_start)
    prose, problems = _looked_up(Prose(article.slug, source.path, source.text, blocks), raw_links, catalogue)
    return prose, [*problems, *_unused(article, prose)]


def _unused(article: Article, prose: Prose) -> Iterator[Problem]:
    """Tell of each name that the article's `links` settles and that does not stand in the article."""
    text = "\n".join(fold(block.text) for block in prose.blocks) if article.links else ""
    for (name, _), location in zip(article.links, article.link_locations, strict=False):
        if fold(name) not in text:
            hint = "write it as the article does, or remove it"
            yield warning(location, Code.UNUSED_LINK, f"links: {quoted(name)} does not stand in the article", hint)


def _read_note(key: str, text: str, origin: Location, catalogue: Catalogue) -> tuple[Prose, list[Problem]]:
    blocks, raw_links = read_blocks(text)
    return _looked_up(Prose(key, origin.path, text, blocks, origin=origin), raw_links, catalogue)


def _looked_up(prose: Prose, raw_links: tuple[RawHandLink, ...], catalogue: Catalogue) -> tuple[Prose, list[Problem]]:
    """Add the links by hand whose entities there are, and give the problems of the others."""
    links: list[HandLink] = []
    problems = [problem for block in prose.blocks for problem in _open(prose, block)]
    for raw in raw_links:
        location = prose.location(raw.start)
        if raw.target in catalogue.entities:
            links.append(_hand_link(raw, location))
        else:
            problems.append(_unknown(raw.target, catalogue.entities, location))
    return replace(prose, hand_links=tuple(links)), problems


def _open(prose: Prose, block: Block) -> Iterator[Problem]:
    """Tell of brackets that were left in the text of a block: had they made a link, they would not be there."""
    hint = r"write [[id]] or [[id|words]] on one line, or \[[ where brackets are meant"
    for found in re.finditer(r"\[\[", block.text):
        offset = block.offset(found.start())
        if prose.text.startswith("[[", offset) and not prose.text.endswith("\\", 0, offset):
            message = f"{quoted(block.text[found.start() :], 40)} makes no link"
            yield warning(prose.location(offset), Code.OPEN_LINK, message, hint)


def _hand_link(raw: RawHandLink, location: Location) -> HandLink:
    return HandLink(raw.start, raw.end, raw.words_start, raw.words_end, raw.target, raw.block, location)


def _unknown(target: str, entities: Mapping[str, Entity], location: Location) -> Problem:
    from rapidfuzz import process  # noqa: PLC0415 - it takes long to load, and only a fault needs it

    near = process.extractOne(target.lower().replace(" ", "-"), sorted(entities), score_cutoff=70)
    hint = f"did you mean [[{near[0]}]]?" if near else "write the id of an entry, which is its file's name"
    return error(location, Code.UNKNOWN_ID, f"there is no entry {quoted(target)}", hint)
