"""The commands that make a site: `generate` and `check`."""

from __future__ import annotations

from pathlib import Path

import click

from generator import build
from generator.codes import Code
from generator.commands.common import FOLDER, content_option, count, example, give_up, number, say, tell
from generator.memory import Memory
from generator.model import Location
from generator.problems import Problem, error, has_errors
from generator.site.data_files import FOLDER as DATA
from generator.site.output import Written
from generator.stored import Stored

_templates_option = click.option(
    "--templates",
    type=FOLDER,
    default="templates",
    show_default=True,
    help="The folder with the site's own page templates; it may be missing.",
)
_GENERATE = "run `python -m generator generate`, and commit the page if the site keeps its pages"


@click.command(epilog=example("python -m generator generate --docs docs"))
@content_option
@click.option("--docs", type=FOLDER, default="docs", show_default=True, help="The folder to write the pages into.")
@_templates_option
@click.option("--images", is_flag=True, help="Also draw the images that show pages where they are shared.")
@click.option(
    "--cache",
    type=FOLDER,
    default=".cache",
    show_default=True,
    help="The folder in which to keep what this run found, so that the next one makes anew only what changed.",
)
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next run.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail where a page is not what it should be.")
def generate(  # noqa: PLR0913 - an option each
    content: Path, docs: Path, templates: Path, cache: Path, *, images: bool, no_cache: bool, only_check: bool
) -> None:
    """Write the content as plain Markdown pages for MkDocs.

    Writes only what changed, removes only pages that it wrote itself, and never touches a page that a person wrote.
    Writes nothing where the content has an error.

    Until that is known, what is to be written waits in files without a name in the system's temporary folder, which
    needs room for all pages and downloads; the variable TMPDIR of the environment names another folder for them.
    """
    stored = Stored(cache, content, docs, templates)
    memory = Memory() if no_cache else stored.load()
    memory.is_last = True
    done = build.generate(content, docs, templates, images=images, write=not only_check, memory=memory)
    if not (no_cache or only_check):
        stored.save(memory)
    for line in stored.told:
        say(line)
    tell(done.problems)
    if done.written is None:
        give_up(f"{count(done.problems)}; nothing was written")
    parts = (("pages", docs, done.written), ("images", docs, done.images), ("downloads", docs / DATA, done.data))
    if only_check:
        _compare([(folder, written) for _, folder, written in parts if written])
    if has_errors(done.problems):
        give_up(f"{count(done.problems)}; not all was written")
    for things, _, written in parts:
        if written:
            say(_what_was_done(written, things))


def _compare(parts: list[tuple[Path, Written]]) -> None:
    """Tell of each file that is not what the content gives, and fail if there is one."""
    outdated = [_outdated(folder / path) for folder, part in parts for path in part.changed]
    outdated += [_unwanted(folder / path) for folder, part in parts for path in part.removed]
    tell(sorted(outdated))
    if outdated:
        give_up(f"{number(len(outdated), 'page')} not as the content gives; nothing was written")


def _outdated(path: Path) -> Problem:
    what = "is not what the content gives" if path.exists() else "is missing"
    return error(Location(path.as_posix()), Code.OUTDATED_PAGE, f"the page {what}", _GENERATE)


def _unwanted(path: Path) -> Problem:
    return error(Location(path.as_posix()), Code.OUTDATED_PAGE, "the content gives no such page any more", _GENERATE)


def _what_was_done(written: Written, things: str) -> str:
    total = len(written.changed) + written.unchanged
    changes = f"{len(written.changed)} written, {len(written.removed)} removed, {written.unchanged} unchanged"
    return f"{total} {things}: {changes}"


@click.command(epilog=example("python -m generator check --strict"))
@content_option
@_templates_option
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
def check(content: Path, templates: Path, *, strict: bool) -> None:
    """Validate everything and write nothing: a line for each fault, and how to mend it."""
    rendered = build.render(content, templates, Path("docs"))
    tell(rendered.problems)
    if has_errors(rendered.problems) or (strict and rendered.problems):
        give_up(count(rendered.problems))
    catalogue = rendered.knowledge.catalogue
    articles, entries = len(catalogue.articles), len(catalogue.entities)
    say(f"{number(articles, 'article')} and {number(entries, 'entry')}; {count(rendered.problems)}")
