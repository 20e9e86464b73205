"""What a YAML parser's complaint means, in an editor's words and at the place where the mending is done."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from generator.codes import Code
from generator.frozen import frozen
from generator.model.positions import Lines
from generator.problems import Problem, error, quoted

# C0 and C1 controls except tab and line ends; the separators that YAML 1.1 takes for line ends; marks of byte order;
# noncharacters. None of them is seen on a screen.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_QUOTES = "put the whole text in quotes"


def control_character(lines: Lines, text: str, start: int, end: int) -> Problem | None:
    """Report the first character that no text may hold."""
    if not (found := _CONTROL.search(text, start, end)):
        return None
    code = f"U+{ord(found[0]):04X}"
    hint = "delete it: it is not printed, and often comes with text that was pasted"
    return error(lines.location(found.start()), Code.CONTROL_CHARACTER, f"the character {code} stands here", hint)


@frozen
class _Fault:
    """A syntax error: the parser's words, the offsets that it points to, and the line around the fault."""

    problem: str
    context: str
    at: int  # where the parser stopped
    since: int  # where that began which it was reading
    text: str

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def before(self) -> str:
        """Give the line up to the place where the parser stopped."""
        return self.text[self.line_start(self.at) : self.at]

    def character(self) -> str:
        return self.text[self.at : self.at + 1]


_Told = tuple[int, Code, str, str]  # offset, code, message, hint
_VALUE = re.compile(r"[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(?=\S)")


def explain(fault: yaml.MarkedYAMLError, lines: Lines, text: str, start: int) -> Problem:
    """Put a parser's complaint in plain words. The first rule that knows it answers."""
    mark = fault.problem_mark or fault.context_mark
    at = min(len(text), start + (mark.index if mark else 0))
    since = start + fault.context_mark.index if fault.context_mark else at
    seen = _Fault(fault.problem or "", fault.context or "", at, since, text)
    offset, code, message, hint = next(told for rule in _RULES if (told := rule(seen)))
    return error(lines.location(offset), code, message, hint)


def _tab(fault: _Fault) -> _Told | None:
    if "\t" not in fault.before() + fault.character() or fault.before().strip():
        return None
    return fault.at, Code.YAML_TAB, "a tab stands where YAML takes only spaces", "indent with spaces"


def _mark(fault: _Fault) -> _Told | None:
    """Know a text that begins with a mark that begins something else in YAML."""
    if "cannot start any token" in fault.problem:
        at = fault.at
    elif (
        any(word in fault.context for word in ("alias", "anchor", "tag", "directive")) or "tag handle" in fault.problem
    ):
        at = fault.since
    elif "expected node content" in fault.problem or "expected the node content" in fault.problem:
        at = fault.at
    else:
        return None
    sign = fault.text[at : at + 1]
    if not sign.strip():
        return None
    return at, Code.YAML_MARK, f"an unquoted text cannot begin with {quoted(sign)}", _QUOTES


def _block_mark(fault: _Fault) -> _Told | None:
    if "block scalar" not in fault.context:
        return None
    sign = fault.text[fault.since : fault.since + 1]
    message = f'"{sign}" begins a text on the lines below, and something else follows it here'
    return fault.since, Code.YAML_MARK, message, f"{_QUOTES}, or begin it on the next line, indented"


def _colon(fault: _Fault) -> _Told | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    if re.search(r":\s", fault.before()):
        message = 'a second ": " stands in this line, in a text without quotes'
        return fault.at, Code.YAML_MARK, message, f"{_QUOTES}, or write it on the lines below after >-"
    missing = _line_without_colon(fault)
    return missing or _indented(fault)


def _line_without_colon(fault: _Fault) -> _Told | None:
    """Know a line above that is no `key: value`, so that the parser takes the key here for more of it."""
    above = fault.text[: fault.line_start(fault.at)].rstrip()
    start = max(above.rfind("\n"), above.rfind("\r")) + 1
    line = above[start:]
    if not line.strip() or re.search(r":(\s|$)", line) or line.lstrip().startswith(("-", "#")):
        return None
    return _no_colon(start + len(line) - len(line.lstrip()), line.strip())


