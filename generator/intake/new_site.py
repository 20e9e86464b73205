"""A new site: everything that it needs in one folder, so that it builds there and wherever that is taken.

What a site shares with the default one (look, scripts, configuration, locked requirements, publish workflow) is copied
from where it stands: beside the package in a checkout or in a site that was made by `init`, and in the package's
folder `frame` where it was installed. What is the new site's own stands in `starter`.
"""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from generator.codes import Fault
from generator.frozen import frozen
from generator.model import Location
from generator.problems import Problem, error, quoted

_PACKAGE = Path(__file__).resolve().parent.parent
_STARTER = Path(__file__).with_name("starter")
# What is taken from the default site as it is. Each is a file, or a folder with all that it holds.
_SHARED = (
    "overrides",
    "docs/stylesheets",
    "docs/javascripts",
    "docs/assets",
    "docs/_headers",
    "schemas",
    "requirements/links.txt",
    "requirements/run.txt",
    "requirements/search.txt",
    ".github/workflows/publish.yml",
    ".gitlab-ci.yml",
)
# Files that packages and repositories do not take kindly to under their own names.
_RENAMED = {"gitignore": ".gitignore", "vscode/": ".vscode/"}
_NOT_COPIED = {"__pycache__", "frame"}
_LISTED = 10  # so many files in the way are told one by one; more of them are another site, or a folder of much else
_NAMED = 3
_GENERATED = ("docs/assets/social/",)  # the images of this site's pages, drawn into a folder that is shared
_NAMES = {
    "site_name": "My backgrounder",
    "site_description": "Articles, opened up, with the passage that every statement rests on.",
    "copyright": "Every statement leads to the paragraph that it rests on.",
}
# The default site is about one article; a new one gets more, and its list is called as many as it has.
_OF_MANY = {
    "  - Article: articles/index.md\n": "  - articles/index.md\n",
    "- title: The article\n": "- title: Articles\n",
}


@frozen
class NewFile:
    """A file of the new site: its path in the folder, with forward slashes, and its bytes."""

    path: str
    data: bytes


def new_site() -> list[NewFile]:
    """Give all files of a new site, by path. Raises OSError where the program's own files cannot be read."""
    around = frame()
    files = {f"generator/{path}": data for path, data in _files(_PACKAGE).items()}
    files["generator/LICENSE"] = _license(around).read_bytes()
    for name in _SHARED:
        source = around / name
        found = _files(source) if source.is_dir() else {"": source.read_bytes()}
        files |= {f"{name}/{path}".rstrip("/"): data for path, data in found.items()}
    files = {path: data for path, data in files.items() if not path.startswith(_GENERATED)}
    files |= {_renamed(path): data for path, data in _files(_STARTER).items()}
    files["mkdocs.yml"] = _configuration((around / "mkdocs.yml").read_text("utf-8")).encode()
    return [NewFile(path, data) for path, data in sorted(files.items())]


def in_the_way(files: list[NewFile], folder: Path) -> list[Problem]:
    """Give a problem for each thing that stands where a file of the site is to be; one for all where these are many."""
    places = {folder / file.path for file in files}
    parents = {parent for place in places for parent in place.parents if parent.is_relative_to(folder)}
    blocked = [place for place in places if os.path.lexists(place)]
    blocked += [parent for parent in parents if os.path.lexists(parent) and not parent.is_dir()]
    if len(blocked) > _LISTED:
        return [
            _taken(folder, sorted(blocked, key=lambda place: (len(place.parts), place.name.startswith("."), place)))
        ]
    return [_blocked(place) for place in sorted(blocked)]


def write_site(files: list[NewFile], folder: Path) -> None:
    """Write the files. Raises OSError, and FileExistsError before it would write over any file; then none is left."""
    written: list[Path] = []
    made: list[Path] = []
    try:
        for file in files:
            path = folder / file.path
            made += _make(path.parent)
            with path.open("xb") as new:
                written.append(path)
                new.write(file.data)
    except BaseException:
        for path in written:
            path.unlink()
        for parent in reversed(made):
            parent.rmdir()
        raise


def _make(folder: Path) -> list[Path]:
    """Make a folder, and give those that were not there, the outermost first."""
    missing = [one for one in (*reversed(folder.parents), folder) if not one.exists()]
    for one in missing:
        one.mkdir()
    return missing


def frame() -> Path:
    """Give the folder in which stands what a site shares with the default one."""
    installed = _PACKAGE / "frame"
    return installed if installed.is_dir() else _PACKAGE.parent


def _license(around: Path) -> Path:
    """Find the licence: beside the default site, or within the package of a site that was made."""
    return around / "LICENSE" if (around / "LICENSE").is_file() else _PACKAGE / "LICENSE"


def _files(folder: Path) -> dict[str, bytes]:
    """Read all files below a folder, by their paths in it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if _NOT_COPIED.isdisjoint(path.relative_to(folder).parts)
    }


def _renamed(path: str) -> str:
    for written, meant in _RENAMED.items():
        if path == written or (written.endswith("/") and path.startswith(written)):
            return meant + path.removeprefix(written)
    return path


def _configuration(text: str) -> str:
    """Give the configuration of the default site with what names the site, and its one article, replaced."""
    document = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = document.value if isinstance(document, yaml.MappingNode) else []
    for key, value in reversed(pairs):
        if key.value in _NAMES:
            start, end = value.start_mark.index, value.end_mark.index
            end = start + len(text[start:end].rstrip())
            text = f"{text[:start]}{quoted(_NAMES[key.value])}{text[end:]}"
    for one, many in _OF_MANY.items():
        text = text.replace(one, many)
    return text


def _taken(folder: Path, blocked: list[Path]) -> Problem:
    """Tell of a folder that has much of what a site has, such as another site."""
    some = ", ".join(quoted(place.relative_to(folder).as_posix()) for place in blocked[:_NAMED])
    message = f"the folder has {len(blocked)} files where the new site has its own, {some} among them"
    return error(Location(folder.as_posix()), Fault.IN_THE_WAY, message, "choose another folder, such as a new one")


def _blocked(place: Path) -> Problem:
    kind = "folder" if place.is_dir() else "file"
    message = f"a {kind} stands where the new site has a file of its own"
    return error(Location(place.as_posix()), Fault.IN_THE_WAY, message, "move it away, or choose another folder")
