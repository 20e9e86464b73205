"""The program as its user calls it: `python -m generator COMMAND`."""

from __future__ import annotations

import io
import sys

import click

from generator import __version__
from generator.commands import bar
from generator.commands.group import Commands

# Where each command is: `generate` need not wait for what only `import` or `suggest` loads.
COMMANDS = {
    "init": ("intake", "init"),
    "import": ("intake", "import_article"),
    "suggest": ("suggest", "suggest"),
    "check": ("site", "check"),
    "generate": ("site", "generate"),
    "mentions": ("articles", "mentions"),
    "explain": ("articles", "explain"),
    "dates": ("articles", "dates"),
    "quotes": ("articles", "quotes"),
    "audit": ("tending", "audit"),
    "plan": ("tending", "plan"),
    "changes": ("changes", "changes"),
    "export": ("export", "export"),
    "shard": ("sharing", "shard"),
    "join": ("sharing", "join"),
    "schema": ("papers", "schema"),
    "reference": ("papers", "print_reference"),
    "completion": ("completion", "completion"),
}


@click.group(
    cls=Commands,
    places=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="backgrounder")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn articles into a cross-linked backgrounder, in which every statement leads to its source.

    Run the commands in the site's folder, the one that holds content/ and mkdocs.yml.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")  # whatever the locale says: names come in any script
    if not bar.has_colours():
        context.color = False
    context.with_resource(bar.watched())
