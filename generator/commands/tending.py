"""The commands by which an editor tends the catalogue: `audit` and `plan`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from generator import build
from generator.codes import Advice
from generator.commands.common import content_option, escaped, example, number, say
from generator.commands.reading import understood
from generator.intake.revision import NoRevision, content_at
from generator.knowledge.plan import LinkChange, compare
from generator.problems import Problem

_FIRST = 5  # lines of a kind, so that what is to be done next fits the first screen
_ADVICE = click.Choice([code.value for code in Advice])


@click.command(epilog=example("python -m generator audit --fail-on grave-claim"))
@content_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
@click.option(
    "--only", type=_ADVICE, multiple=True, metavar="CODE", help="Only this code of CONTENT.md; may be repeated."
)
@click.option("--all", "all_lines", is_flag=True, help="Print every line of each kind, not only the first.")
@click.option("--fail-on", type=_ADVICE, multiple=True, metavar="CODE", help="End with 1 if there is one.")
def audit(content: Path, only: tuple[str, ...], fail_on: tuple[str, ...], *, as_json: bool, all_lines: bool) -> None:
    """Print what an editor should do next, the most useful first: by kind, how to do it, and a line for each place.

    Of a kind of which there are many the first lines stand there; JSON always has all.
    """
    found = build.advise(understood(content))
    counts = Counter(one.code for one in found)
    shown = [one for one in found if not only or one.code in only]
    if as_json:
        click.echo("".join(f"{json.dumps(_as_json(one), ensure_ascii=False)}\n" for one in shown), nl=False)
    else:
        kinds = groupby(shown, key=lambda one: Advice(one.code))
        most = None if only or all_lines else _FIRST
        click.echo("\n\n".join(_of_kind(code, list(own), most) for code, own in kinds), nl=bool(shown))
    say(", ".join(f"{counts[code]} {code}" for code in Advice if counts[code]) or "nothing to do")
    if any(counts[Advice(code)] for code in fail_on):
        raise SystemExit(1)


def _of_kind(code: Advice, found: Sequence[Problem], most: int | None) -> str:
    """Write a kind: what it is and how many, how to mend it, and a line for each or for the first of them."""
    head = f"{click.style(f'{code.heading} ({len(found)})', bold=True)} [{code}]\n{code.remedy}"
    first = found if most is None or len(found) <= most + 1 else found[:most]
    lines = [f"  {one.location.path}:{one.location.line}:{one.location.column}: {one.message}" for one in first]
    if len(first) < len(found):
        lines.append(f"  … and {len(found) - len(first)} more: audit --only {code}")
    return "\n".join([head, *lines])


def _as_json(one: Problem) -> dict[str, object]:
    place = one.location
    return {
        "code": one.code,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": one.message,
        "hint": one.hint,
    }


@click.command(epilog=example("python -m generator plan --against main --markdown"))
@content_option
@click.option("--against", default="HEAD", show_default=True, metavar="REVISION", help="A revision of git.")
@click.option("--markdown", is_flag=True, help="Print Markdown, for the comment of a pull request.")
def plan(content: Path, against: str, *, markdown: bool) -> None:
    """Print which links the content as it stands adds, removes or leads elsewhere, compared with a revision of git."""
    try:
        with content_at(content, against) as former:
            before, stood_in = build.understand(former).knowledge, former.as_posix()
    except NoRevision as fault:
        raise click.BadParameter(str(fault), param_hint="--against") from None
    changes = [_as_if_here(change, stood_in, content) for change in compare(before, understood(content))]
    click.echo(_as_markdown(changes, against) if markdown else "\n".join(map(_as_text, changes)), nl=bool(changes))
    say(_summary(changes))


def _as_if_here(change: LinkChange, former: str, content: Path) -> LinkChange:
    """Give the place of what is gone in the content folder, not in the copy of the revision."""
    path = change.place.path.replace(former, content.as_posix(), 1)
    return change._replace(place=replace(change.place, path=path))


def _as_text(change: LinkChange) -> str:
    place = f"{change.place.path}:{change.place.line}:{change.place.column}"
    return f'{place}: "{change.words}" {_said(change)}'


def _said(change: LinkChange) -> str:
    if change.before is None:
        return f"will link to {change.after}"
    if change.after is None:
        return f"will no longer link to {change.before}"
    return f"will link to {change.after} instead of {change.before}"


def _as_markdown(changes: Sequence[LinkChange], against: str) -> str:
    """Show the changes as a table; what Markdown would read is escaped in the words of the article."""
    head = f"**Links compared with `{against}`:** {_summary(changes)}\n"
    rows = [
        f"| `{change.place.path}:{change.place.line}` | {escaped(change.words)} "
        f"| {_cell(change.before)} | {_cell(change.after)} |"
        for change in changes
    ]
    table = ["| Where | Words | Before | After |", "|---|---|---|---|", *rows] if rows else []
    return "\n".join([head, *table])


def _cell(entity: str | None) -> str:
    return f"`{entity}`" if entity else "no link"


def _summary(changes: Iterable[LinkChange]) -> str:
    kinds = Counter(
        "added" if one.before is None else "removed" if one.after is None else "led elsewhere" for one in changes
    )
    told = ", ".join(
        f"{number(kinds[kind], 'link')} {kind}" for kind in ("added", "removed", "led elsewhere") if kinds[kind]
    )
    return told or "no link changes"
