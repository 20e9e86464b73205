"""The steps of a build with a store: bodies before MkDocs renders any page, outputs before it writes any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.render_cache.bodies import body_key, fill_in, render_body, still_holds
from generator.render_cache.outputs import KeptOutputs, Making, frame_digest, keys_of, render_output
from generator.render_cache.shards import Shard
from generator.render_cache.store import Record, Store
from generator.render_cache.surroundings import surroundings
from generator.render_cache.workers import WORTH_IT, cores, on_all_cores

T = TypeVar("T")


class RenderCache:
    """The pages of one build, or of one shard; `parallel` lets it fork, which a process with threads must not do."""

    def __init__(self, config: MkDocsConfig, store: Store, *, parallel: bool, shard: Shard | None = None) -> None:
        """Note what all pages depend on."""
        self._config, self._store, self._parallel = config, store, parallel and cores() > 1
        self._shard = shard
        self._keys: list[bytes] = []
        self.surroundings = surroundings(config)
        self.rendered: list[str] = []
        """The sources of the pages that the store did not hold."""

    def bodies(self, nav: Navigation, files: Files, *, dirty: bool) -> None:
        """Read the pages; fill in what is known of them, and see that MkDocs keeps what it renders of the others."""
        self._nav, self._files = nav, files
        self._pages = [
            _page(file, self._config) for file in files.documentation_pages() if not dirty or file.is_modified()
        ]
        named = {page.file.src_uri for page in nav.pages if "title" not in vars(page)}
        unknown: dict[str, tuple[Page, bytes]] = {}
        for page in self._pages:
            page.read_source(self._config)
            page.read_source = _nothing  # type: ignore[assignment,method-assign] # for this page
            # Pages in the navigation show their titles on all others, and some of them only rendering gives.
            if not (self._is_own(page) or (page.file.src_uri in named and "title" not in page.meta)):
                page.render = partial(_leave_empty, page)  # type: ignore[method-assign] # for this page
                continue
            key = body_key(page, self.surroundings)
            self._keys.append(key)
            record = self._store.get(key)
            if record is not None and still_holds(record, files):
                self._fill_in(page, record)
            else:
                unknown[page.file.src_uri] = (page, key)
                page.render = partial(self._render, page, key)  # type: ignore[method-assign] # for this page
        for (page, key), record in self._at_once(self._body, list(unknown.values())):
            self._store.put(key, record)
            self._fill_in(page, record)

    def _is_own(self, page: Page) -> bool:
        return self._shard is None or self._shard.has(page.file.src_uri)

    def _fill_in(self, page: Page, record: Record) -> None:
        fill_in(page, record, self._files)
        page.render = _nothing  # type: ignore[assignment,method-assign] # for this page

    def _body(self, unknown: tuple[Page, bytes]) -> Record | None:
        return render_body(unknown[0], self._config, self._files)

    def _render(self, page: Page, key: bytes, config: MkDocsConfig, files: Files) -> None:
        record = render_body(page, config, files)
        if record is not None:
            self._store.put(key, record)

    def outputs(self, environment: Environment) -> None:
        """Make the outputs that are not known, and have MkDocs take all from the store."""
        making = Making(self._config, self._nav, list(self._files.documentation_pages()), environment)
        frame = frame_digest(self._nav, self.surroundings)
        own = [page for page in self._pages if self._is_own(page)]
        keys = {page.file.src_uri: keys_of(page, frame, self.surroundings) for page in own}
        self._keys += [key for both in keys.values() for key in both]
        unknown = [page for page in own if not self._store.has(keys[page.file.src_uri].html)]
        self.rendered = [page.file.src_uri for page in unknown]
        make = partial(render_output, making=making)
        made = self._at_once(make, unknown) if self._shard is None else self._all(make, unknown)
        for page, record in made:
            self._store.put(keys[page.file.src_uri].html, {"html": record["html"]})
            self._store.put(keys[page.file.src_uri].entries, {"entries": record["entries"]})
        KeptOutputs(making, keys, self._store)

    def records(self) -> Iterator[tuple[bytes, bytes]]:
        """Give what the store holds of the pages of this build: keys, and records as they are written."""
        for key in self._keys:
            packed = self._store.packed(key)
            if packed is not None:
                yield key, packed

    def _all(self, make: Callable[[T], Record | None], things: Sequence[T]) -> Iterator[tuple[T, Record]]:
        """Make many things as `_at_once` does, and those that it leaves too: a shard leaves nothing to MkDocs."""
        if self._parallel and len(things) >= WORTH_IT:
            yield from self._at_once(make, things)
            return
        for thing in things:
            record = make(thing)
            if record is not None:
                yield thing, record

    def _at_once(self, make: Callable[[T], Record | None], things: Sequence[T]) -> Iterator[tuple[T, Record]]:
        """Make many things on all cores; what was not made, with or without a fault, is left to MkDocs."""
        if not self._parallel or len(things) < WORTH_IT:
            return
        for thing, record in on_all_cores(make, things):
            if record is not None:
                yield thing, record


def _page(file: File, config: MkDocsConfig) -> Page:
    """Give the page of a file; MkDocs makes those that are not in the navigation only when it comes to them."""
    return file.page or Page(None, file, config)


def _leave_empty(page: Page, *_: object) -> None:
    """Give a page that is rendered elsewhere what MkDocs asks for before it goes on."""
    page.content, page.toc = "", TableOfContents([])


def _nothing(*_: object) -> None:
    """Do nothing: it was done."""
