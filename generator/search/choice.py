"""Which search a site has, by `extra.search` in `mkdocs.yml`, and what must be allowed for it."""

from __future__ import annotations

CHOICES = ("material", "pagefind", "auto")
MANY = 1_000
"""With `auto`, sites of more pages than this have Pagefind: Material's takes a browser seconds from there on."""

_SCRIPTS = "script-src 'self'"
_SCRIPTS_AND_WASM = "script-src 'self' 'wasm-unsafe-eval'"


class UnknownSearchError(ValueError):
    """The configuration asks for a search that there is not."""


def wants_pagefind(asked: object, pages: int) -> bool:
    """Tell whether a site of so many pages has Pagefind. Raises UnknownSearchError for what is no search."""
    chosen = "material" if asked is None else asked
    if chosen not in CHOICES:
        raise UnknownSearchError(
            f'mkdocs.yml: extra.search is "{asked}", which is no search. Write one of: {", ".join(CHOICES)}.'
        )
    return chosen == "pagefind" or (chosen == "auto" and pages > MANY)


def with_wasm(policy: str) -> str:
    """Let a Content-Security-Policy compile WebAssembly, which Pagefind is made of, and nothing else."""
    return policy if "'wasm-unsafe-eval'" in policy else policy.replace(_SCRIPTS, _SCRIPTS_AND_WASM)
