"""The commands.

Messages go to stderr and data to stdout. Exit codes: 0 done, 1 the content is at fault, 2 wrong usage.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from generator import __version__, build
from generator.content.codes import Code
from generator.content.json_schema import write_schemas
from generator.content.reference import reference
from generator.knowledge.names.explain import Explanation
from generator.knowledge.names.explain import explain as find_out_why
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.model import Catalogue, DateMention, Knowledge, Mention
from generator.problems import Problem, Severity, has_errors

_FOLDER = click.Path(file_okay=False, path_type=Path)
# Errors that keep a site from being built, but do not make what is said of the names wrong: an alias that two entries
# claim is left open where it stands.
_BESIDE_THE_NAMES = frozenset(
    {
        Code.SHARED_ALIAS,
        Code.FAULTY_DATE,
        Code.DATE_ORDER,
        Code.FAULTY_URL,
        Code.FAULTY_COORDINATES,
        Code.QUOTE_NOT_FOUND,
        Code.QUOTE_ACROSS,
        Code.QUOTE_AMBIGUOUS,
        Code.QUOTE_EMPTY,
        Code.QUOTE_CONTEXT,
        Code.QUOTE_HEADING,
    }
)
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


def _example(command: str) -> str:
    """Give the last lines of a command's help: an example on a line of its own."""
    return f"\b\nExample:\n  {command}"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="backgrounder")
