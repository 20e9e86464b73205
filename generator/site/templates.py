"""The templates: the site's own folder first, then the package's; a fault in one is told with file and line."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from generator.codes import Code
from generator.guess import did_you_mean
from generator.model import Location
from generator.problems import Problem, error, quoted, warning
from generator.site import dates, escape
from generator.site.compiled import Compiled

_BUILT_IN = "generator/site/templates/"
_HINT = "mend the template, or delete it to have the built-in one"
_COMPILED_WITH: Final[Mapping[str, Any]] = {
    "autoescape": False,  # the output is Markdown: each value is escaped for the place where it stands
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


class _Template(Template):
    """A template whose macros are made once: none is ever given globals beside those of the environment."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - as Jinja calls it
        """Give its macros without comparing the globals of the template that imports it, which takes long."""
        return super()._get_default_module()


class _Environment(Environment):
    """An environment that finds templates at once: a page is put together from some ten, each found again for it."""

    template_class = _Template

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Jinja has them
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja calls it
    ) -> Template:
        """Give a template, which is the same each time: none is ever changed, or given globals of its own."""
        if isinstance(name, Template):
            return name
        if name not in self._found:
            self._found[name] = super().get_template(name, parent, globals)
        return self._found[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give the globals of a template as a plain dictionary, which each rendering goes through."""
        return {**self.globals, **(d or {})}


class TemplateFault(Exception):  # noqa: N818 - the house's word is fault
    """A template of the site that cannot be rendered; `problem` tells where and why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem to be told."""
        super().__init__(str(problem))
        self.problem = problem


def environment(folder: Path) -> Environment:
    """Make the environment in which a template in `folder` stands before the built-in one of the same name.

    In a preview the one of the last rebuild is kept, compiled templates and all, while no file of `folder` changes.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return _environment(folder, tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files))


@functools.lru_cache(maxsize=1)
def _environment(folder: Path, _: tuple[tuple[Path, int, int], ...]) -> Environment:
    made = _Environment(
        loader=ChoiceLoader([FileSystemLoader(folder), PackageLoader("generator.site")]),
        undefined=StrictUndefined,
        auto_reload=False,  # a changed template makes another environment
        bytecode_cache=Compiled(repr(_COMPILED_WITH)),
        **_COMPILED_WITH,
    )
    made.filters |= {
        "md": escape.md,
        "html": escape.html,
        "attr": escape.html,
        "yaml": escape.yaml,
        "number": dates.number,
    }
    return made


def unused_templates(folder: Path) -> list[Problem]:
    """Tell of what is named like a template in a site's folder and takes the place of none: the built-in one stands."""
    own = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.j2"))}
    texts = [path.read_bytes() for path in own.values() if path.is_file()]
    problems = []
    for name, path in own.items():
        if not path.is_file():
            told, hint = f"{quoted(name)} is not a file", "put the template itself there, or delete it"
        elif name in _names() or any(f'"{name}"'.encode() in text or f"'{name}'".encode() in text for text in texts):
            continue
        else:
            told = f"{quoted(name)} takes the place of no template, and no template has it for a part"
            # Without their endings, which all share, so that they tell nothing apart.
            near = did_you_mean(_stem(name), {_stem(one): one for one in _names()})
            hint = near or "TEMPLATES.md lists the names that there are"
        problems.append(warning(Location(path.as_posix()), Code.UNUSED_TEMPLATE, told, hint))
    return problems


@functools.cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.name for path in Path(__file__).with_name("templates").glob("*.j2")))


def _stem(name: str) -> str:
    return name.partition(".")[0]


def renderer(env: Environment, folder: Path) -> Callable[..., str]:
    """Give the function that renders a template by its name. It raises TemplateFault."""

    def render(name: str, /, **values: object) -> str:
        try:
            return env.get_template(name).render(**values).strip("\n")
        except TemplateSyntaxError as fault:
            raise TemplateFault(_problem(fault.filename or name, fault.lineno, fault.message or "")) from fault
        except (
            TemplateError,
            TemplateNotFound,
            ArithmeticError,
            LookupError,
            TypeError,
            ValueError,
            AttributeError,
            RecursionError,
        ) as fault:
            raise TemplateFault(_problem(*_where(fault, name, folder), _reason(fault))) from fault

    return render


def _reason(fault: Exception) -> str:
    return f"there is no template {quoted(fault)}" if isinstance(fault, TemplateNotFound) else str(fault)


def _problem(path: str, line: int, message: str) -> Problem:
    location = Location(Path(path).as_posix(), line)
    return error(location, Code.TEMPLATE, f"this template cannot be rendered: {message.rstrip('.')}", _HINT)


def _where(fault: BaseException, name: str, folder: Path) -> tuple[str, int]:
    """Find the innermost line of a template in the traceback, of the site's own where one is in it."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename.endswith(".j2")]
    own = [frame for frame in frames if Path(frame.filename).parent == folder]
    if own:
        return own[-1].filename, own[-1].lineno or 1
    if frames:
        return _BUILT_IN + Path(frames[-1].filename).name, frames[-1].lineno or 1
    return (folder / name).as_posix(), 1
