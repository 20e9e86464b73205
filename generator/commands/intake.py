"""The commands that take in: `import` and `init`."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.commands.common import FOLDER, example, give_up, number, say, tell
from generator.intake.draft import Dropped
from generator.intake.importing import Result, import_file
from generator.intake.new_site import in_the_way, new_site, write_site
from generator.intake.writing import Target, clashes, write_all
from generator.model.sources import LONGEST_ID, is_id


@click.command(name="import", epilog=example("python -m generator import pasted.txt --slug a-ceasefire-nobody-signed"))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--content",
    type=FOLDER,
    default="content",
    show_default=True,
    help="The folder with the articles and the catalogue; it is made if need be.",
)
@click.option("--slug", default="", help="The article's name; without it, that of the file, or its title.")
@click.option(
    "--keep",
    metavar="LINE",
    multiple=True,
    help="Keep a line that would be dropped: its number as printed, or its words. May be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON, a line a FILE, and write nothing.")
@click.option("--force", is_flag=True, help="Replace an article of that name; the old one is kept beside it.")
def import_article(  # noqa: PLR0913 - one for each option
    *, files: tuple[Path, ...], content: Path, slug: str, keep: tuple[str, ...], as_json: bool, force: bool
) -> None:
    """Make an article of pasted text, Markdown, a saved web page or a Word document.

    Title, standfirst, authors and date become its front matter; menus, boxes and other residue of the page are dropped,
    and each dropped line is printed with its number. No word of the article itself is changed.
    """
    _check_usage(files, slug, keep)
    results = [import_file(path, slug, keep) for path in files]
    problems = [result.problem for result in results if result.problem]
    _check_kept(results)
    targets = [_target(result, content) for result in results if result.imported]
    if not as_json:
        problems += clashes(targets, force=force)
    if problems:
        tell(problems)
        give_up(f"{number(len(problems), 'error')}; nothing was written")
    for result in results:
        _tell_dropped(result, several=len(results) > 1)
    if as_json:
        for result in results:
            click.echo(json.dumps(_as_json(result), ensure_ascii=False))
        return
    _write(targets, results)


@click.command(epilog=example("python -m generator init my-site"))
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: Path) -> None:
    """Make a new site that builds: configuration, look, an example to replace, and a workflow that publishes it.

    Asks nothing, and never writes over a file. The folder holds all that the site needs, this program included.
    """
    try:
        files = new_site()
        problems = in_the_way(files, folder)
        if not problems:
            write_site(files, folder)
    except OSError as fault:
        give_up(f"the site cannot be made: {fault}")
    if problems:
        tell(problems)
        give_up(f"{number(len(problems), 'error')}; nothing was written")
    say(
        f"{folder.as_posix()}: {number(len(files), 'file')} written; its README.md tells how to go on. To see the site:"
    )
    click.echo(f"cd {shlex.quote(str(folder))}\n{shlex.quote(sys.executable)} -m mkdocs serve --dirty")


def _check_usage(files: Sequence[Path], slug: str, keep: Sequence[str]) -> None:
    if slug and not is_id(slug):
        reason = f"at most {LONGEST_ID} lower-case letters a to z, digits and single hyphens make one, but not index"
        raise click.BadParameter(f'"{slug}" is no slug: {reason}', param_hint="--slug")
    if len(files) > 1 and (slug or keep):
        raise click.UsageError("--slug and --keep are about one article: name one FILE")


def _check_kept(results: Iterable[Result]) -> None:
    for result in results:
        if result.unknown and result.imported:
            lines = ", ".join(f'"{line}"' for line in result.unknown)
            there = "none was" if not result.imported.dropped else "see what is listed without --keep"
            raise click.BadParameter(f"{lines} is no line that was dropped ({there})", param_hint="--keep")


def _target(result: Result, content: Path) -> Target:
    return Target(content / "articles" / f"{result.slug}.md", result.text, result.path.as_posix())


def _as_json(result: Result) -> dict[str, object]:
    if result.imported is None:
        raise ValueError("a file without an article has no JSON")
    known = result.imported.metadata
    return {
        "title": known.title,
        "description": known.description,
        "authors": list(known.authors),
        "date": known.date,
        "body": result.imported.body,
        "dropped": [line.text for line in result.imported.dropped],
    }


def _tell_dropped(result: Result, *, several: bool) -> None:
    """Print each line that was dropped, with its number and why."""
    if result.imported is None:
        return
    place = f"{result.path.as_posix()}: " if several else ""
    for line in result.imported.dropped:
        number_of_line = f"{line.number} " if line.number else ""
        say(f"{place}dropped {number_of_line}({line.reason}): {_on_one_line(line)}")


def _on_one_line(line: Dropped) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in line.text).split())


def _write(targets: Sequence[Target], results: Sequence[Result]) -> None:
    try:
        kept = write_all(targets)
    except OSError as fault:
        give_up(f"the article cannot be written: {fault}")
    for path in kept:
        say(f"the old article is kept as {path.as_posix()}")
    for target, result in zip(targets, results, strict=True):
        say(_summary(target, result))


def _summary(target: Target, result: Result) -> str:
    """Say what was written, what was found, and what to look at."""
    if result.imported is None:
        return ""
    known = result.imported.metadata
    missing = [name for name in ("description", "authors", "date") if not getattr(known, name)]
    found = f'"{known.title}"' + (f" by {', '.join(known.authors)}" if known.authors else "")
    found += f", {known.date}" if known.date else ""
    dropped = len(result.imported.dropped)
    count = f"{number(dropped, 'line')} {'was' if dropped == 1 else 'were'} dropped"
    remedy = "; --keep LINE (its number, or its words) takes one back" if dropped else ""
    lines = [f"{target.path.as_posix()}: {found}", count + remedy]
    if missing:
        lines.append(f"not found, to be filled in by you: {', '.join(missing)}")
    return "\n".join(lines)
