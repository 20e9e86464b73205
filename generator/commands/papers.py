"""The commands that print the reference of the format: `schema` and `reference`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.common import FOLDER, example, give_up
from generator.content.json_schema import write_schemas
from generator.content.reference import reference


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
def print_reference() -> None:
    """Print the reference of the content format: every key, relation type and fault, as Markdown."""
    click.echo(reference(), nl=False)
