"""Which of the dates named carry the narrative on, and which stand only in an aside."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import IntEnum

from generator.knowledge.dates import direction
from generator.knowledge.dates.arithmetic import Known
from generator.knowledge.dates.direction import is_flashback, sentence_bounds
from generator.knowledge.dates.patterns import Expression, ends_in
from generator.regex import regex
from generator.timespan import Timespan

_LIFE = regex(r"\b(?:death|deaths|died|dies|dying|born|birth|buried|killed\s+himself)\b[^,;:]*$")
_BIRTH = regex(r"\bborn\b[^,;:]*$")
_INITIAL = regex(
    r"^\W*(?:(?:But|And|Then|Yet|So|Thus|Already|Only|Late|Early|Back|Finally|Later)\b,?\s+)?"
    r"(?:(?:It\s+was\s+|That\s+was\s+)?(?:in|on|by|at|after|from|during|around|towards?)\s+)?"
    r"(?:the\s+(?:end|start|beginning|middle|night|morning|evening|summer|month|year)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_ASIDE = regex(
    r"\b(?:since|until|till|than|like|unlike|before|pre-|post-|not\s+(?:in|on|by))\s*"
    r"(?:early\s+|late\s+|the\s+(?:end|middle|start|beginning)\s+of\s+)?$"
    r"|\b(?:than|unlike|as)\s+(?:in|on|by)\s+$"
    r"|,\s+of\s+$|\bsince\s+(?:(?-i:[A-Z])[\w’'.-]+\s+)+(?:in|on|of)\s+$"
    r"|\b(?!(?:night|morning|evening|afternoon|day|end|start|beginning|middle|half|week|weekend|close|course|eve|dawn)\b)"
    r"\w+\s+of\s+$",
    re.IGNORECASE,
)
_ASIDE_ENDS = (
    "since",
    "until",
    "till",
    "like",
    "before",
    "than",
    "in",
    "on",
    "by",
    "of",
    "pre-",
    "post-",
    "early",
    "late",
)
_ATTRIBUTE = regex(r"\b(?:of|the|an?|its|his|her|their|our|from|to|between|by|and|or|as|back\s+in)\s+$", re.IGNORECASE)
_RELATIVE = regex(
    r"\S\s+(?:who|whom|whose|which|where|because|although|though|whereas|than)\b[^,;:]*$|,\s+as\b[^,;:]*$"
)
_THAT = regex(r"\b(?P<word>\w+)\s+that\s+(?!same\b|very\b)[^,;:]*$")
_COMPLEMENT = regex(
    r"\w+(?:ed|ing)|said|says?|told|tells?|knew|knows?|thought|thinks?|wrote|found|so|fact|him|her|them|me|us|it"
)
_REDUCED = regex(
    r",\s+(?:having|\w+ed|built|held|made|born|written|sent|won|lost|put|taken|given|begun|known)\b[^,;:]*$"
)
_ITS_END = regex(r"[^,;:.]*,")
_CLOSES = regex(r",\s+(?:was|were|is|are|has|have|had|will|would)\b")  # and the main clause has its verb
_WHAT_MAY = regex(
    r"\b(?:can|could|will|would|may|might|must|should)\s+(?:\w+\s+){1,3}(?:was|were|had)\b"  # two verbs
)
_SINCE = regex(r"\bsince\s+$")
_GROUPED = regex(r",(?<=\d,)(?=\d{3}\b)")  # the comma of `8,000` ends no clause
_THEN = regex(r"[.!?]\s+Then\b")
_AND = regex(r"[^,;:.]*,\s+(?:and|but)\b")
_HAVING = regex(r",\s+having\s[^,;:]*$")
_PRESENT = regex(
    r"\b(?:denies|deny|admits?|alleges?|faces?|concerns?|covers?|relates?|refers?|lists?|shows?|says?|claims?|is|are|has|have)\b"
)
_FIRST_OF_TWO = regex(r"\b(?:from|between)\s+(?:\w+\s+)?\d{4}\s+(?:to|and|until|till)\s+$", re.IGNORECASE)
_SCENE_OF = regex(r"^\W*(?:In|At|By|With)\s+(?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){1,3}of\s+$")
_SUBJECT_OF = regex(r"^\W*(?:An?|The|His|Her|Its|Their)\s+(?:[\w’'-]+\s+){1,4}of\s+$")
_VERB = regex(rf"\s+(?:{direction.PAST_TENSE})")
_PARTICIPLE = regex(
    r"^\W*(?:An?|The|Its|His|Her|Their|This|That|One|Two|Both)\s[^,;]*\b(?:\w+ed|drawn|built|held|made|given|written|sent|"
    r"taken|begun|found|lost|put|won|sold|bought)\b[^,;]*$"
)
_STAGES = regex(r"[;:—]\s+")
_FULL = 4  # characters: a longer text holds a month or a season too
_LEAP = 3  # years over which the dates of a life leap out of the narrative
_FAR = 10  # years over which a bare year in mid-sentence does


class Role(IntEnum):
    """What a date does for those that come after it, the weakest first."""

    ASIDE = 0  # named beside what is told: a death, a citation, a comparison, a clause about someone
    BACK = 1  # a look back from what is told, in the pluperfect
    YEAR = 2  # a bare year in mid-sentence: it carries a history on, but not a report
    MAIN = 3  # it carries the narrative


@dataclass(frozen=True, eq=False)
class Told:
    """A date named before: where it stands, how many months it spans, and what it was taken from.

    What it does for those after it is found when one of them asks, in a `history` by other rules than in a report;
    `course` are the dates before it that the narrative goes on from, `opens` that it sets the scene of a history.
    """

    known: Known
    end: int  # the position after it in the block's text
    block: int
    section: int
    months: int
    expression: Expression
    span: Timespan
    course: tuple[Told, ...]
    history: bool
    opens: bool
    in_note: bool

    @functools.cached_property
    def role(self) -> Role:
        """Tell what it does for those after it."""
        return _in_course(self, Role.MAIN if self.opens else _role(self))

    @functools.cached_property
    def beside(self) -> bool:
        """Tell whether it stands in a clause about something named."""
        return is_beside(self.expression)

    @functools.cached_property
    def quoted(self) -> bool:
        """Tell whether it stands between quotation marks."""
        return direction.is_quoted(self.expression.match.string, self.expression.start)

    def is_coarser(self, known: Known) -> bool:
        """Tell whether it names another month than a day that was named before it, and no day."""
        of_month = self.known.month is not None and self.known.day is None
        return of_month and self.role >= Role.BACK and known.day is not None and known.months != self.known.months

    @property
    def is_before(self) -> bool:
        """Tell whether it is told as the one before another, to which the story comes back: `the evening before`."""
        way = self.expression.part("way") if self.expression.rule in {"day-part", "beside", "weekday-before"} else None
        return (way or "").casefold() in {"before", "previous"}

    def is_year_beside(self) -> bool:
        """Tell whether it is a bare year in a clause about something named: `the bank, founded in 1836, failed`."""
        return self.beside and self.role == Role.ASIDE and self.known.month is None


def _role(told: Told) -> Role:
    """Tell what a date does for those after it, by its place in its sentence."""
    expression, span, history = told.expression, told.span, told.history
    text = expression.match.string
    first, _ = sentence_bounds(text, expression.start, expression.end)
    before = _STAGES.split(_GROUPED.sub("", text[first : expression.start]))[-1]
    bare = len(span.text.rstrip("~?%")) <= _FULL or expression.rule == "year-range"
    carries = not span.is_interval and _carries(expression, before, history=history)
    if _opens_story(expression, before if first == 0 and history else "") if bare else carries:
        return Role.YEAR if bare and history else Role.MAIN
    if told.in_note or expression.part("way") == "ult" or _stands_aside(expression, before):
        return Role.ASIDE
    opening = _FIRST_OF_TWO.sub("", before) if history else before  # in a report, nothing goes on from a span's end
    initial = _INITIAL.search(opening) is not None and expression.rule != "year-range"
    if bare and not initial and (ends_in(_ATTRIBUTE, before) or _LIFE.search(before)):
        return Role.ASIDE
    if not initial and (
        (_BIRTH.search(before) and not expression.after.startswith(", when")) or _is_planned(text, expression)
    ):
        return Role.ASIDE
    if is_flashback(text, expression.start, expression.end):
        return Role.ASIDE if bare else Role.BACK
    return Role.YEAR if bare and not initial else Role.MAIN


def _in_course(told: Told, its_role: Role) -> Role:
    """Take for an aside what leaps out of the narrative: a death years later, a bare year decades away."""
    text = told.expression.match.string
    life = is_of_a_life(text, told.expression.start, told.expression.end)
    if not life and its_role != Role.YEAR:
        return its_role
    before = [
        (each.role, each) for each in told.course if each.section == told.section
    ]  # in order: none awaits another
    latest = next((each for role, each in reversed(before) if role >= Role.YEAR), None)
    leap = abs(told.known.year - latest.known.year) if latest else 0
    return Role.ASIDE if leap > (_LEAP if life else _FAR) else its_role


def is_of_a_life(text: str, start: int, end: int) -> bool:
    """Tell whether a date is that of a birth or a death, by the words of its clause before it."""
    first, _ = sentence_bounds(text, start, end)
    clause = text[first:start]
    return _LIFE.search(clause) is not None and not re.match(r"\W*(?:When|After|As|Before)\b", clause)


def _is_planned(text: str, expression: Expression) -> bool:
    """Tell whether a date was to come when the text tells of it: `they were to arrive by May`."""
    ahead = direction.direction(text, expression.start, expression.end) > 0
    return ahead and not direction.is_now_to_come(text, expression.start, expression.end)


def is_beside(expression: Expression) -> bool:
    """Tell whether a date stands in a clause about something named: `a note, drafted in December, which`."""
    text = expression.match.string
    first, _ = sentence_bounds(text, expression.start, expression.end)
    return _is_subordinate(_GROUPED.sub("", text[first : expression.start]), expression.after)


def _opens_story(expression: Expression, opening: str) -> bool:
    """Tell whether a bare year dates what comes next: `Nobody has forgotten 2001. Then`, `The war of 1866 changed him`.

    `opening` are the words before it where they open a paragraph of a history.
    """
    subject = _SUBJECT_OF.search(opening) and _VERB.match(expression.after)
    return bool(subject or _THEN.match(expression.after))


def _carries(expression: Expression, before: str, *, history: bool) -> bool:
    """Tell whether a date whose place is an aside dates what is told: `in a speech of`, `she left (14 March`."""
    if expression.before.endswith("(") and expression.after.startswith(")"):
        return bool(direction.verbs(before))
    subject = history and _SUBJECT_OF.search(before) and _VERB.match(expression.after)
    return bool(subject or _SCENE_OF.search(before))


def _stands_aside(expression: Expression, before: str) -> bool:
    """Tell whether a date stands in brackets, a comparison or a clause beside the story, or in one that tells none."""
    if _SINCE.search(before) and expression.rule != "year" and expression.after.startswith(", when"):
        return False  # of which the text goes on to tell
    if _is_bracketed(expression.before) or _is_aside(before, expression.after):
        return True
    if _PARTICIPLE.search(before) and _VERB.match(expression.after):
        return True  # `A plan revised in March 2020 foresaw`: what it tells is not of that time
    told = not _PRESENT.search(before) or direction.verbs(before)
    return not told or _is_subordinate(before, expression.after)


def _is_aside(before: str, after: str) -> bool:
    """Tell whether words before the date make it a comparison or a limit; one `until June, when` begins a story."""
    if not before.rstrip().casefold().endswith(_ASIDE_ENDS):
        return False
    found = ends_in(_ASIDE, before)
    return found is not None and not (found[0].casefold().startswith(("until", "till")) and after.startswith(", when"))


def _is_bracketed(before: str) -> bool:
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


@functools.lru_cache(maxsize=16)  # asked of one date several times in turn
def _is_subordinate(before: str, after: str) -> bool:
    """Tell whether the date stands in a clause about something named, which a comma would close."""
    ends = _ITS_END.match(after) and not _AND.match(after)
    if _REDUCED.search(before) and (ends or (_HAVING.search(before) and after.startswith("."))):
        return True
    clause = max(before.rfind(mark) for mark in ",;:") if before else 0  # no such word stands before that
    relative = _RELATIVE.search(before, max(0, clause))
    if relative is None:
        relative = _THAT.search(before)
        if relative is None or _COMPLEMENT.fullmatch(relative["word"]):
            return False
    if _CLOSES.match(after):
        return True
    restricts = not relative[0].startswith(",")
    if restricts and _WHAT_MAY.search(relative[0]):
        return False  # `the parliament that nobody can govern was elected on`
    return not (restricts and len(direction.verbs(relative[0])) > 1)  # `the man who led it died on`
