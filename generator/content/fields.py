"""The types of single values: what each accepts, its JSON Schema, and the words in which it refuses."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator import timespan
from generator.codes import Code
from generator.content.reordering import reordering
from generator.model import Kind
from generator.model.sources import ID
from generator.problems import quoted
from generator.timespan import Timespan

LONGEST_NAME = 500
TYPE_ID = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
# Well-formed language tags of RFC 5646, 2.1, without its grandfathered and private ones.
LANGUAGE = (
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*"
)
WEB = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#<>\"\\]+[^\s<>\"\\]*"
# A bidirectional override or isolate reorders what stands around a name (Unicode Standard Annex 9, 2).
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def refusal(code: Code, message: str, hint: str = "") -> PydanticCustomError:
    """Make the error by which a validator tells what is wrong and how to mend it."""
    return PydanticCustomError(code.value, "{message}", {"message": message, "hint": hint})


def _filled(text: str) -> str:
    if not text.strip():
        raise refusal(Code.EMPTY_VALUE, "the text is empty", "write the text, or remove the key")
    for found in reordering(text):
        raise refusal(Code.REORDERING, found.message, found.hint)
    return text.strip()


def _name(text: str) -> str:
    if len(text) > LONGEST_NAME:
        message = f"{quoted(text, 40)} has {len(text)} characters; a name has at most {LONGEST_NAME}"
        raise refusal(Code.TOO_LONG, message, "longer texts stand in summary, profile and statements")
    if found := _CONTROL.search(text) or _REORDERING.search(text):
        message = f"{quoted(text)} holds the character U+{ord(found[0]):04X}"
        raise refusal(Code.CONTROL_CHARACTER, message, "write the name on one line, without marks that are not printed")
    if not any(c.isalnum() for c in text):
        hint = "write the name, or remove it: an article is searched for names by their letters"
        raise refusal(Code.NO_LETTER, f"{quoted(text)} has no letter and no digit", hint)
    return text


def _matching(pattern: str, code: Code, what: str, hint: str) -> Callable[[str], str]:
    compiled = re.compile(pattern, re.ASCII)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            raise refusal(code, f"{quoted(text)} is not {what}", hint)
        return text

    return check


def _readable(address: str) -> str:
    try:
        urlsplit(address)
    except ValueError:
        raise refusal(Code.FAULTY_URL, f"{quoted(address)} is not an address of the web", "mend its host") from None
    return address


def _date(value: object) -> Timespan:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        hint = "write it as 2024-01-28, 2024-01, 2003, 2011~, 2013/2020 or 2023-10-07/.."
        raise refusal(Code.FAULTY_DATE, f"{described(value)} is not a date", hint)
    text = str(value).strip()
    try:
        return timespan.parse(text)
    except ValueError as fault:
        meant = timespan.meant(text)
        hint = f"write it as {meant}" if meant else str(fault)
        raise refusal(Code.FAULTY_DATE, f"{quoted(text)} is not a date", hint) from None


def _day(value: object) -> Timespan:
    found = _date(value)
    if not found.is_day:
        raise refusal(Code.FAULTY_DATE, f"{quoted(found.text)} is not a day", "write it as 2024-01-28")
    return found


def _coordinates(value: object) -> tuple[float, float]:
    hint = "write latitude and longitude in degrees as numbers, such as [33.3152, 44.3661]"
    numbers = (
        [n for n in value if isinstance(n, (int, float)) and not isinstance(n, bool)] if isinstance(value, list) else []
    )
    if not isinstance(value, list) or len(value) != len(numbers) or len(numbers) != 2:  # noqa: PLR2004 - a pair
        raise refusal(Code.FAULTY_COORDINATES, f"{described(value)} is not a pair of numbers", hint)
    for number, limit, what in zip(numbers, (90, 180), ("latitude", "longitude"), strict=True):
        if not math.isfinite(number) or abs(number) > limit:
            message = f"{number:g} is no {what}: it is between -{limit} and {limit}"
            raise refusal(Code.FAULTY_COORDINATES, message, hint)
    return float(numbers[0]), float(numbers[1])


def _settled(value: object) -> str | None:
    if value is False:
        return None
    if isinstance(value, str) and re.fullmatch(ID, value, re.ASCII):
        return value
    hint = "write the id of an entry, or false where the name is to stay unlinked"
    raise refusal(Code.FAULTY_LINK, f"{described(value)} is neither an id nor false", hint)


def described(value: object) -> str:
    """Name a value of YAML for a message."""
    if value is None:
        return "nothing"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a mapping"
    return quoted(str(value).lower() if isinstance(value, bool) else value)


def _listed(value: object) -> object:
    """Take one value for a list of one."""
    return [value] if isinstance(value, (str, dict)) else value


def _schema(pattern: str, **more: Any) -> WithJsonSchema:  # noqa: ANN401 - as JSON
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$", **more})


_ID_HINT = "an id has lower-case letters a to z, digits and single hyphens"
_LANGUAGE_HINT = "write a BCP 47 code such as en, ar, fa or zh-Hant"
_EDTF_DATE = r"-?\d{2}(\d{2}|\dX|XX)(-(\d\d|XX)){0,2}[?~%]?"
_EDTF = rf"^(?=.)(\.\.|{_EDTF_DATE})?(/(\.\.|{_EDTF_DATE})?)?$"
_SCHEMA_TEXT = {"type": "string", "pattern": r"\S"}
_PRINTED = r"[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*"
_SCHEMA_NAME = {
    "type": "string",
    "pattern": rf"^(?=.*\S){_PRINTED}$",
    "maxLength": LONGEST_NAME,
}

Text = Annotated[str, AfterValidator(_filled), WithJsonSchema(_SCHEMA_TEXT)]
Name = Annotated[str, AfterValidator(_filled), AfterValidator(_name), WithJsonSchema(_SCHEMA_NAME)]
Id = Annotated[str, AfterValidator(_filled), _schema(ID)]  # whether it is one is told where ids are looked up
_FORMER = rf"(?:(?:{'|'.join(Kind)})/)?{ID}"
FormerId = Annotated[
    str,
    AfterValidator(_filled),
    AfterValidator(
        _matching(_FORMER, Code.FAULTY_ID, "an id", "write the old id, or kind/id where its kind was another")
    ),
    _schema(_FORMER),
]
FormerSlug = Annotated[
    str, AfterValidator(_filled), AfterValidator(_matching(ID, Code.FAULTY_ID, "a slug", _ID_HINT)), _schema(ID)
]
TypeName = Annotated[str, AfterValidator(_filled), _schema(TYPE_ID)]  # likewise
TypeId = Annotated[
    str,
    AfterValidator(_filled),
    AfterValidator(
        _matching(
            TYPE_ID, Code.NOT_ALLOWED, "an id of a type", "it has lower-case letters, digits and single underscores"
        )
    ),
    _schema(TYPE_ID),
]
Language = Annotated[
    str, AfterValidator(_matching(LANGUAGE, Code.FAULTY_LANGUAGE, "a language code", _LANGUAGE_HINT)), _schema(LANGUAGE)
]
Url = Annotated[
    str,
    AfterValidator(_matching(WEB, Code.FAULTY_URL, "an address of the web", "it begins with https:// or http://")),
    AfterValidator(_readable),
    _schema(WEB),
]
Date = Annotated[
    Timespan | None,
    PlainValidator(_date),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": _EDTF}, {"type": "integer", "minimum": 1000, "maximum": 9999}]}
    ),
]
Day = Annotated[
    Timespan | None, PlainValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"})
]
Coordinates = Annotated[
    tuple[float, float] | None,
    PlainValidator(_coordinates),
    WithJsonSchema(
        {
            "type": "array",
            "prefixItems": [
                {"type": "number", "minimum": -90, "maximum": 90},
                {"type": "number", "minimum": -180, "maximum": 180},
            ],
            "items": False,
            "minItems": 2,
        }
    ),
]
Settled = Annotated[
    str | None,
    PlainValidator(_settled),
    WithJsonSchema({"anyOf": [{"const": False}, {"type": "string", "pattern": f"^{ID}$"}]}),
]
OneOrMore = BeforeValidator(_listed)
