"""The program, from beginning to end: content in, Markdown out, one line a stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from generator.chunks import File
from generator.collecting import without_collection
from generator.content.sources import read_sources
from generator.export.formats import offered
from generator.frozen import frozen
from generator.knowledge.graph import connect
from generator.memory import Memory
from generator.model import Knowledge, Page, Sources
from generator.problems import Problem, has_errors, in_order
from generator.progress import follow
from generator.recall import Recall
from generator.recall_downloads import recall_downloads
from generator.recall_pages import Pages, recall_pages
from generator.site.data_files import carry_out, plan_data
from generator.site.links import article_path
from generator.site.list_pages import NETWORK
from generator.site.output import Written, alone_in, nested, own_page, unwritable, write_pages
from generator.site.pages import render_pages
from generator.site.social import home_words, social_images
from generator.site.templates import unused_templates

_LONG = 20_000  # characters: a longer article would take longer than an edit is to wait


@frozen
class Understood:
    """What the content says, and everything that is wrong with it."""

    knowledge: Knowledge
    problems: tuple[Problem, ...]


@frozen
class Rendered:
    """What the pages are to be, and everything that is wrong; where there is an error there are no pages."""

    knowledge: Knowledge
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]


@frozen
class Generated:
    """What a run of `generate` did.

    `written` is None where errors kept it from writing, `images` and `data` where none were wanted.
    """

    written: Written | None
    problems: tuple[Problem, ...]
    images: Written | None = None
    data: Written | None = None


def understand(content: Path, memory: Memory | None = None) -> Understood:
    """Read a content folder and find out all that the site is to show. Faults are values, never exceptions.

    With the memory of an earlier run only what has changed since is found out anew; the result is the same.
    """
    memory = Memory() if memory is None else memory
    return understand_sources(*read_sources(content, memory.seen), memory=memory)


@without_collection()
def understand_sources(
    sources: Sources, unreadable: Iterable[Problem] = (), memory: Memory | None = None
) -> Understood:
    """Find out what the files say that were read; `unreadable` is what was wrong with reading them."""
    memory = Memory() if memory is None else memory
    stages = Recall(memory)
    catalogue, invalid = stages.validate(sources)
    catalogue, unsafe = stages.make_safe(catalogue)
    prose, misread = stages.read_prose(catalogue)
    notes, garbled = stages.read_notes(catalogue)
    passages, drifted = stages.locate_evidence(catalogue, prose)
    gazetteer = stages.compile_gazetteer(catalogue)
    mentions, unsettled = stages.find_mentions(catalogue, prose, gazetteer)
    note_mentions = stages.find_note_mentions(catalogue, notes, gazetteer)
    dates = stages.find_dates(catalogue, prose)
    events_on, contrary = stages.tie_dates(catalogue, prose, dates, mentions, passages)
    quotations = stages.find_quotations(catalogue, prose, mentions)
    sentences = stages.sentences_that_mention(catalogue, prose, mentions)
    shared = stages.shared_names(catalogue)
    knowledge = connect(catalogue, prose, mentions, notes, note_mentions, passages, sentences, shared)
    knowledge = replace(knowledge, dates=dates, events_on=events_on, quotations=quotations)
    memory.settle()
    problems = [*unreadable, *invalid, *unsafe, *misread, *garbled, *drifted, *unsettled, *contrary]
    return Understood(knowledge, in_order(problems))


@without_collection()
def render(content: Path, templates: Path, docs: Path) -> Rendered:
    """Make the pages of a content folder and write nothing: this is all that `check` does.

    What stands in `docs` changes no page: it only saves laying out the network once more.
    """
    understood = understand(content)
    if has_errors(understood.problems):
        return Rendered(understood.knowledge, (), understood.problems)
    pages, faulty = render_pages(
        understood.knowledge, templates, own_page(docs, NETWORK), offered(), _advice(understood.knowledge)
    )
    problems = in_order([*understood.problems, *faulty, *unused_templates(templates)])
    return Rendered(understood.knowledge, pages, problems)


def advise(knowledge: Knowledge) -> tuple[Problem, ...]:
    """Give what an editor may tend next, the most useful first."""
    from generator.knowledge.audit.finder import audit  # noqa: PLC0415 - few sites show it, and it takes long to load
    from generator.knowledge.suggestions.finder import find_suggestions  # noqa: PLC0415 - few sites show it; slow to load

    found = find_suggestions(knowledge.catalogue, knowledge.prose, knowledge.mentions, knowledge.dates)
    return audit(knowledge, found)


def _advice(knowledge: Knowledge) -> tuple[Problem, ...] | None:
    """Give it where the site is to show it."""
    home = knowledge.catalogue.home
    return advise(knowledge) if home and home.audit else None


@without_collection()
def generate(  # noqa: PLR0913 - what a person may choose on the command line
    content: Path,
    docs: Path,
    templates: Path,
    *,
    images: bool = False,
    data: bool = True,
    write: bool = True,
    memory: Memory | None = None,
) -> Generated:
    """Write the pages of a content folder, the files that they offer, and the images that show them where shared.

    Nothing is written where the content or a template has an error. Without `write` nothing is touched, and what is
    given is what would be done. Another run on the same folder waits from before it reads until this one has written.

    With the memory of an earlier run, which is brought up to date, only what has changed since is made anew; what is
    written is the same. By default it is that of the last run in this process, if that was for the same folders.
    """
    if apart := nested(content, docs):
        return Generated(None, tuple(apart))
    memory = _of_this_process(content, docs, templates) if memory is None else memory
    locked = write and docs.is_dir()  # a first run locks the folder that it makes, once it has something to write
    try:
        with alone_in(docs) if locked else nullcontext():
            understood = understand(content, memory)
            known = understood.knowledge
            if has_errors(understood.problems):
                return Generated(None, understood.problems)
            extras = {"downloads": offered(), "advice": _advice(known)}
            pages, faulty = recall_pages(memory, known, templates, docs, extras)
            problems = in_order([*understood.problems, *faulty, *unused_templates(templates)])
            if has_errors(problems):
                return Generated(None, problems)
            with alone_in(docs) if write and not locked else nullcontext():
                files = recall_downloads(memory, known, *home_words(known)) if data else {}
                done = _written(memory, pages, known, docs, files, images=images, write=write)
                return replace(done, problems=in_order([*problems, *done.problems]))
    except OSError as fault:
        return Generated(None, (unwritable(fault, docs),))


def rehearse(content: Path, docs: Path, templates: Path, memory: Memory) -> None:
    """Go through a run after an edit of one article, and write nothing: the next one then finds all at hand.

    A program that has just begun has names and patterns to compile for its first edit, and pages to read that it has
    written or found so far. Where this is broken off between two items, the memory is as good as before. Where the run
    before read articles, all that is at hand, and an edit that comes at once would only have to wait.
    """
    if memory.gazetteer is not None:
        return
    from generator.knowledge.dates.patterns import FORMS, compiled  # noqa: PLC0415 - slow to load; only a preview gets here

    texts = {slug: len(kept.value.source.text) for slug, kept in memory.results.get("articles", {}).items()}
    slug = max((slug for slug in sorted(texts) if texts[slug] < _LONG), key=texts.__getitem__, default=None)
    for results in memory.results.values():
        if isinstance(results, dict) and slug in results:
            results[slug] = results[slug]._replace(given=())  # so it is made anew, and found to be the same
    if slug is not None:
        memory.pages.pop(article_path(slug), None)
    for _, form in follow("patterns", FORMS):
        compiled(form)
    generate(content, docs, templates, data=False, write=False, memory=memory)


def _written(  # noqa: PLR0913 - what a person may choose on the command line
    memory: Memory,
    pages: Pages,
    known: Knowledge,
    docs: Path,
    files: Mapping[str, File],
    *,
    images: bool,
    write: bool,
) -> Generated:
    plan, taken = (
        plan_data(files, docs, memory.stamps) if files else (None, [])
    )  # looked at first: it is all or nothing
    written, foreign = write_pages(pages.fresh, docs, pages.standing, write=write and not taken)
    if taken or written is None:
        return Generated(None, (*foreign, *taken))
    memory.stamps |= {path: (memory.pages[path].digest, stamp) for path, stamp in written.stamps.items()}
    drawn, undrawn = _drawn(known, docs, write=write) if images else (None, [])
    if plan and write:
        carry_out(plan)
    return Generated(written, (*foreign, *undrawn), drawn, plan.done() if plan else None)


def _drawn(known: Knowledge, docs: Path, *, write: bool) -> tuple[Written | None, list[Problem]]:
    from generator.site.image_files import write_images  # noqa: PLC0415 - what draws takes long to load, and most runs draw nothing

    return write_images(social_images(known), docs, write=write)


_last: dict[tuple[Path, ...], Memory] = {}


def _of_this_process(*folders: Path) -> Memory:
    """Give the memory of the last run, where it was for the same folders, or else a new one in its place."""
    key = tuple(folder.absolute() for folder in folders)
    if key not in _last:
        _last.clear()
    return _last.setdefault(key, Memory())
