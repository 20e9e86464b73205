"""The catalogue, of which only those files are read again that were edited.

What reads YAML is loaded where a file with YAML was edited: for an article of which only the text below its head was,
there is nothing to read.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.content.comparing import Entries, settle
from generator.content.documents import Document
from generator.content.references import Known
from generator.content.unprinted import unprinted
from generator.memory import ENTRIES, NOTHING, ODD, READ_ENTRIES, TYPES, Kept, Memory, Told, told_of, values_of
from generator.model import Article, Catalogue, Correction, Home, Release, SourceFile, Sources
from generator.model.positions import Lines
from generator.problems import Problem

Head = tuple[Article, Document | None, list[Problem]]


def recall_catalogue(memory: Memory, sources: Sources) -> tuple[Catalogue, list[Problem]]:
    """Read the catalogue; it is what `validate` gives."""
    files = {file.name: file for file in sources.articles}
    head = functools.cache(lambda name: _head(files[name]))
    before = memory.results.get(ENTRIES, {}).get("")
    entries, problems = _entries(memory, sources, files, head)

    def make(name: str) -> Kept[Article]:
        if same and (reworded := _reworded(memory, files[name])):
            return Kept(given[name], NOTHING, reworded)
        article, faults = settle(*head(name), entries.known)
        return Kept(given[name], NOTHING, article, tuple(faults))

    given = {name: (file,) for name, file in files.items()}
    faulty = {name for name, kept in memory.results.get("articles", {}).items() if kept.told}
    same = before is not None and before.value.known.kinds is entries.known.kinds
    doubtful = faulty if same else files  # what is told of one may name any entry
    articles = memory.each("articles", given, make, {}, doubtful)
    home, homeless = _home(memory, sources.home)
    releases, corrections, misremembered = _history(memory, sources, entries.known)
    own = dict(sorted(values_of(articles).items()))
    catalogue = Catalogue(entries.entities, own, entries.relation_types, home, releases, corrections)
    return catalogue, [*problems, *told_of(articles), *homeless, *misremembered]


def _head(file: SourceFile) -> Head:
    from generator.content.front_matter import read_article  # noqa: PLC0415 - it loads what reads YAML

    return read_article(file)


def _reworded(memory: Memory, file: SourceFile) -> Article | None:
    """Give an article of which nothing was told, and only the text below its head was edited, as it is now."""
    before = memory.results.get("articles", {}).get(file.name)
    if before is None or before.told:
        return None
    article: Article = before.value
    head = article.source.text[: article.body_start]
    is_so = head.endswith("\n") and file.text.startswith(head) and file.path == article.source.path
    if not is_so or any(unprinted(file, Lines(file.path, file.text))):
        return None
    return replace(article, source=file)


def _home(memory: Memory, file: SourceFile | None) -> tuple[Home | None, Told]:
    def make(_: str) -> Kept[tuple[Home | None, SourceFile | None]]:
        from generator.content.front_matter import read_home  # noqa: PLC0415 - it loads what reads YAML

        home, faults = read_home(file)
        return Kept((file,), NOTHING, (home, file), tuple(faults))  # homes are equal whose places are not

    kept = memory.each("home", {"": (file,)}, make, {})[""]
    return kept.value[0], kept.told


_History = tuple[tuple[Release, ...], tuple[Correction, ...]]


def _history(
    memory: Memory, sources: Sources, known: Known
) -> tuple[tuple[Release, ...], tuple[Correction, ...], Told]:
    given = (sources.releases, sources.corrections, known)

    def make(_: str) -> Kept[_History]:
        from generator.content.history import read_history  # noqa: PLC0415 - it loads what reads YAML

        releases, corrections, faults = read_history(sources, known)
        return Kept(given, NOTHING, (releases, corrections), tuple(faults))

    kept = memory.each("history", {"": given}, make, {})[""]
    return *kept.value, kept.told


def _entries(
    memory: Memory, sources: Sources, articles: Mapping[str, SourceFile], head: Callable[[str], Head]
) -> tuple[Entries, Told]:
    """Give the entries: as they were where no file of them was edited."""

    def make_former(name: str) -> Kept[tuple[str, ...]]:
        return Kept((articles[name],), NOTHING, (_reworded(memory, articles[name]) or head(name)[0]).formerly)

    former = memory.each("formerly", {name: (file,) for name, file in articles.items()}, make_former, {})
    claiming = tuple(name for name, kept in former.items() if kept.value)
    files = {str(kind): own for kind, own in sources.entries.items()}
    given = (files, sources.relation_types, tuple(articles), tuple(articles[name] for name in claiming))

    def make(_: str) -> Kept[Entries]:
        heads = [head(name)[:2] if name in claiming else (_stub(file), None) for name, file in articles.items()]
        from generator.recall_entries import Reading  # noqa: PLC0415 - it loads what reads YAML

        entries, faults = Reading(memory, sources).entries(heads)
        return Kept(given, NOTHING, entries, tuple(faults))

    before = memory.results.get(ENTRIES, {}).get("")
    kept = memory.each(ENTRIES, {"": given}, make, {})[""]
    if kept is before:  # none was read, and what is kept of each lasts
        memory.coming |= {stage: memory.results.get(stage, {}) for stage in (READ_ENTRIES, ODD, TYPES)}
    return kept.value, kept.told


def _stub(file: SourceFile) -> Article:
    """Stand in for an article of which only its name counts."""
    return Article(file.name, "", file, 0)
