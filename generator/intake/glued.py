"""By-lines that were pasted from elements of a page without a space between: `ByAda Lovell`, `Ada Lovell@ada`."""

from __future__ import annotations

import re

from generator.given_names import is_any_given_name

# `By` and a name in two elements.
_BY = re.compile(r"^([Bb]y|[Vv]on|[Pp]ar)(?=[^\W\d_a-z](?:[^\W\d_]+|[.\w]*\.) [^\W\d_a-z])")
_OFFICES = (
    "Staff|Senior|Contributing|Associate|Managing|Special|Chief|Deputy|Executive|Political|National|Editor|Reporter|"
    "Correspondent|Columnist"
)
# A name and an office in two elements: `Ada LovellStaff Writer`.
_OFFICE = re.compile(rf"(?<=[^\W\d_A-Z])(?=(?:{_OFFICES}|Business|Science|Sports|News|Writer|Contributor)\b)")
# The same with a space: `Ada Lovell Senior Politics Editor, The Lake`.
_OFFICE_BESIDE = re.compile(rf"^((\w+) (?:\w\. )?[^\W\d_a-z][\w’'-]+) (?=(?:{_OFFICES})\b)")
# A day after what touches it: `BUSINESSMAY 3, 2021`, `山田太郎2021年5月3日`.
_DAY = re.compile(
    r"(?<=[A-Z])(?=(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|"
    r"OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.? \d{1,2}, \d{4})"
    r"|(?<=[\u3040-\u30ff\u3400-\u9fff])(?=(?:19|20)\d\d[-年/.]\d)"
)
# Two names in two elements and nothing else: `Ada LovellOdo Brandt`. `Ann McLee` is one name.
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_NAMES = re.compile(rf"^({_CAPITAL}\w+ (?:\w+ )?{_CAPITAL}[a-zß-öø-ÿ]{{3,}})(?={_CAPITAL}\w+ {_CAPITAL}[\w’'-]+$)")
_NETWORK = re.compile(r"(?<=[^\W\d_A-Z])(?:Twitter|Facebook|Instagram)(?=[A-Z@]|$)")  # a button amid both
_ADDRESS = re.compile(r"[\s,|•·(<]*(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?|[\s,|•·(]*@\s?\w[\w.]*\)?(?=[\s,|•·]|$)")


def apart(text: str) -> str:
    """Give a line with spaces and commas where its parts touch, or where an office follows a name."""
    plain = _OFFICE.sub(", ", _NETWORK.sub("", _BY.sub(r"\1 ", _NAMES.sub(r"\1, ", text))))
    beside = _OFFICE_BESIDE.match(plain)
    return f"{beside[1]}, {plain[beside.end() :]}" if beside and is_any_given_name(beside[2]) else plain


def apart_from_day(text: str) -> str:
    """Give a line with a space before the day that touches what stands before it."""
    return _DAY.sub(" ", text)


def without_addresses(text: str) -> str:
    """Give a by-line without mail addresses and names on networks: `Ada Lovell, @ada` is `Ada Lovell`."""
    return _ADDRESS.sub("", text).strip()
