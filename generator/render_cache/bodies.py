"""The body of a page: what its Markdown renders to, and what the rest of the site asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from io import BytesIO, TextIOWrapper
from pathlib import PurePath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.meta import get_data

from generator.render_cache.listening import Listening
from generator.render_cache.stamps import Stamps
from generator.render_cache.store import Record


def page_of(file: File, config: MkDocsConfig) -> Page:
    """Give the page of a file; MkDocs makes those that are not in the navigation only when it comes to them."""
    return file.page or Page(None, file, config)


def body_key(page: Page, surroundings: bytes) -> bytes:
    """Give the key of a page's body: where the page stands and what it says; its source must have been read."""
    digest = blake2b(b"body", key=surroundings, digest_size=16)
    for part in (page.file.src_uri, page.file.url, page.markdown or ""):
        digest.update(part.encode() + b"\0")
    return digest.digest()


def read_page(page: Page, config: MkDocsConfig, stamps: Stamps) -> str | None:
    """Read the source of a page as MkDocs does, and give its digest; None where MkDocs itself had to read it."""
    try:
        read = stamps.read(page.file.abs_src_path) if page.file.abs_src_path else None
        text = TextIOWrapper(BytesIO(read[0]), "utf-8-sig").read() if read else ""
    except (OSError, ValueError):
        read = None  # it says what is the matter
    if read is None:
        page.read_source(config)
        return None
    page.markdown, page.meta = get_data(text)
    return read[1]


def render_body(page: Page, config: MkDocsConfig, files: Files) -> Record | None:
    """Render a page and note what came of it; None where a message was logged, which must be told at each build."""
    asked = _Asked(files)
    with Listening() as heard:
        Page.render(page, config, asked)  # type: ignore[arg-type] # it answers as the files do
    links = page.links_to_anchors
    if heard or links is None:  # MkDocs does not note them while it tells all that it does
        return None
    return {
        "content": page.content,
        "toc": [_written(entry) for entry in page.toc],
        "title": page._title_from_render,  # noqa: SLF001 - MkDocs hands it on in no other way
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in links.items()},
        "targets": asked.targets,
    }


def still_holds(record: Record, files: Files) -> bool:
    """Tell whether every file that a page links to stands where it stood, or is missing as it was."""
    targets: Mapping[str, Any] = record["targets"]
    return all(_place(files.get_file_from_path(path)) == place for path, place in targets.items())


def targets_of(record: Record) -> list[str]:
    """Give the files that a page links to, as the files of a site are named."""
    return sorted({PurePath(path).as_posix() for path in record["targets"]})


def fill_in(page: Page, record: Record, files: Files) -> None:
    """Give a page what rendering would have given it."""
    page.content = record["content"]
    page.toc = TableOfContents([_read(entry) for entry in record["toc"]])
    for first in page.toc.items[:1]:
        first.active = True  # type: ignore[attr-defined] # as MkDocs marks it
    page._title_from_render = record["title"]  # noqa: SLF001 - MkDocs has no other name for it
    page.present_anchor_ids = set(record["anchors"])
    page.links_to_anchors = {
        file: dict(anchors)
        for path, anchors in record["links"].items()
        if (file := files.get_file_from_path(path)) is not None
    }


class _Asked:
    """The files of a site, which notes what a page asked of them."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.targets: dict[str, list[str] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = self._files.get_file_from_path(path)
        self.targets[path] = _place(file)
        return file

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else is asked, is asked of the files
        return getattr(self._files, name)


def _place(file: File | None) -> list[str] | None:
    return None if file is None else [file.url, file.inclusion.name]


def _written(entry: AnchorLink) -> list[Any]:
    return [entry.title, entry.id, entry.level, [_written(child) for child in entry.children]]


def _read(written: list[Any]) -> AnchorLink:
    entry = AnchorLink(*written[:3])
    entry.children = [_read(child) for child in written[3]]
    return entry
