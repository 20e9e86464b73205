"""The commands that print the reference of the format: `schema` and `reference`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from generator.commands.common import FOLDER, example, give_up
from generator.commands.group import Commands
from generator.content.json_schema import write_schemas
from generator.content.reference import reference
from generator.intake.new_site import frame
from generator.markdown_table import markdown_table
from generator.site.template_reference import template_reference


@click.command(epilog=example("python -m generator schema --write schemas"))
@click.option("--write", "folder", type=FOLDER, default="schemas", show_default=True, help="The folder to write to.")
def schema(folder: Path) -> None:
    """Write the JSON Schemas by which an editor completes and checks entries while they are typed."""
    try:
        written = write_schemas(folder)
    except OSError as fault:
        give_up(f"the schemas cannot be written: {fault}")
    for path in written:
        click.echo(path.as_posix())


@click.command(name="reference", epilog=example("python -m generator reference > CONTENT.md"))
@click.option("--commands", is_flag=True, help="Print that of the commands and their options instead.")
@click.option("--templates", is_flag=True, help="Print that of the templates and what they are given instead.")
@click.pass_context
def print_reference(context: click.Context, *, commands: bool, templates: bool) -> None:
    """Print the reference of the content format: every key, relation type and fault, as Markdown."""
    if commands and templates:
        msg = "--commands and --templates exclude each other"
        raise click.UsageError(msg)
    if commands:
        text = _of_commands(cast("Commands", context.find_root().command))
    else:
        text = template_reference(frame() / "overrides") if templates else reference()
    click.echo(text, nl=False)


def _of_commands(program: Commands) -> str:
    """Give every command with what its help says, and its options as a table."""
    parts = ["# The commands\n\n<!-- Made by `make reference` from the commands themselves. -->\n"]
    parts.append(
        "Each is called as `python -m generator COMMAND` in the site’s folder. Exit codes: 0 done, 1 the content"
    )
    parts.append("is at fault, 2 wrong usage. Messages go to stderr, data to stdout.\n")
    for name, command in program.in_order_of_use():
        words = " ".join(
            param.make_metavar(click.Context(command)) for param in command.params if not _is_option(param)
        )
        told = "\n\n".join(" ".join(part.split()) for part in (command.help or "").replace("\b", "").split("\n\n"))
        rows = [_row(param) for param in command.params if isinstance(param, click.Option)]
        table = [markdown_table(("option", "meaning"), rows, rule="---")] if rows else []
        parts += [f"## {name}\n", f"`{f'{name} {words}'.strip()}`\n", f"{told}\n", *table]
    return "\n".join(parts)


def _is_option(param: click.Parameter) -> bool:
    return isinstance(param, click.Option)


def _row(option: click.Option) -> tuple[str, str]:
    names = ", ".join(f"`{one}`" for one in (*option.opts, *option.secondary_opts))
    return names, " ".join((option.help or "").split())
