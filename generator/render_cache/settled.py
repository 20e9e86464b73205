"""What of a site need not be made again: it stands or is brought back as it was, and MkDocs is not asked for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file

from generator.render_cache import index
from generator.render_cache.aside import Aside
from generator.render_cache.bodies import page_of
from generator.render_cache.ledger import Ledger, Row
from generator.render_cache.outputs import written
from generator.render_cache.stamps import Stamps, digest_of
from generator.render_cache.store import Store

Wanted = Callable[[InclusionLevel], bool]
_LEFT_OUT = frozenset({InclusionLevel.EXCLUDED, InclusionLevel.DRAFT})


class Settled:
    """The pages of a build that are as the last one left them, and the files that it copied."""

    def __init__(self, config: MkDocsConfig, store: Store, surroundings: bytes, aside: Aside) -> None:
        """Begin with what the last build noted; `aside` has the site that it made."""
        self._config, self._store, self._aside = config, store, aside
        self._ledger = Ledger(store, surroundings)
        folders = f"{config.docs_dir}\0{config.site_dir}".encode()
        self._stamped = blake2b(b"stamps" + folders, digest_size=16).digest()
        self._noted = store.get(self._stamped) or {}
        self.stamps = Stamps(self._noted)
        self.rows: dict[str, Row] = {}
        self.pieces: dict[str, str] = {}
        """Their search entries, as they stand in the index."""

    def find(self, nav: Navigation, files: Files, frame: bytes | None) -> None:
        """Find the pages that are as they were, bring them back, and hide them from MkDocs.

        `frame` is the digest of all that stands around every page; None where only rendering can tell it.
        """
        old = self._aside.files()
        rows = self._as_before(nav, files, self._ledger.rows(frame, files)) if frame else {}
        pages = {uri: files.src_uris[uri] for uri in rows}
        standing = {file.dest_uri for uri, file in pages.items() if self._stands(file, old, rows[uri].html)}
        copied = {file.dest_uri for file in _static(files) if self._stands(file, old, self._content(file))}
        pieces = self._pieces(rows, old.get(index.FILE))
        if not self._aside.give_back((standing | copied).__contains__):
            standing, copied = set(), set()
        for uri, file in pages.items():
            if pieces[uri] is not None and (file.dest_uri in standing or self._written(file, rows[uri])):
                self._settle(file, rows[uri], str(pieces[uri]))
        files.documentation_pages = partial(pages_to_build, files, self.rows)  # type: ignore[method-assign] # for this build
        files.copy_static_files = partial(_copy, files, copied)  # type: ignore[method-assign] # as above

    def _as_before(self, nav: Navigation, files: Files, rows: Mapping[str, Row]) -> dict[str, Row]:
        """Give the rows of the pages whose sources are as they were, and that nothing else is written over."""
        theme = {*self._config.theme.static_templates, *self._config.extra_templates}
        places = Counter(file.dest_uri for file in files if file.inclusion not in _LEFT_OUT)
        in_nav = {page.file.src_uri for page in nav.pages}  # they have neighbours, whose titles they show
        return {
            file.src_uri: row
            for file in files.documentation_pages()
            if (row := rows.get(file.src_uri))
            and file.src_uri not in in_nav
            and file.dest_uri not in theme
            and places[file.dest_uri] == 1
            and self._content(file) == row.source
        }

    def _content(self, file: File) -> str | None:
        """Give the digest of what a file of the site's sources holds; None where it cannot be read."""
        if file.abs_src_path is None:
            return digest_of(file.content_bytes)
        return self.stamps.digest(file.abs_src_path)

    def _stands(self, file: File, old: Mapping[str, str], digest: str | None) -> bool:
        """Tell whether a file stands in the old site with the bytes that it is to have."""
        at = old.get(file.dest_uri)
        return at is not None and digest is not None and self.stamps.digest(file.abs_dest_path, at) == digest

    def _pieces(self, rows: Mapping[str, Row], old: str | None) -> dict[str, str | None]:
        """Give the search entries of each page: out of the old index, or if it is another one, out of the store."""
        written = b""
        if old and self._ledger.index:
            with suppress(OSError):  # another build of the same site may have removed it meanwhile
                written = Path(old).read_bytes()
        if digest_of(written) == self._ledger.index:
            text = written.decode()
            return {uri: text[slice(*row.span)] for uri, row in rows.items()}
        kept = {uri: self._store.get(row.stored[-1]) for uri, row in rows.items()}
        return {uri: None if one is None else index.piece_of(one["entries"]) for uri, one in kept.items()}

    def _written(self, file: File, row: Row) -> bool:
        """Write a page out of the store; False where that does not hold it."""
        kept = self._store.get(row.stored[1])
        data = written(kept["html"]) if kept else b""
        if digest_of(data) != row.html:
            return False
        write_file(data, file.abs_dest_path)
        return True

    def _settle(self, file: File, row: Row, piece: str) -> None:
        page_of(file, self._config).present_anchor_ids = set(row.anchors)
        self.rows[file.src_uri], self.pieces[file.src_uri] = row, piece
        self._store.use(row.stored)

    def check_links(self, files: Files) -> None:
        """Tell of links to anchors that are missing, as MkDocs does of the pages that it builds."""
        for uri, row in self.rows.items():
            wanted = ((files.src_uris.get(target), anchors) for target, anchors in row.links.items())
            if any(not _has(file, anchors) for file, anchors in wanted):
                page = page_of(files.src_uris[uri], self._config)
                page.links_to_anchors = {files.src_uris[target]: anchors for target, anchors in row.links.items()}
                page.validate_anchor_links(files=files, log_level=self._config.validation.links.anchors)

    def write(self, frame: bytes, files: Files, text: str, rows: Mapping[str, Row]) -> None:
        """Keep what is known now for the next build: `rows` of all pages, and `text`, that of the search index."""
        self._ledger.write(frame, files, digest_of(text.encode()) if text else "", rows)
        if self.stamps.taken() != self._noted:
            self._store.put(self._stamped, self.stamps.taken())


def _has(file: File | None, anchors: Mapping[str, str]) -> bool:
    """Tell whether a page has anchors; what is no page, or was not rendered, is not asked."""
    present = file.page.present_anchor_ids if file and file.page else None
    return present is None or present >= anchors.keys()


def _static(files: Files) -> Iterator[File]:
    return (file for file in files if not file.is_documentation_page() and file.inclusion not in _LEFT_OUT)


def pages_to_build(files: Files, settled: Container[str], *, inclusion: Wanted | None = None) -> list[File]:
    """Give the pages of a site; whoever names what is to be included is about to build them, all others list them."""
    pages = Files.documentation_pages(files, inclusion=inclusion or InclusionLevel.is_included)
    return [file for file in pages if file.src_uri not in settled] if inclusion else list(pages)


def _copy(files: Files, standing: set[str], dirty: bool = False, *, inclusion: Wanted) -> None:  # noqa: FBT001, FBT002 - as MkDocs has it
    """Copy the files that are no pages, but for those that stand already."""
    for file in files:
        if not file.is_documentation_page() and inclusion(file.inclusion) and file.dest_uri not in standing:
            file.copy_file(dirty)
