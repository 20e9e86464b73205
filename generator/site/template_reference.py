"""The reference of the templates, as Markdown: made from the templates, the values that they get, and the overrides."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

from generator.markdown_table import markdown_table
from generator.site.given import EXTRA, FILTERS, GIVEN, META, VIEWS

_TEMPLATES: Final = Path(__file__).with_name("templates")
_COMMENT: Final = re.compile(r"\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
_MACRO: Final = re.compile(r"\{% macro (\w+\(.*?\)) -?%\}")
_FIELD: Final = re.compile(r"^    (\w+): ([^#\n]+?)(?: = [^#\n]+?)?(?:  # (.*))?$", re.MULTILINE)
_BLOCK: Final = re.compile(r"(?:\{#-?\s*(?P<why>[^{}]*?)\s*-?#\}\s*)?\{% block (?P<name>\w+) %\}")
_HEAD: Final = """\
# The templates

<!-- Made by `make reference` from the templates and from what they are given. -->

Two sets of templates make a page, and a site may put its own in the place of any of them.

- `templates/` beside `content/` holds **page templates**: they make the Markdown that `generate` writes. A file there
  is taken instead of the built-in one of the same name in [generator/site/templates](generator/site/templates); all
  others stay. What is faulty in one is told with its file and line.
- [overrides](overrides) holds the **frame**: what the theme, Material for MkDocs, puts around that Markdown. Edit the
  files there, or add one of the theme’s under its own name.

Both are Jinja. What a page template is given is Markdown, ready to stand on the page, unless it is said to be
otherwise; text of your own that is not goes through a filter. To begin, copy the built-in file and change it:

```sh
mkdir -p templates && cp generator/site/templates/parts_ties.md.j2 templates/
```
"""


def template_reference(overrides: Path) -> str:
    """Give the whole reference. `overrides` is the folder of the frame; OSError where it cannot be read."""
    parts = [
        _HEAD,
        _table("The filters of page templates", ("filter", "makes safe"), _coded(FILTERS.items())),
        _pages(),
        _parts(),
        _macros(),
        _views(),
        _table("The front matter of a generated page", ("`page.meta`", "meaning"), _coded(META.items())),
        _blocks(overrides / "main.html"),
        _partials(overrides),
        _table(
            "What the frame reads under `extra` in `mkdocs.yml`", ("`config.extra`", "meaning"), _coded(EXTRA.items())
        ),
    ]
    return "\n".join(parts)


def _pages() -> str:
    text = "## The page templates\n\nEach but the first two of these has `page`, its path in `docs/`, as well.\n"
    for name in sorted(GIVEN, key=lambda one: (one not in {"cast.md.j2", "margin.md.j2"}, one)):
        rows = [(f"`{variable}`", meaning) for variable, meaning in GIVEN[name].items()]
        text += f"\n### `{name}`\n\n{_told(name)}\n\n" + markdown_table(("variable", "is"), rows)
    return text


def _parts() -> str:
    names = [
        one.name for one in sorted(_TEMPLATES.glob("*.j2")) if one.name not in GIVEN and one.name != "macros.md.j2"
    ]
    rows = [(f"`{name}`", _told(name), ", ".join(f"`{one}`" for one in _including(name))) for name in names]
    head = "## The parts of pages\n\nThey have what the template has that includes them.\n\n"
    return head + markdown_table(("template", "shows", "included by"), rows)


def _including(name: str) -> list[str]:
    return [one.name for one in sorted(_TEMPLATES.glob("*.j2")) if f'include "{name}"' in one.read_text("utf-8")]


def _macros() -> str:
    text = (_TEMPLATES / "macros.md.j2").read_text("utf-8")
    calls = "".join(f"- `{one}`\n" for one in _MACRO.findall(text))
    return f"## The macros of `macros.md.j2`\n\n{_told('macros.md.j2')}\n\n{calls}"


def _views() -> str:
    text = "## What the values hold\n\n`Entity` and `Article` are what the editor wrote, not yet made safe for a page: "
    text += "[CONTENT.md](CONTENT.md) has their keys.\n"
    for view in _reached(VIEWS):
        rows = [
            (f"`{name}`", f"`{type_}`", note or "") for name, type_, note in _FIELD.findall(inspect.getsource(view))
        ]
        text += f"\n### {view.__name__}\n\n{_first_line(view)}\n\n" + markdown_table(("field", "type", "is"), rows)
    return text


def _reached(types: Iterable[Any]) -> list[type]:
    """Give the types and those that their fields hold, each once, in the order in which they are met."""
    found: dict[type, None] = {}
    waiting = list(types)
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, type) and is_dataclass(one) and not one.__module__.startswith("generator.model"):
            if one not in found:
                found[one] = None
                waiting += get_type_hints(one).values()
        else:
            waiting += get_args(one)
    return list(found)


def _first_line(view: type) -> str:
    return " ".join((inspect.getdoc(view) or "").partition("\n\n")[0].split())


def _blocks(main: Path) -> str:
    rows = [(f"`{one['name']}`", _plain(one["why"] or "")) for one in _BLOCK.finditer(main.read_text("utf-8"))]
    head = "## The blocks that `overrides/main.html` fills\n\nThe theme’s other blocks stand as it has them.\n\n"
    return head + markdown_table(("block", "why"), rows)


def _partials(overrides: Path) -> str:
    files = sorted(one for one in overrides.rglob("*") if one.is_file() and one.name != "main.html")
    rows = [(f"`{one.relative_to(overrides).as_posix()}`", _comment(one)) for one in files]
    return "## The files of the theme that `overrides/` replaces\n\n" + markdown_table(("file", "why"), rows)


def _told(name: str) -> str:
    """Give what the comment at the head of a template says of it, without the list of its classes."""
    return re.sub(r"\s*Class(?:es)?:.*", "", _comment(_TEMPLATES / name))


def _comment(path: Path) -> str:
    found = _COMMENT.search(path.read_text("utf-8"))
    return _plain(found[1]) if found else ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def _coded(items: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((f"`{name}`", meaning) for name, meaning in items)


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return f"## {title}\n\n" + markdown_table(head, rows)
