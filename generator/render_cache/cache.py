"""The steps of a build with a store: bodies before MkDocs renders any page, outputs before it writes any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.render_cache import index
from generator.render_cache.aside import Aside
from generator.render_cache.bodies import body_key, fill_in, page_of, read_page, render_body, still_holds, targets_of
from generator.render_cache.ledger import Row
from generator.render_cache.outputs import KeptOutputs, Making, frame_digest, keys_of, render_output
from generator.render_cache.settled import Settled
from generator.render_cache.shards import Shard
from generator.render_cache.stamps import Stamps
from generator.render_cache.store import Record, Store
from generator.render_cache.surroundings import surroundings
from generator.render_cache.unedited import Unedited
from generator.render_cache.workers import WORTH_IT, cores, on_all_cores

T = TypeVar("T")


class RenderCache:
    """The pages of one build, or of one shard; `parallel` lets it fork, which a process with threads must not do.

    `left` is the site of the last build, if its files may stay, or what a build knows of the pages that it is to make.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        store: Store,
        *,
        parallel: bool,
        shard: Shard | None = None,
        left: Aside | Unedited | None = None,
    ) -> None:
        """Note what all pages depend on."""
        self._config, self._store, self._parallel = config, store, parallel and cores() > 1
        self._shard = shard
        self._keys: list[bytes] = []
        self.surroundings = surroundings(config)
        self.rendered: list[str] = []
        """The sources of the pages that the store did not hold."""
        self._settled = Settled(config, store, self.surroundings, left) if isinstance(left, Aside) else None
        self._unedited = left if isinstance(left, Unedited) else None
        self._stamps = self._settled.stamps if self._settled else Stamps({})
        self._sources: dict[str, str | None] = {}
        self._bodies: dict[str, tuple[bytes, Record]] = {}

    def bodies(self, nav: Navigation, files: Files) -> None:
        """Read the pages; fill in what is known of them, and see that MkDocs keeps what it renders of the others."""
        self._nav, self._files = nav, files
        if self._unedited:
            self._unedited.keep(nav, files)
        pages = [page_of(file, self._config) for file in files.documentation_pages()]
        named = {page.file.src_uri for page in nav.pages}
        unknown = self._read([page for page in pages if page.file.src_uri in named])  # all others show their titles
        pages = [page for page in pages if self._unedited is None or page.file.src_uri in self._unedited.edited]
        if self._settled:
            titled = all(
                "title" in {**vars(page), **page.meta} or page.file.src_uri in self._bodies for page in nav.pages
            )
            self._settled.find(nav, files, frame_digest(nav, self.surroundings) if titled else None)
            pages = [page for page in pages if page.file.src_uri not in self._settled.rows]
        unknown += self._read([page for page in pages if page.file.src_uri not in named])
        self._pages = pages
        for (page, key), record in self._at_once(self._body, unknown):
            self._keep(page, key, record)
            self._fill_in(page, record)

    def _read(self, pages: Iterable[Page]) -> list[tuple[Page, bytes]]:
        """Read pages and fill in what is known of them; give the others, each with the key of its body."""
        unknown = []
        named = {page.file.src_uri for page in self._nav.pages if "title" not in vars(page)}
        for page in pages:
            self._sources[page.file.src_uri] = read_page(page, self._config, self._stamps)
            page.read_source = _nothing  # type: ignore[assignment,method-assign] # for this page
            # Pages in the navigation show their titles on all others, and some of them only rendering gives.
            if not (self._is_own(page) or (page.file.src_uri in named and "title" not in page.meta)):
                page.render = partial(_leave_empty, page)  # type: ignore[method-assign] # for this page
                continue
            key = body_key(page, self.surroundings)
            self._keys.append(key)
            record = self._store.get(key)
            if record is not None and still_holds(record, self._files):
                self._note(page, key, record)
                self._fill_in(page, record)
            else:
                unknown.append((page, key))
                page.render = partial(self._render, page, key)  # type: ignore[method-assign] # for this page
        return unknown

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
            self._keep(page, key, record)

    def _keep(self, page: Page, key: bytes, record: Record) -> None:
        self._store.put(key, record)
        self._note(page, key, record)

    def _note(self, page: Page, key: bytes, record: Record) -> None:
        self._bodies[page.file.src_uri] = (key, {part: record[part] for part in ("targets", "anchors", "links")})

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
        pieces = self._unedited.pieces if self._unedited else {}
        self._outputs, self._output_keys, self._frame = KeptOutputs(making, keys, self._store, pieces), keys, frame

    def finish(self, search: Any, *, as_text: bool) -> None:  # noqa: ANN401 - Material's index, which has no types
        """Complete the search index with the pages that MkDocs was not asked for, and note what was made.

        `as_text` says that the index is to be written as it stands, and nobody else asks for its entries.
        """
        if self._settled:
            self._settled.check_links(self._files)
        pieces = {**(self._settled.pieces if self._settled else {}), **self._outputs.pieces}
        in_order = {uri: pieces[uri] for uri in self._files.src_uris if uri in pieces}
        text, spans = index.complete(search, in_order, as_text=as_text) if search else ("", {})
        if self._settled:
            rows = {**self._settled.rows, **dict(self._rows())}
            rows = {uri: replace(row, span=spans.get(uri, [0, 0])) for uri, row in sorted(rows.items())}
            self._settled.write(self._frame, self._files, text, rows)

    def _rows(self) -> Iterator[tuple[str, Row]]:
        """Give the rows of the pages that were made in this build, but for those that something was complained of."""
        made = self._outputs.digests.keys() & self._bodies.keys() - self._outputs.doubtful
        for page in self._pages:
            uri = page.file.src_uri
            source = self._sources.get(uri)
            if uri not in made or source is None:
                continue
            body, record = self._bodies[uri]
            keys = [key.hex() for key in (body, self._output_keys[uri].html, self._output_keys[uri].entries)]
            digest = self._outputs.digests[uri]
            yield uri, Row(source, targets_of(record), keys, digest, record["anchors"], record["links"], [0, 0])

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


def _leave_empty(page: Page, *_: object) -> None:
    """Give a page that is rendered elsewhere what MkDocs asks for before it goes on."""
    page.content, page.toc = "", TableOfContents([])


def _nothing(*_: object) -> None:
    """Do nothing: it was done."""
