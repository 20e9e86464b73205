"""The commands that print what was found in the articles: `mentions`, `explain`, `dates` and `quotes`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from generator import build
from generator.codes import Code
from generator.commands.common import check_article, content_option, count, example, give_up, slugs, tell
from generator.knowledge.names.explain import Explanation
from generator.knowledge.names.explain import explain as find_out_why
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.model import Catalogue, DateMention, Knowledge, Mention
from generator.problems import has_errors

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


@click.command(epilog=example("python -m generator mentions --article is-iran-losing-its-control"))
@content_option
@click.option("--article", metavar="SLUG", shell_complete=slugs, help="Only this article.")
def mentions(content: Path, article: str | None) -> None:
    """Print every name that the articles mention, as JSON Lines in reading order, with the rule that resolved it."""
    knowledge = _understand(content)
    for slug in _chosen(knowledge, article):
        for mention in knowledge.mentions[slug]:
            click.echo(json.dumps(_as_json(mention), ensure_ascii=False))


@click.command(epilog=example("python -m generator explain is-iran-losing-its-control:33"))
@content_option
@click.argument("place", metavar="ARTICLE[:LINE]", shell_complete=slugs)
def explain(content: Path, place: str) -> None:
    """Tell of each name in an article, or in one line of it, whom it may mean, what decided, and how to change it."""
    slug, _, line = place.partition(":")
    if line and not line.isdigit():
        raise click.BadParameter(f'"{line}" is no number of a line', param_hint="ARTICLE[:LINE]")
    knowledge = _understand(content)
    _chosen(knowledge, slug, "ARTICLE[:LINE]")
    catalogue = knowledge.catalogue
    for one in find_out_why(catalogue, knowledge.prose[slug], compile_gazetteer(catalogue)):
        if not line or one.line == int(line):
            click.echo(_as_text(one, catalogue))


@click.command(epilog=example("python -m generator dates --article is-iran-losing-its-control"))
@content_option
@click.option("--article", metavar="SLUG", shell_complete=slugs, help="Only this article.")
def dates(content: Path, article: str | None) -> None:
    """Print every date that the articles name, as JSON Lines in reading order, with its EDTF value.

    Relative dates are resolved against the article's date; what needs one is left out where it has none.
    """
    knowledge = _understand(content)
    for slug in _chosen(knowledge, article):
        for date in knowledge.dates[slug]:
            click.echo(json.dumps(_date_as_json(date), ensure_ascii=False))


@click.command(epilog=example("python -m generator quotes --article is-iran-losing-its-control"))
@content_option
@click.option("--article", metavar="SLUG", shell_complete=slugs, help="Only this article.")
def quotes(content: Path, article: str | None) -> None:
    """Print every quotation in the articles, as JSON Lines in reading order, with the entity that speaks or null."""
    knowledge = _understand(content)
    for slug in _chosen(knowledge, article):
        for one in knowledge.quotations[slug]:
            line = {"article": one.owner, "start": one.start, "end": one.end, "speaker": one.speaker}
            click.echo(json.dumps(line, ensure_ascii=False))


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
    tell(understood.problems)
    if has_errors(problem for problem in understood.problems if problem.code not in _BESIDE_THE_NAMES):
        give_up(count(understood.problems))
    return understood.knowledge


def _chosen(knowledge: Knowledge, article: str | None, asked_by: str = "--article") -> Iterable[str]:
    if article is None:
        return knowledge.catalogue.articles
    check_article(article, knowledge.catalogue.articles, asked_by)
    return [article]
