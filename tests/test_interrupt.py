"""Ctrl-C while a command starts."""

import runpy
import sys
from types import ModuleType

import pytest


def test_an_interrupt_while_the_program_loads_ends_it_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses ctrl-C before a command has begun reads one word, as later on."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    cli = ModuleType("generator.cli")
    monkeypatch.setattr(cli, "main", interrupted, raising=False)
    monkeypatch.setitem(sys.modules, "generator.cli", cli)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("generator", run_name="__main__")
    assert ended.value.code == "Aborted!"
