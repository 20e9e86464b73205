"""The group that holds the commands, and loads each when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click


class Commands(click.Group):
    """The commands of the program.

    `places` has the name of each with its module in this package and its function there, in the order of use.
    """

    def __init__(self, *, places: Mapping[str, tuple[str, str]], **settings: Any) -> None:  # noqa: ANN401 - click's own settings, which it checks itself
        """Keep the places; all else is click's."""
        super().__init__(**settings)
        self._places = places

    def in_order_of_use(self) -> list[tuple[str, click.Command]]:
        """Give all commands with their names, in the order in which they are used."""
        return [(name, self._loaded(name)) for name in self._places]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Give their names, in the order in which help has them."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """Load a command; None where there is none of that name."""
        return self._loaded(cmd_name) if cmd_name in self._places else None

    def _loaded(self, name: str) -> click.Command:
        module, function = self._places[name]
        command: click.Command = getattr(importlib.import_module(f"generator.commands.{module}"), function)
        return command
