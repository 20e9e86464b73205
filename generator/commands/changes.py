"""The command that tells what changed in substance: `changes`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from generator import build, timespan
from generator.commands.common import content_option, escaped, example, give_up, number, say
from generator.commands.reading import understood
from generator.intake.history_file import Recorded, record_release
from generator.intake.revision import NoRevision, content_at
from generator.knowledge.changes import what_changed
from generator.model import Change, Knowledge


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        try:
            given = timespan.parse(value)
        except ValueError as fault:
            raise click.BadParameter(str(fault)) from None
        if not given.is_day:
            raise click.BadParameter(f'"{value}" is not a day: write it as 2024-01-28')
    return value


@click.command(epilog=example("python -m generator changes --against v1.0 --record 2024-03-05"))
@content_option
@click.option(
    "--against",
    default="HEAD",
    show_default=True,
    metavar="REVISION",
    help="What to compare with: a revision of git, or the content folder of an earlier release.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
@click.option("--markdown", is_flag=True, help="Print Markdown, for the notes of a release.")
@click.option(
    "--record",
    metavar="DATE",
    callback=_day,
    help="Also add it to content/changes.yml as the release of that day; the site and its feed show it.",
)
def changes(content: Path, against: str, record: str | None, *, as_json: bool, markdown: bool) -> None:
    """Print what changed in substance since an earlier release.

    Told are entries, names, ties, statements, quotes, dates and articles that came, went or were corrected.
    """
    found = what_changed(_earlier(content, against), understood(content))
    if as_json:
        for one in found:
            click.echo(json.dumps(_as_json(one), ensure_ascii=False))
    elif found:
        click.echo(_as_markdown(found) if markdown else "\n".join(f"{one.what}: {one.text}" for one in found))
    say(number(len(found), "change") if found else "nothing changed in substance")
    if record:
        _keep(content, record, found)


def _earlier(content: Path, against: str) -> Knowledge:
    folder = Path(against)
    if folder.is_dir() and folder.resolve() != content.resolve():
        return build.understand(folder).knowledge
    try:
        with content_at(content, against) as former:
            return build.understand(former).knowledge
    except NoRevision as fault:
        raise click.BadParameter(str(fault), param_hint="--against") from None


def _as_json(one: Change) -> dict[str, str]:
    return {"what": one.what, "entry": one.entry, "article": one.article, "text": one.text}


def _as_markdown(found: Sequence[Change]) -> str:
    """Show the changes as lists under the kind of change; what Markdown would read is escaped."""
    parts = []
    for what, group in groupby(found, key=lambda one: one.what):
        parts += [f"### {what.replace('-', ' ').capitalize()}", ""]
        parts += [*(f"- {escaped(one.text)}" for one in group), ""]
    return "\n".join(parts).rstrip()


def _keep(content: Path, day: str, found: Sequence[Change]) -> None:
    if not found:
        give_up("nothing was recorded")
    path = content / "changes.yml"
    try:
        done = record_release(path, day, found)
    except OSError as fault:
        give_up(f"{path.as_posix()} cannot be written: {fault}")
    if done is not Recorded.ADDED:
        give_up(f"{path.as_posix()}: {done.value}; nothing was written")
    say(f"recorded in {path.as_posix()} as the release of {day}")
