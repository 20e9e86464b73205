"""The pages of a preview that a rebuild has no need of: MkDocs is not asked for them, and they are not even made."""

from __future__ import annotations

from copy import copy
from functools import partial

from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.render_cache.settled import pages_to_build


class Unedited:
    """What stays of the pages from one rebuild to the next: MkDocs loads the hook anew for each, but not this."""

    def __init__(self) -> None:
        """Know of no page."""
        self.edited: set[str] = set()
        """The sources of the pages that the build which is under way has to make."""
        self.pieces: dict[str, str] = {}
        """The search entries of each page, as they stand in the index, by the source of the page."""
        self._pages: dict[str, Page] = {}

    def hide(self, files: Files, *, all_edited: bool) -> None:
        """Have MkDocs build the pages alone whose source is younger than what was built of it, or all."""
        pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self.edited = {file.src_uri for file in pages if all_edited or file.is_modified()}
        rest = {file.src_uri: file for file in pages if file.src_uri not in self.edited}
        for uri, file in rest.items():
            if uri in self._pages:
                file.page = page = self._pages[uri]
                page.file = file
        files.documentation_pages = partial(pages_to_build, files, rest)  # type: ignore[method-assign] # for this build

    def keep(self, nav: Navigation, files: Files) -> None:
        """Keep the pages as MkDocs has made them, before it reads any; those in the navigation it has to make anew."""
        in_nav = {page.file.src_uri for page in nav.pages}
        self._pages = {
            file.src_uri: copy(file.page) if file.src_uri in self.edited else file.page
            for file in files.documentation_pages()
            if file.page is not None and file.src_uri not in in_nav
        }


unedited = Unedited()
"""Those of the site that is served."""
