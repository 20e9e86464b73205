"""The command `suggest`: what the articles name and the catalogue lacks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from generator import build
from generator.commands import bar
from generator.commands.common import check_article, content_option, count, example, give_up, number, say, slugs, tell
from generator.intake.editing import add_aliases
from generator.intake.ignored import IGNORED, add_ignored, read_ignored, without
from generator.intake.pipeline import NoPipeline, load_pipeline
from generator.intake.stubs import as_table, make_stubs
from generator.intake.writing import put_in_place
from generator.knowledge.suggestions.finder import find_suggestions
from generator.knowledge.suggestions.recognised import Recognised, Recogniser
from generator.model import Catalogue, Entity, Kind, Knowledge, Suggestion
from generator.problems import has_errors, quoted

_CHOICES: Final = {
    "a": "accept",
    "k": "change its kind",
    "m": "merge",
    "i": "ignore for good",
    "s": "skip",
    "q": "quit",
}
_QUESTION: Final = ", ".join(f"[{letter}] {meaning}" for letter, meaning in _CHOICES.items())


@click.command(epilog=example("python -m generator suggest --article is-iran-losing-its-control"))
@content_option
@click.option("--article", metavar="SLUG", shell_complete=slugs, help="Only what this article names.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of a table.")
@click.option("--write", is_flag=True, help="Make an entry to fill in of each, under the folder of its kind.")
@click.option("--interactive", is_flag=True, help="Ask about each: accept, change its kind, merge it, or ignore it.")
@click.option("--spacy", "pipeline", metavar="PIPELINE", help="Also read with this spaCy pipeline: en_core_web_sm.")
def suggest(content: Path, article: str | None, pipeline: str | None, **form: bool) -> None:
    """Print who and what the articles name and the catalogue lacks: kind, names, count and the first sentence.

    A question mark after a kind says that nothing in the article speaks for it. Faults in the content are told, and
    do not keep the rest from being read.
    """
    if sum(form.values()) > 1:
        msg = "--json, --write and --interactive exclude each other"
        raise click.UsageError(msg)
    recogniser = _recogniser(pipeline) if pipeline else None
    knowledge = _read(content, article)
    found = _suggestions(content, knowledge, article, recogniser)
    try:
        if form["interactive"]:
            _walk(content, knowledge, found)
        elif form["write"]:
            _write(content, knowledge, found)
        else:
            _print(found, as_json=form["as_json"])
    except OSError as fault:
        give_up(f"{fault.filename} cannot be written: {fault.strerror}")


def _recogniser(pipeline: str) -> Recogniser:
    try:
        find = load_pipeline(pipeline)
    except NoPipeline as fault:
        raise click.BadParameter(str(fault), param_hint="--spacy") from None
    return lambda text: (Recognised(*one) for one in find(text))


def _read(content: Path, article: str | None) -> Knowledge:
    understood = build.understand(content)
    if has_errors(understood.problems):
        tell(understood.problems)
        say(f"{count(understood.problems)}; what could be read was searched")
    if article is not None:
        check_article(article, understood.knowledge.prose)
    return understood.knowledge


def _suggestions(
    content: Path, knowledge: Knowledge, article: str | None, recogniser: Recogniser | None
) -> Sequence[Suggestion]:
    prose = {slug: text for slug, text in knowledge.prose.items() if article in {None, slug}}
    found = find_suggestions(knowledge.catalogue, prose, knowledge.mentions, knowledge.dates, recogniser)
    try:
        return without(found, read_ignored(content))
    except (OSError, UnicodeDecodeError) as fault:
        give_up(f"the names to ignore cannot be read: {fault}")


def _print(found: Sequence[Suggestion], *, as_json: bool) -> None:
    for one in found:
        click.echo(json.dumps(_as_json(one), ensure_ascii=False) if as_json else as_table([one]))
    if not found:
        say("nothing: the catalogue has all that the articles name")


def _as_json(one: Suggestion) -> dict[str, object]:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "aliases": list(one.aliases),
        "count": one.count,
        "article": one.article,
        "context": one.context,
        "date": one.date or None,
    }


def _write(content: Path, knowledge: Knowledge, found: Sequence[Suggestion]) -> None:
    """Write a stub for each. A file that stands there is never written over: an id that is taken gets a number."""
    used = {path.stem for path in content.rglob("*.yml")}
    for stub in make_stubs(found, knowledge.catalogue, knowledge.prose, used):
        path = content / stub.path
        path.parent.mkdir(exist_ok=True)
        put_in_place(path, stub.text.encode())
        click.echo(path.as_posix())
    say(f"{number(len(found), 'entry')} written; `python -m generator check` reads them")


# ------------------------------------------------------------------------------------------------- one after the other


def _walk(content: Path, knowledge: Knowledge, found: Sequence[Suggestion]) -> None:
    """Ask about each suggestion, and carry out each answer at once, so that leaving loses nothing."""
    for place, one in enumerate(found, start=1):
        click.echo(f"\n{place} of {len(found)}")
        if not _decide(content, knowledge, one):
            return


def _decide(content: Path, knowledge: Knowledge, one: Suggestion) -> bool:
    """Show a suggestion and carry out what the editor answers; False to leave."""
    click.echo(as_table([one]))
    answer = click.prompt(_QUESTION, type=click.Choice(list(_CHOICES)), show_choices=False, default="s")
    if answer == "k":
        kind = click.prompt("its kind", type=click.Choice([kind.value for kind in Kind]), default=one.kind.value)
        type_ = one.type if kind == one.kind else ""
        return _decide(content, knowledge, replace(one, kind=Kind(kind), type=type_, sure=True))
    if answer == "a":
        _write(content, replace(knowledge, catalogue=_catalogue(content)), [one])
    elif answer == "i":
        add_ignored(content, one.name)
        say(f"{quoted(one.name)} is noted in {(content / IGNORED).as_posix()}: take the line out to have it back")
    elif answer == "m":
        _merge(content, _catalogue(content), one)
    return bool(answer != "q")


def _catalogue(content: Path) -> Catalogue:
    """Read the catalogue as it stands after the answers so far."""
    with bar.watched():
        return build.understand(content).knowledge.catalogue


def _merge(content: Path, catalogue: Catalogue, one: Suggestion) -> None:
    """Add the names of a suggestion to the entry that the editor names."""
    entity = _entry(catalogue)
    path = content / entity.kind / f"{entity.id}.yml"
    written = path.read_bytes().decode("utf-8")
    try:
        changed = add_aliases(written, [one.name, *one.aliases])
    except ValueError as fault:
        say(f"{path.as_posix()}: {fault}; nothing was changed")
        return
    put_in_place(path, changed.encode())
    click.echo(path.as_posix())


def _entry(catalogue: Catalogue) -> Entity:
    while True:
        name = click.prompt("into which entry (its id)")
        if name in catalogue.entities:
            return catalogue.entities[name]
        say(f'there is no entry "{name}"')
