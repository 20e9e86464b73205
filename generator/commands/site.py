"""The commands that make a site: `generate` and `check`."""

from __future__ import annotations

from pathlib import Path

import click

from generator import build
from generator.commands.common import FOLDER, content_option, count, example, give_up, number, say, tell
from generator.problems import has_errors
from generator.site.output import Written

_templates_option = click.option(
    "--templates",
    type=FOLDER,
    default="templates",
    show_default=True,
    help="The folder with the site's own page templates; it may be missing.",
)


@click.command(epilog=example("python -m generator generate --docs docs"))
@content_option
@click.option("--docs", type=FOLDER, default="docs", show_default=True, help="The folder to write the pages into.")
@_templates_option
@click.option("--images", is_flag=True, help="Also draw the images that show pages where they are shared.")
def generate(content: Path, docs: Path, templates: Path, *, images: bool) -> None:
    """Write the content as plain Markdown pages for MkDocs.

    Writes only what changed, removes only pages that it wrote itself, and never touches a page that a person wrote.
    Writes nothing where the content has an error.
    """
    try:
        done = build.generate(content, docs, templates, images=images)
    except OSError as fault:
        give_up(f"the pages cannot be written: {fault}")
    tell(done.problems)
    if done.written is None:
        give_up(f"{count(done.problems)}; nothing was written")
    written = done.written
    say(_what_was_done(written, "pages"))
    if done.images:
        say(_what_was_done(done.images, "images"))
    if done.data:
        say(_what_was_done(done.data, "downloads"))


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
