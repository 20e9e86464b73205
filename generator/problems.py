"""What can be wrong with the content, and the one way in which it is told."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from generator.codes import Advice
from generator.frozen import frozen
from generator.model import Location


class Severity(StrEnum):
    """An error stops the build before anything is written; a warning does not; advice is told by `audit` alone."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@frozen(order=True)
class Problem:
    """One fault: where, how grave, a stable `code`, what is wrong with the value quoted, and how to mend it."""

    location: Location
    severity: Severity
    code: StrEnum
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Format as `path:line:column: error: message: how to mend it [code]`, on one line."""
        place = f"{self.location.path}:{self.location.line}:{self.location.column}"
        told = f"{self.message}: {self.hint}" if self.hint else self.message
        return f"{place}: {self.severity}: {_one_line(told)} [{self.code}]"


def error(location: Location, code: StrEnum, message: str, hint: str = "") -> Problem:
    """Make a problem that stops the build."""
    return Problem(location, Severity.ERROR, code, message, hint)


def warning(location: Location, code: StrEnum, message: str, hint: str = "") -> Problem:
    """Make a problem that is told and does not stop the build."""
    return Problem(location, Severity.WARNING, code, message, hint)


def advice(location: Location, code: Advice, message: str) -> Problem:
    """Make what an editor may tend next: nothing is wrong without it. How to do it is the remedy of the code."""
    hint = code.remedy[:1].lower() + code.remedy[1:].removesuffix(".")
    return Problem(location, Severity.ADVICE, code, message, hint)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the problems by file, line and column, each once."""
    return tuple(sorted(set(problems)))


def quoted(value: object, limit: int = 80) -> str:
    """Quote a value for a message: on one line, control characters escaped, cut where it is long."""
    text = str(value)
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return '"' + _one_line(shown) + '"'


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
