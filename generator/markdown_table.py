"""A Markdown table, as the references have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]], rule: str = " --- ") -> str:
    """Write a table, a line each for the head, the rule below it and the rows; a `|` in a cell is escaped.

    `rule` is what stands under each cell of the head.
    """
    return "".join([_line(head), f"|{'|'.join([rule] * len(head))}|\n", *map(_line, rows)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"
