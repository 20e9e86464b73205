"""What the commands share: their options, and how they tell what is wrong.

Messages go to stderr and data to stdout. Exit codes: 0 done, 1 the content is at fault, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.problems import Problem, Severity

FOLDER = click.Path(file_okay=False, path_type=Path)
_EXISTING_FOLDER = click.Path(file_okay=False, exists=True, path_type=Path)


def content_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--content DIR`, which every command takes."""
    return click.option(
        "--content",
        type=_EXISTING_FOLDER,
        default="content",
        show_default=True,
        help="The folder with the articles and the catalogue.",
    )(command)


def slugs(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Give the names of the articles that begin as what is typed, to a shell that completes them."""
    folder = Path(context.params.get("content") or "content") / "articles"
    return sorted(path.stem for path in folder.glob("*.md") if path.stem.startswith(incomplete))


def check_article(slug: str, known: Iterable[str], asked_by: str = "--article") -> None:
    """Raise click.BadParameter, which names the articles that there are, where `slug` is none of them."""
    listed = list(known)
    if slug not in listed:
        there = ", ".join(listed) or "none"
        raise click.BadParameter(f'there is no article "{slug}"; there are: {there}', param_hint=asked_by)


def example(command: str) -> str:
    """Give the last lines of a command's help: an example on a line of its own."""
    return f"\b\nExample:\n  {command}"


def tell(problems: Iterable[Problem]) -> None:
    """Print problems, a line each and how to mend it, in colour where a terminal shows it."""
    for problem in problems:
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        click.secho(str(problem), err=True, fg=colour if sys.stderr.isatty() else None)


def count(problems: Iterable[Problem]) -> str:
    """Say how many problems there are of each severity: `1 error, 0 warnings`."""
    found = [problem.severity for problem in problems]
    return ", ".join(number(found.count(severity), severity.value) for severity in (Severity.ERROR, Severity.WARNING))


def number(how_many: int, word: str) -> str:
    """Say a number of things: `1 entry`, `2 entries`."""
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{how_many} {word if how_many == 1 else plural}"


def say(message: str) -> None:
    """Print a message to a person."""
    click.echo(message, err=True)


def give_up(message: str) -> NoReturn:
    """Say why, and end with 1: the content is at fault."""
    say(message)
    raise SystemExit(1)


def escaped(words: str) -> str:
    """Write words in Markdown as they are."""
    return "".join(f"\\{one}" if one in "\\`*_[]<>|#~" else one for one in words)