def _no_colon(at: int, line: str) -> _Told:
    spaced = re.sub(r"^([\w-]+):(\S)", r"\1: \2", line)
    shown = quoted(spaced) if spaced != line else '"key: value"'
    hint = f"write {shown}, with a space after the colon; a text that goes on is indented under its key"
    return at, Code.YAML_SYNTAX, f"{quoted(line)} is not a key with a value", hint


def _no_key(fault: _Fault) -> _Told | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    line = re.match(r"[^\r\n]*", fault.text[fault.since :])
    return _no_colon(fault.since, line[0].strip() if line else "")


def _indented(fault: _Fault) -> _Told:
    at = fault.line_start(fault.at) + len(fault.before()) - len(fault.before().lstrip())
    message = "this line is indented differently from those that it belongs to"
    return at, Code.YAML_SYNTAX, message, "indent the keys of one entry or list item alike, by two spaces"


def _dash(fault: _Fault) -> _Told | None:
    if "sequence entries are not allowed" not in fault.problem:
        return None
    message = 'a "- " stands after a key on the same line'
    return fault.at, Code.YAML_MARK, message, "begin a list on the next line, or put a text that begins so in quotes"


def _question(fault: _Fault) -> _Told | None:
    if "mapping keys are not allowed" not in fault.problem:
        return None
    return fault.at, Code.YAML_MARK, 'an unquoted text cannot begin with "? "', _QUOTES


def _open_quote(fault: _Fault) -> _Told | None:
    if "quoted scalar" not in fault.context or "escape" in fault.problem:
        return None
    sign = fault.text[fault.since : fault.since + 1]
    message = f"the quotation mark ({sign}) that opens here is not closed"
    within = "''" if sign == "'" else '\\"'
    return fault.since, Code.YAML_SYNTAX, message, f"close it; the same mark inside the text is written {within}"


def _escape(fault: _Fault) -> _Told | None:
    if "escape" not in fault.problem and "hexdecimal" not in fault.problem:
        return None
    at = max(fault.text.rfind("\\", 0, fault.at + 1), fault.since)
    message = f"{quoted(fault.text[at : at + 2])} means nothing in a text between double quotes"
    return at, Code.YAML_MARK, message, "double the backslash, or use single quotes"


def _open_bracket(fault: _Fault) -> _Told | None:
    if "flow" not in fault.context:
        return None
    at, sign = fault.since, fault.text[fault.since : fault.since + 1]
    if sign not in {"[", "{"}:  # the parser stopped before the first item, and points there
        at = max(fault.text.rfind("[", 0, fault.since), fault.text.rfind("{", 0, fault.since), 0)
        sign = fault.text[at : at + 1]
    made, closing = ("list", "]") if sign == "[" else ("mapping", "}")
    message = f'the {made} that "{sign}" opens is not closed, or lacks a comma'
    return at, Code.YAML_SYNTAX, message, f'close it with "{closing}"; quote a text with brackets'


def _after_value(fault: _Fault) -> _Told | None:
    """Words after a closing quotation mark or bracket: the text only looked quoted."""
    value = None if "flow" in fault.context else _VALUE.match(fault.before())
    rest = fault.before()[value.end() :] if value else ""
    if not value or rest[:1] not in {'"', "'", "[", "{"}:
        return None
    at = fault.line_start(fault.at) + value.end()
    if rest[0] in "[{":
        return at, Code.YAML_MARK, f'an unquoted text cannot begin with "{rest[0]}"', _QUOTES
    message = f"the text goes on after its closing quotation mark ({rest[0]})"
    return fault.at, Code.YAML_MARK, message, "put it in quotes of the other kind, or double the marks inside"


def _position(fault: _Fault) -> _Told | None:
    if "did not find expected" in fault.problem or "expected <" in fault.problem:
        return _indented(fault)
    return None


def _otherwise(fault: _Fault) -> _Told:
    return fault.at, Code.YAML_SYNTAX, f"the YAML cannot be read here ({fault.problem or 'unknown reason'})", _QUOTES


_RULES: tuple[Callable[[_Fault], _Told | None], ...] = (
    _tab,
    _escape,
    _open_quote,
    _block_mark,
    _colon,
    _no_key,
    _dash,
    _question,
    _after_value,
    _mark,
    _open_bracket,
    _position,
    _otherwise,
)
