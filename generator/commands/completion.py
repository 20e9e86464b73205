"""The command `completion`: what a shell needs to complete the commands, their options and the names of articles."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from generator.commands.common import example

PROGRAM = "backgrounder"
"""The name under which the package installs the program; a shell completes nothing after `python -m`."""


@click.command(epilog=example("python -m generator completion bash"))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that lets a shell complete what you type after `backgrounder`.

    The line `eval "$(backgrounder completion bash)"` in ~/.bashrc (or its like in ~/.zshrc; for fish,
    the output in ~/.config/fish/completions/backgrounder.fish) does it for every new shell.
    """
    made = get_completion_class(shell)
    if made is None:  # every choice above has one
        raise click.BadParameter(shell)
    click.echo(made(context.find_root().command, {}, PROGRAM, f"_{PROGRAM.upper()}_COMPLETE").source())
