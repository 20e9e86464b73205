"""Read years, decades and centuries by themselves.

Each reader gives the EDTF of an expression of its form in its scene; None where nothing says of which century it is.
"""

from __future__ import annotations

from generator.knowledge.dates.arithmetic import Known, digits
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.periods import is_before_christ, words_of
from generator.knowledge.dates.scene import Scene
from generator.knowledge.dates.words import cardinal, decade, ordinal

_SINCE_TWENTIES = 20
_TWENTIETH = 19  # the first two digits of its years
_CENTURY = 100  # years
_AHEAD = 20  # years that a year of two digits may lie ahead
_EARLY = 1000  # a year before this one may be written without its era where another with it stands before
_THREE_DIGITS = 100  # a lesser number, after a year of our era, may count anything


def read_year(expression: Expression, _: Scene) -> str:
    """Read `2019`, `about 1870`."""
    return words_of(expression, "year") + ("~" if expression.part("about") else "")


def read_year_range(expression: Expression, _: Scene) -> str:
    """Read `1914–18`, `1939-1945`, and without its end `2019–`."""
    first, last = words_of(expression, "year"), words_of(expression, "year2")
    if not last.isdecimal():
        return f"{first}/.."
    mark = "~" if expression.part("about") else ""
    return f"{first}{mark}/{first[: 4 - len(last)]}{last}{mark}"


def read_year_in_words(expression: Expression, _: Scene) -> str:
    """Read `nineteen fifteen`."""
    rest = words_of(expression, "rest")
    return str(cardinal(words_of(expression, "hundreds")) * _CENTURY + (cardinal(rest) if rest else 0))


def read_early_year(expression: Expression, _: Scene) -> str:
    """Read a year of three digits, where `In 793,` or `the year 800` says that it is one."""
    return Known(int(expression.part("year") or expression.part("year_named") or words_of(expression, "year_of"))).text


def read_fiscal_year(expression: Expression, scene: Scene) -> str:
    """Read `FY24`."""
    return str(year_of_two_digits(int(words_of(expression, "short")), scene))


def year_of_two_digits(short: int, scene: Scene) -> int:
    """Read a year written with two digits in the present century, in the one before where it were far ahead."""
    now = (_TWENTIETH + 1) * _CENTURY + short
    return now - _CENTURY if scene.reference and now > scene.reference.year + _AHEAD else now


def read_short_year(expression: Expression, scene: Scene) -> str:
    """Read `'89` in the century of which a history tells, else as the latest such year."""
    number, told = int(words_of(expression, "short")), _century_told(scene)
    here = next((each.known.year for each in reversed(scene.told) if each.block == scene.block), None)
    if here and here // 100 < _TWENTIETH:
        told = here // 100  # `in 1822, or in ’23`
    now = scene.reference.year if scene.reference else 0
    if told == _TWENTIETH and number <= now - (_TWENTIETH + 1) * 100:
        told += 1
    return str(told * 100 + number)


def read_bare_year(expression: Expression, scene: Scene) -> str | None:
    """Read `in 499` after `in 546 BC` as before Christ, and as a year at all only after one as early."""
    told = next((each.known for each in reversed(scene.told) if each.block == scene.block), None)
    number = int(words_of(expression, "bare"))
    if told is None or told.year >= _EARLY or (told.year > 0 and number < _THREE_DIGITS):
        return None
    return Known(number if told.year > 0 else 1 - number).text


def read_year_of_era(expression: Expression, _: Scene) -> str:
    """Read `44 BC`, `587/6 BC`, `AD 70`."""
    first, last = int(words_of(expression, "year")), expression.part("year2")
    tail = words_of(expression, "tail")
    last = f"{str(first)[: -len(tail)]}{tail}" if tail else last  # `587/6 BC`
    years = [first, int(last)] if last else [first]
    text = "/".join(Known(1 - year if is_before_christ(expression) else year).text for year in years)
    return text + "~" if expression.part("about") and not last else text


def read_era_range(expression: Expression, _: Scene) -> str:
    """Read `27 BC – AD 14`."""
    first = Known(1 - int(words_of(expression, "year"))).text
    last = Known(int(expression.part("year2") or words_of(expression, "year3"))).text
    return f"{first}{'~' if expression.part('about') else ''}/{last}"


def read_turn(expression: Expression, _: Scene) -> str:
    """Give `the turn of the 20th century` the year 1900, about."""
    return Known((ordinal(words_of(expression, "nth")) - 1) * _CENTURY).text + "~"


def read_century(expression: Expression, _: Scene) -> str:
    """Read `the 19th century`, `the first and second centuries BC`."""
    before = is_before_christ(expression)
    numbers = [ordinal(words) for words in (expression.part("first"), expression.part("second")) if words]
    return "/".join(f"-{number - 1:02}XX" if before else digits(number - 1, "century") for number in numbers)


def _century_told(scene: Scene) -> int:
    told = scene.told[-1].known.year // 100 if scene.historic and scene.told else _TWENTIETH
    return told if 0 < told < _TWENTIETH else _TWENTIETH


def read_decade(expression: Expression, _: Scene) -> str:
    """Read `the 1990s` as ten years, but `the 1800s` as a hundred, as usage has it."""
    first = int(words_of(expression, "decade"))
    if is_before_christ(expression):
        return "-" + (digits(first // 100, "century") if first % 100 == 0 else digits(first // 10, "decade"))
    last = expression.part("tens2")
    if first % 100 == 0 and first < 2000 and not last:  # noqa: PLR2004 - the 2000s are a decade
        return digits(first // 100, "century")
    texts = [digits(first // 10, "decade")]
    return "/".join([*texts, digits(first // 100 * 10 + int(last) // 10, "decade")] if last else texts)


def read_short_decade(expression: Expression, scene: Scene) -> str | None:
    """Read `the sixties and seventies`, `the ’90s`, `the nineteen-twenties`."""
    word = expression.part("word")
    if expression.part("hundreds"):
        century = cardinal(words_of(expression, "hundreds"))
        return digits(century * 10 + (decade(word) or 0) // 10, "decade") if word else digits(century, "century")
    tens = decade(word) if word else int(words_of(expression, "tens"))
    if tens is None:
        return None
    century = _TWENTIETH + 1 if tens < _SINCE_TWENTIES else _century_told(scene)
    first, last = (century * 10 + each // 10 for each in (tens, _last_tens(expression) or tens))
    return digits(first, "decade") + (f"/{digits(last, 'decade')}" if last != first else "")


def _last_tens(expression: Expression) -> int:
    """Give the tens of the second decade of `the sixties and seventies`; 0 where there is none."""
    return int(expression.part("tens2") or 0) or decade(expression.part("word2") or "") or 0
