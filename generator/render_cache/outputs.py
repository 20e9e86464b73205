"""The output of a page: its body in the theme's frame, and what the search is to find on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.render_cache.index import piece_of
from generator.render_cache.listening import Listening
from generator.render_cache.stamps import digest_of
from generator.render_cache.store import Record, Store

_OF_ONE_PAGE = frozenset({"generated", "jsonld", "cards", "image", "description", "kicker", "script", "search"})
"""Front matter that a page in the navigation shows on itself alone, and on no page that leads to it."""

_SEARCHED = ("title", "tags", "search")
"""Front matter that the search plugin reads."""


@dataclass(frozen=True, slots=True)
class Making:
    """What MkDocs makes the outputs of pages with."""

    config: MkDocsConfig
    nav: Navigation
    files: list[File]
    environment: Environment

    @property
    def index(self) -> Any:  # noqa: ANN401 - Material's class, which has no types
        """What the search plugin gathers its entries in, or None where the site has no search."""
        return getattr(self.config.plugins.get("material/search"), "search_index", None)


class Keys(NamedTuple):
    """The keys of what is made of a page's body: the whole page, and what the search finds on it.

    The second hangs on less: an edit often changes what stands around a body, such as the words of its hover cards.
    """

    html: bytes
    entries: bytes


def keys_of(page: Page, frame: bytes, surroundings: bytes) -> Keys:
    """Give the keys of a page; `frame` is the digest of all that stands around it."""
    body = [_toc(page.toc), page.content]
    around = [
        [page.file.src_uri, page.url, page.canonical_url, page.edit_url, page.is_homepage, page.title, page.meta],
        [_name(item) for item in (*page.ancestors, page.previous_page, page.next_page)],
    ]
    searched = [page.url, page.title, [page.meta.get(key) for key in _SEARCHED]]
    return Keys(_digest([*body, *around], frame), _digest([*body, *searched], surroundings))


def _digest(parts: list[Any], key: bytes) -> bytes:
    return blake2b(json.dumps(parts, default=str).encode(), key=key, digest_size=16).digest()


def frame_digest(nav: Navigation, surroundings: bytes) -> bytes:
    """Give a digest of what every page shows around its own content: the navigation within the theme."""
    return blake2b(json.dumps([_branch(item) for item in nav], default=str).encode(), key=surroundings).digest()


def render_output(page: Page, making: Making) -> Record | None:
    """Render the whole of a page; None where a message was logged, which must be told at each build."""
    index = making.index
    before = len(index.entries) if index is not None else 0
    page.active = True
    try:
        with Listening() as heard:
            context = get_context(making.nav, making.files, making.config, page)
            template = making.environment.get_template(page.meta.get("template", "main.html"))
            context = making.config.plugins.on_page_context(context, page=page, config=making.config, nav=making.nav)
            html = template.render(context)
    finally:
        page.active = False
    entries = index.entries[before:] if index is not None else []
    if index is not None:
        del index.entries[before:]
    return None if heard else {"html": html, "entries": entries}


class KeptOutputs:
    """Lays what was kept in the way of MkDocs, which asks for a page's search entries and then for its HTML."""

    def __init__(self, making: Making, keys: Mapping[str, Keys], store: Store, pieces: dict[str, str]) -> None:
        """Take the keys by the source of their page; so are the search entries put into `pieces`."""
        self._keys, self._store, self._index, self.files = keys, store, making.index, making.files
        self.digests: dict[str, str] = {}
        """Of the HTML of each page that MkDocs asked for, by the source of the page."""
        self.pieces = pieces
        """Their search entries, as they stand in the index."""
        self.doubtful: set[str] = set()
        """Those of them that something was complained of."""
        environment, get_template = making.environment, Environment.get_template

        def template(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002, ANN401 - as Jinja has it
            found = get_template(environment, name, parent, globals)
            return found if parent else _Kept(found, self)

        environment.get_template = template  # type: ignore[method-assign] # for this build
        if self._index is not None:
            self._add = self._index.add_entry_from_context
            self._index.add_entry_from_context = self._add_entries

    def _add_entries(self, page: Page) -> None:
        """Add the search entries of a page: as they were kept, or made now and kept."""
        before = len(self._index.entries)
        self._add_kept(page, self._keys.get(page.file.src_uri), self._index.entries)
        self.pieces[page.file.src_uri] = piece_of(self._index.entries[before:])

    def _add_kept(self, page: Page, keys: Keys | None, entries: list[dict[str, Any]]) -> None:
        kept = self._store.get(keys.entries) if keys else None
        if kept is not None:
            entries.extend(kept["entries"])
            return
        before = len(entries)
        with Listening() as heard:
            self._add(page)
        if heard:
            self.doubtful.add(page.file.src_uri)
        elif keys:
            self._store.put(keys.entries, {"entries": entries[before:]})

    def html(self, page: Page, render: Callable[[], str]) -> str:
        """Give the HTML of a page: as it was kept, or rendered now and kept."""
        keys = self._keys.get(page.file.src_uri)
        kept = self._store.get(keys.html) if keys else None
        if kept is None:
            with Listening() as heard:
                kept = {"html": render()}
            if keys and not heard:
                self._store.put(keys.html, kept)
            else:
                self.doubtful.add(page.file.src_uri)
        html = str(kept["html"])
        self.digests[page.file.src_uri] = digest_of(written(html))
        return html


class _Kept:
    """A template that asks for what was kept before it renders a page."""

    def __init__(self, template: Template, outputs: KeptOutputs) -> None:
        self._template, self._outputs = template, outputs

    def render(self, *given: Any, **named: Any) -> str:  # noqa: ANN401 - Jinja's own arguments, handed on
        context = dict(*given, **named)
        page = context.get("page")
        if page is None:
            return self._template.render(context)
        # MkDocs knows only of the pages that it is to build.
        return self._outputs.html(page, lambda: self._template.render(context, pages=self._outputs.files))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - it is a template in all else
        return getattr(self._template, name)


def written(html: str) -> bytes:
    """Give the HTML of a page as MkDocs writes it."""
    return html.encode("utf-8", "xmlcharrefreplace")


def _branch(item: Any) -> list[Any]:  # noqa: ANN401 - a section, page or link of the navigation, which share no class
    meta = {key: value for key, value in (getattr(item, "meta", None) or {}).items() if key not in _OF_ONE_PAGE}
    return [*_name(item), meta, [_branch(child) for child in item.children or ()]]


def _name(item: Any) -> list[Any]:  # noqa: ANN401 - whatever the navigation holds
    return [type(item).__name__, getattr(item, "title", None), getattr(item, "url", None)]


def _toc(entries: Iterable[Any]) -> list[Any]:
    return [[entry.title, entry.id, entry.level, _toc(entry.children)] for entry in entries]
