"""The pages, of which those are remembered that would come out the same again and stand as they are to be.

A page looks everything up in the tables of the site. Which keys it asks for is noted; while what they lead to is equal,
and the templates are the same, so is the page.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from generator.chunks import Spool
from generator.frozen import frozen
from generator.memory import NOTHING, Kept, KeptPage, Memory, Recorder, Watched, changes, concerns, values_of
from generator.model import Catalogue, Entity, Knowledge
from generator.problems import Problem
from generator.progress import follow
from generator.site.cards import Card, card_key, card_of
from generator.site.communities import Partition
from generator.site.glances import Glance, glance_at, names_of
from generator.site.links import Site, survey
from generator.site.list_pages import NETWORK, Extras
from generator.site.output import Signed, own_page, signed
from generator.site.pages import page_makers
from generator.site.templates import TemplateFault
from generator.stamps import rested, stamp_of

_Part = TypeVar("_Part")

_SINGLE = "single"  # the table of what is no table itself


@frozen
class Pages:
    """The pages that are to be written, and the paths of those that stand as they are to be."""

    fresh: tuple[Signed, ...]
    standing: frozenset[str] = frozenset()


def recall_pages(
    memory: Memory, knowledge: Knowledge, templates: Path, docs: Path, extras: Extras
) -> tuple[Pages, list[Problem]]:
    """Render the pages that may be others than the last time, and those that stand in `docs` otherwise, or not at all.

    `extras` are what else pages show: see render_pages. A faulty template is an error, and there are then no pages.
    """
    before = memory.tables.get(_SINGLE, {}).get("partition")
    site = survey(knowledge, _glances(memory, knowledge), before if isinstance(before, Partition) else None)
    tables = {**_tables(site), "extras": extras}
    compared = {name: changes(memory.tables.get(name, {}), table) for name, table in tables.items()}
    changed = {name: keys for name, keys in compared.items() if keys}
    recorder = Recorder()
    watched = _watched(site, recorder)
    cards = {card_key(one): _card(memory, one, watched, recorder, changed) for one in site.entities.values()}
    tables["cards"] = known = {key: kept.value for key, kept in cards.items()}
    if recast := changes(memory.tables.get("cards", {}), known):
        changed["cards"] = recast
    frame = _frame(templates)
    old = memory.pages if frame == memory.frame else {}
    seen, shown = Watched("cards", known, recorder), Watched("extras", extras, recorder)
    makers = page_makers(watched, seen, templates, lambda: own_page(docs, NETWORK), shown)
    spool = Spool()
    fresh: list[Signed] = []
    pages: dict[str, KeptPage] = {}
    try:
        for maker in follow("pages", makers):
            kept = old.get(maker.path)
            same = kept is not None and kept.given == maker.part and not concerns(changed, kept.seen)
            if kept and same and _stands(memory, docs, maker.path, kept.digest):
                pages[maker.path] = kept
                continue
            recorder.taken()
            page, data = signed(maker.make(), spool)
            fresh.append(page)
            pages[maker.path] = KeptPage(recorder.taken(), _digest(data), maker.part)
    except TemplateFault as fault:
        return Pages(()), [fault.problem]
    memory.made += len(fresh)
    alike = memory.tables.keys() - changed.keys()  # equal, but what is the same object need not be compared once more
    memory.tables = {name: memory.tables[name] if name in alike else table for name, table in tables.items()}
    memory.pages, memory.cards, memory.frame = pages, cards, frame
    return Pages(tuple(fresh), frozenset(pages.keys() - {page.path for page in fresh})), []


def _glances(memory: Memory, knowledge: Knowledge) -> dict[str, Glance]:
    """Look at the articles that were edited, or that name an entry which was called otherwise the last time."""
    names, was = names_of(knowledge.catalogue.entities), names_of(memory.tables.get("entities", {}))
    renamed = {one for one, name in names.items() if was.get(one) != name} if names != was else set()
    found: dict[str, Kept[Glance]] = {}
    for slug, article in knowledge.catalogue.articles.items():
        given = (article, knowledge.prose[slug], knowledge.mentions[slug])
        kept = memory.glances.get(slug)
        stale = renamed and any(mention.entity in renamed for mention in given[2])
        if kept is None or kept.given != given or stale:
            kept = Kept(given, NOTHING, glance_at(*given, names))
        found[slug] = kept
    memory.glances = found
    return values_of(found)


def _card(
    memory: Memory, entity: Entity, watched: Site, recorder: Recorder, changed: Mapping[str, set[Hashable]]
) -> Kept[Card]:
    """Give the card of an entity: the kept one, or where it may be another one now, a new one."""
    kept = memory.cards.get(card_key(entity))
    if kept is not None and kept.given == (entity,) and not concerns(changed, kept.seen):
        return kept
    recorder.taken()
    card = card_of(watched, entity)
    return Kept((entity,), recorder.taken(), card)


# ---------------------------------------------------------------------------------------------- what pages look up


def _tables(site: Site) -> dict[str, Mapping[Any, object]]:
    """Give all that pages look up, by name."""
    tables: dict[str, Mapping[Any, object]] = {_SINGLE: {}}
    for part in (site, site.knowledge, site.knowledge.catalogue):
        for field in fields(part):
            value = getattr(part, field.name)
            if isinstance(value, Mapping):
                tables[_name(part, field.name)] = value
            elif field.name not in {"knowledge", "catalogue"}:
                tables[_SINGLE] = {**tables[_SINGLE], field.name: value}
    return tables


def _watched(site: Site, recorder: Recorder) -> Site:
    """Give the site with every look-up noted."""
    knowledge = site.knowledge
    catalogue = _WatchedCatalogue(**_watched_fields(knowledge.catalogue, recorder))
    seen = _WatchedKnowledge(**{**_watched_fields(knowledge, recorder), "catalogue": catalogue})
    found = _WatchedSite(**{**_watched_fields(site, recorder), "knowledge": seen})
    for part in (catalogue, seen, found):
        object.__setattr__(part, "recorder", recorder)
    return found


def _watched_fields(part: Site | Knowledge | Catalogue, recorder: Recorder) -> dict[str, Any]:
    values = {field.name: getattr(part, field.name) for field in fields(part)}
    return {
        name: Watched(_name(part, name), value, recorder) if isinstance(value, Mapping) else value
        for name, value in values.items()
    }


def _name(part: object, field: str) -> str:
    return f"site {field}" if isinstance(part, Site) else field


def _noting(kind: type[_Part], names: Iterable[str]) -> type[_Part]:
    """Give a class of such parts that note when one of these fields is asked for, which are no mappings."""
    return type(f"_Watched{kind.__name__}", (kind,), {name: _noted(kind, name) for name in names})


def _noted(kind: type, name: str) -> property:
    slot = vars(kind)[name]

    def get(part: Any) -> Any:  # noqa: ANN401 - as an object has it
        part.recorder.asked(_SINGLE).add(name)
        return slot.__get__(part)

    return property(get, slot.__set__)


_WatchedSite = _noting(Site, ("relations", "partition", "citing", "newest", "writers"))
_WatchedKnowledge = _noting(Knowledge, ("timeline", "shared_names"))
_WatchedCatalogue = _noting(Catalogue, ("home", "releases", "corrections"))


def _frame(templates: Path) -> str:
    """Give a digest of the site's own templates."""
    found = sorted(path for path in templates.rglob("*") if path.is_file()) if templates.is_dir() else []
    whole = hashlib.blake2b(templates.as_posix().encode(), digest_size=16)
    for path in found:
        whole.update(f"{path.relative_to(templates).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return whole.hexdigest()


# ---------------------------------------------------------------------------------------------- what stands


def _stands(memory: Memory, docs: Path, path: str, digest: bytes) -> bool:
    """Tell whether a page stands on the disk as it is to be: by what the system says of the file, or by reading it."""
    file = f"{docs}/{path}"  # of these there are many, and making each a Path takes longer than asking the system
    stamp = stamp_of(file)
    if memory.stamps.get(path) == (digest, stamp):
        return True
    memory.stamps.pop(path, None)
    now = time.time_ns()
    try:
        if not stamp or _digest(Path(file).read_bytes()) != digest:
            return False
    except OSError:
        return False
    if rested(stamp, now):
        memory.stamps[path] = (digest, stamp)
    return True


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
