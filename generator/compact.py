"""What a page loads, made small: the site's stylesheets become one, and neither they nor scripts keep comments.

Nothing rests on it: a builder that leaves it out serves the same files as they were written.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

import rcssmin
import rjsmin

JOINED = "joined.css"
# The scripts that every page has; those that an editor adds may hold an error, which must not take these with it.
SCRIPTS = ("backgrounder.js", "cards.js")
_MUST_STAND_FIRST = re.compile(r"@(?:charset|import|namespace)\b")


def stylesheets(listed: Iterable[str], texts: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """Join the stylesheets of the first one's folder; gives the addresses to load, in order, and the new files.

    `listed` are addresses as the configuration has them, `texts` what the site's own files say, by address. Others, and
    those that begin with a rule that must stand first in its file, stay as they are; so does the order, on which the
    cascade rests: only the run from the first one on is joined.
    """
    order = list(listed)
    run = _run(order, texts)
    if not run:
        return order, {}
    address = posixpath.join(posixpath.dirname(run[0]), JOINED)
    return [address, *order[len(run) :]], {address: rcssmin.cssmin("\n".join(texts[one] for one in run))}


def script(text: str) -> str:
    """Give a script without its comments and the white space that means nothing."""
    return str(rjsmin.jsmin(text))


def scripts(listed: Iterable[str], texts: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """Join those of `SCRIPTS` that are listed first; gives the addresses to load, in order, and the new files."""
    order = list(listed)
    run = [one for one in order[: len(SCRIPTS)] if one in texts and posixpath.basename(one) in SCRIPTS]
    if len(run) < len(SCRIPTS):
        return order, {}
    address = posixpath.join(posixpath.dirname(run[0]), "joined.js")
    return [address, *order[len(run) :]], {address: "\n".join(script(texts[one]) for one in run)}


def _run(order: list[str], texts: Mapping[str, str]) -> list[str]:
    run: list[str] = []
    for one in order:
        is_beside = not run or posixpath.dirname(one) == posixpath.dirname(run[0])
        if not is_beside or one not in texts or _MUST_STAND_FIRST.search(texts[one]):
            break
        run.append(one)
    return run
