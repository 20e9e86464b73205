"""The output of a page: its body in the theme's frame, and what the search is to find on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.render_cache.listening import Listening
from generator.render_cache.store import Record

_OF_ONE_PAGE = frozenset({"jsonld", "cards", "image", "description", "kicker", "script", "search"})
"""Front matter that a page in the navigation shows on itself alone, and on no page that leads to it."""


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


def output_key(page: Page, frame: bytes) -> bytes:
    """Give the key of a page's output; `frame` is the digest of all that stands around it."""
    around = [*page.ancestors, page.previous_page, page.next_page]
    parts: list[Any] = [
        [page.file.src_uri, page.url, page.canonical_url, page.edit_url, page.is_homepage, page.title, page.meta],
        [_toc(page.toc), page.content],
        [_name(item) for item in around],
    ]
    return blake2b(json.dumps(parts, default=str).encode(), key=frame, digest_size=16).digest()


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
    """Lays kept outputs in the way of MkDocs, which asks for a page's search entries and then for its HTML."""

    def __init__(
        self,
        making: Making,
        keys: Mapping[str, bytes],
        get: Callable[[bytes], Record | None],
        put: Callable[[bytes, Record], None],
    ) -> None:
        """Take the keys of outputs by the source of their page."""
        self._keys, self._get, self._put = keys, get, put
        self._page: str | None = None
        self._kept: Record | None = None
        self._entries: list[Any] = []
        self._index = making.index
        self._take_place(making)

    def _take_place(self, making: Making) -> None:
        environment, index = making.environment, making.index
        get_template = Environment.get_template

        def template(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002, ANN401 - as Jinja has it
            found = get_template(environment, name, parent, globals)
            return found if parent else _Kept(found, self)

        environment.get_template = template  # type: ignore[method-assign]
        if index is not None:
            self._add = index.add_entry_from_context
            index.add_entry_from_context = self._add_entries

    def _turn_to(self, page: Page) -> None:
        if self._page != page.file.src_uri:
            self._page, self._entries = page.file.src_uri, []
            key = self._keys.get(page.file.src_uri)
            self._kept = self._get(key) if key else None

    def _add_entries(self, page: Page) -> None:
        self._turn_to(page)
        if self._kept is not None:
            self._index.entries.extend(self._kept["entries"])
            return
        before = len(self._index.entries)
        self._add(page)
        self._entries = self._index.entries[before:]

    def html(self, page: Page, render: Callable[[], str]) -> str:
        """Give the HTML of a page: as it was kept, or rendered now and kept."""
        self._turn_to(page)
        if self._kept is not None:
            return str(self._kept["html"])
        with Listening() as heard:
            html = render()
        key = self._keys.get(page.file.src_uri)
        if key and not heard:
            self._put(key, {"html": html, "entries": self._entries})
        return html


class _Kept:
    """A template that asks for what was kept before it renders a page."""

    def __init__(self, template: Template, outputs: KeptOutputs) -> None:
        self._template, self._outputs = template, outputs

    def render(self, *given: Any, **named: Any) -> str:  # noqa: ANN401 - Jinja's own arguments, handed on
        page = dict(*given, **named).get("page")
        if page is None:
            return self._template.render(*given, **named)
        return self._outputs.html(page, lambda: self._template.render(*given, **named))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - it is a template in all else
        return getattr(self._template, name)


def _branch(item: Any) -> list[Any]:  # noqa: ANN401 - a section, page or link of the navigation, which share no class
    meta = {key: value for key, value in (getattr(item, "meta", None) or {}).items() if key not in _OF_ONE_PAGE}
    return [*_name(item), meta, [_branch(child) for child in item.children or ()]]


def _name(item: Any) -> list[Any]:  # noqa: ANN401 - as above
    return [type(item).__name__, getattr(item, "title", None), getattr(item, "url", None)]


def _toc(entries: Iterable[Any]) -> list[Any]:
    return [[entry.title, entry.id, entry.level, _toc(entry.children)] for entry in entries]
