"""The program as its user calls it: `python -m generator COMMAND`."""

from __future__ import annotations

import io
import sys

import click

from generator import __version__, progress
from generator.commands import bar
from generator.commands.articles import dates, explain, mentions, quotes
from generator.commands.changes import changes
from generator.commands.completion import completion
from generator.commands.export import export
from generator.commands.intake import import_article, init
from generator.commands.papers import print_reference, schema
from generator.commands.sharing import join, shard
from generator.commands.site import check, generate
from generator.commands.suggest import suggest
from generator.commands.tending import audit, plan


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="backgrounder")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn articles into a cross-linked backgrounder, in which every statement leads to its source.

    Run the commands in the site's folder, the one that holds content/ and mkdocs.yml.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")  # whatever the locale says: names come in any script
    if bar.is_wanted():
        context.with_resource(progress.shown(bar.Bar()))


COMMANDS = (
    init,
    import_article,
    suggest,
    check,
    generate,
    mentions,
    explain,
    dates,
    quotes,
    audit,
    plan,
    changes,
    export,
    shard,
    join,
    schema,
    print_reference,
    completion,
)
for command in COMMANDS:
    main.add_command(command)
