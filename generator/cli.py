"""The program as its user calls it: `python -m generator COMMAND`."""

from __future__ import annotations

import importlib
import io
import sys

import click

from generator import __version__, progress
from generator.commands import bar

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


def of_program(root: click.Context) -> list[tuple[str, click.Command]]:
    """Give all commands with their names, in the order in which they are used."""
    return [(name, command) for name in COMMANDS if (command := main.get_command(root, name))]


class _Commands(click.Group):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Give their names, in the order in which help has them."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """Load a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"generator.commands.{module}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