def main() -> None:
    """Turn articles into a cross-linked backgrounder, in which every statement leads to its source.

    Run the commands in the site's folder, the one that holds content/ and mkdocs.yml.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")  # whatever the locale says: names come in any script


@main.command(epilog=_example("python -m generator generate --docs docs"))
@content_option
@click.option("--docs", type=_FOLDER, default="docs", show_default=True, help="The folder to write the pages into.")
@click.option(
    "--templates",
    type=_FOLDER,
    default="templates",
    show_default=True,
    help="The folder with the site's own page templates; it may be missing.",
)
def generate(content: Path, docs: Path, templates: Path) -> None:
    """Write the content as plain Markdown pages for MkDocs.

    Writes only what changed, removes only pages that it wrote itself, and never touches a page that a person wrote.
    Writes nothing where the content has an error.
    """
    try:
        done = build.generate(content, docs, templates)
    except OSError as fault:
        _give_up(f"the pages cannot be written: {fault}")
    _tell(done.problems)
    if done.written is None:
        _give_up(f"{_count(done.problems)}; nothing was written")
    written = done.written
    total = len(written.changed) + written.unchanged
    _say(
        f"{total} pages: {len(written.changed)} written, {len(written.removed)} removed, {written.unchanged} unchanged"
    )


@main.command(epilog=_example("python -m generator check --strict"))
@content_option
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
def check(content: Path, *, strict: bool) -> None:
    """Validate everything and write nothing: a line for each fault, and how to mend it."""
    understood = build.understand(content)
    _tell(understood.problems)
    if has_errors(understood.problems) or (strict and understood.problems):
        _give_up(_count(understood.problems))
    catalogue = understood.knowledge.catalogue
    articles, entries = len(catalogue.articles), len(catalogue.entities)
    _say(f"{_number(articles, 'article')} and {_number(entries, 'entry')}; {_count(understood.problems)}")


@main.command(epilog=_example("python -m generator mentions --article is-iran-losing-its-control"))
@content_option
@click.option("--article", metavar="SLUG", help="Only this article.")
def mentions(content: Path, article: str | None) -> None:
    """Print every name that the articles mention, as JSON Lines in reading order, with the rule that resolved it."""
    knowledge = _understand(content)
    for slug in _chosen(knowledge, article):
        for mention in knowledge.mentions[slug]:
            click.echo(json.dumps(_as_json(mention), ensure_ascii=False))


@main.command(epilog=_example("python -m generator explain is-iran-losing-its-control:33"))
@content_option
@click.argument("place", metavar="ARTICLE[:LINE]")
def explain(content: Path, place: str) -> None:
    """Tell of each name in an article, or in one line of it, whom it may mean, what decided, and how to change it."""
    slug, _, line = place.partition(":")
    if line and not line.isdigit():
        raise click.BadParameter(f'"{line}" is no number of a line', param_hint="ARTICLE[:LINE]")
    knowledge = _understand(content)
    _chosen(knowledge, slug)
    catalogue = knowledge.catalogue
    for one in find_out_why(catalogue, knowledge.prose[slug], compile_gazetteer(catalogue)):
        if not line or one.line == int(line):
            click.echo(_as_text(one, catalogue))


@main.command(epilog=_example("python -m generator dates --article is-iran-losing-its-control"))
@content_option
@click.option("--article", metavar="SLUG", help="Only this article.")
def dates(content: Path, article: str | None) -> None:
    """Print every date that the articles name, as JSON Lines in reading order, with its EDTF value.

    Relative dates are resolved against the article's date; what needs one is left out where it has none.
    """
    knowledge = _understand(content)
    for slug in _chosen(knowledge, article):
        for date in knowledge.dates[slug]:
            click.echo(json.dumps(_date_as_json(date), ensure_ascii=False))


@main.command(epilog=_example("python -m generator quotes --article is-iran-losing-its-control"))
@content_option
@click.option("--article", metavar="SLUG", help="Only this article.")
def quotes(content: Path, article: str | None) -> None:
    """Print every quotation in the articles, as JSON Lines in reading order, with the entity that speaks or null."""
    knowledge = _understand(content)
    for slug in _chosen(knowledge, article):
        for one in knowledge.quotations[slug]:
            line = {"article": one.owner, "start": one.start, "end": one.end, "speaker": one.speaker}
            click.echo(json.dumps(line, ensure_ascii=False))


@main.command(epilog=_example("python -m generator schema --write schemas"))
@click.option("--write", "folder", type=_FOLDER, default="schemas", show_default=True, help="The folder to write to.")
def schema(folder: Path) -> None:
    """Write the JSON Schemas by which an editor completes and checks entries while they are typed."""
    try:
        written = write_schemas(folder)
    except OSError as fault:
        _give_up(f"the schemas cannot be written: {fault}")
    for path in written:
        click.echo(path.as_posix())


@main.command(name="reference", epilog=_example("python -m generator reference > CONTENT.md"))
def print_reference() -> None:
    """Print the reference of the content format: every key, relation type and fault, as Markdown."""
    click.echo(reference(), nl=False)


def _as_text(one: Explanation, catalogue: Catalogue) -> str:
    """Show an explanation to a person: the name and its rule, the candidates, and what would change the outcome."""
    outcome = catalogue.entities[one.entity].name if one.entity else "not linked"
    lines = [f"{one.line}:{one.column}: {one.surface} -> {outcome} [{one.rule}]", f"    {' '.join(one.why.split())}"]
    lines += [f"    candidate: {who.entity} ({who.name}), by {who.claim.replace('_', ' ')}" for who in one.claimants]
    return "\n".join([*lines, f"    to change it, in the article's front matter: {one.remedy}", ""])


def _as_json(mention: Mention) -> dict[str, object]:
    return {
        "article": mention.owner,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "entity": mention.entity,
        "linked": mention.linked,
        "rule": mention.rule,
    }


def _date_as_json(date: DateMention) -> dict[str, object]:
    return {
        "article": date.owner,
        "start": date.start,
        "end": date.end,
        "surface": date.surface,
        "edtf": date.timespan.text,
    }


def _understand(content: Path) -> Knowledge:
    """Read the content for a command that prints what the articles name.

    Every fault is told; the command ends with 1 at those that may make its answer wrong.
    """
    understood = build.understand(content)
    _tell(understood.problems)
    if has_errors(problem for problem in understood.problems if problem.code not in _BESIDE_THE_NAMES):
        _give_up(_count(understood.problems))
    return understood.knowledge


def _chosen(knowledge: Knowledge, article: str | None) -> Iterable[str]:
    if article is None:
        return knowledge.catalogue.articles
    if article not in knowledge.catalogue.articles:
        known = ", ".join(knowledge.catalogue.articles) or "none"
        raise click.BadParameter(f'there is no article "{article}"; there are: {known}', param_hint="--article")
    return [article]


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        click.secho(str(problem), err=True, fg=colour if sys.stderr.isatty() else None)


def _count(problems: Iterable[Problem]) -> str:
    found = [problem.severity for problem in problems]
    return ", ".join(_number(found.count(severity), severity.value) for severity in Severity)


def _number(number: int, word: str) -> str:
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number} {word if number == 1 else plural}"


def _say(message: str) -> None:
    click.echo(message, err=True)


def _give_up(message: str) -> NoReturn:
    _say(message)
    raise SystemExit(1)
