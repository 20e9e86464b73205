"""The command that hands on what the site knows: `export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import build
from generator.commands.common import content_option, count, example, give_up, tell
from generator.export.as_json import write_schema
from generator.export.compiling import compile_record
from generator.export.formats import BASE, FORMATS
from generator.problems import has_errors
from generator.site.social import home_words

_SCHEMA = "json-schema"


def _address(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """Give the beginning of all addresses: as in the site's own downloads, or absolute ones."""
    if value is None:
        return BASE
    if not value.startswith(("https://", "http://")):
        raise click.BadParameter(f'"{value}" is no address of the web: it begins with https:// or http://')
    return value if value.endswith("/") else f"{value}/"


@click.command(epilog=example("python -m generator export --format graphml > network.graphml"))
@content_option
@click.option("--format", "name", type=click.Choice([*FORMATS, _SCHEMA]), required=True, help="The form to print.")
@click.option(
    "--base",
    metavar="URL",
    callback=_address,
    help="Where the site stands; without it, addresses count from the site's folder of downloads.",
)
def export(content: Path, name: str, base: str) -> None:
    """Print what the site knows in the form that another tool reads, as the site's page of data offers it.

    csv, kumu, obsidian and archive are ZIP files, the others text. json-schema describes what json prints.
    """
    if name == _SCHEMA:
        _print(write_schema())
        return
    understood = build.understand(content)
    tell(understood.problems)
    if has_errors(understood.problems):
        give_up(count(understood.problems))
    record = compile_record(understood.knowledge, *home_words(understood.knowledge))
    _print(FORMATS[name].write(record, base))


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
