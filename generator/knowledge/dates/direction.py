"""Whether the words around a date without a year speak of what has been or of what is to come."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.knowledge.dates.words import NUMBER_WORD, one_of
from generator.knowledge.words import IRREGULAR_PAST
from generator.regex import regex
from generator.sentences import sentence_ends

_PLANS = (
    r"due|set|scheduled|supposed|expected|slated|planned|listed|fixed|booked|hope|hopes|hoped|hoping|intend|intends|aim|aims|"
    r"prepares|preparing|ready|likely"
)
_GIVEN_WORD = r"agreed|vowed|vows|pledge|pledges|pledged|promise|promises|promised|decided"
_SURELY_VERBS = (  # in the present tense, which no plural noun is like
    r"opens|begins|kicks\s+off|takes\s+place|takes\s+(?:office|over|up)|meets|convenes|resumes|arrives|departs|publishes|"
    r"happens|decides|hears|sits|goes|comes|appears|expires|retires|elects|chooses|announces|delivers|celebrates|unveils|joins|"
    r"gives|pays|blows|gets\s+under\s?way|wraps\s+up|becomes|hosts|premieres|flies|travels|sails|speaks|steps\s+down|comes\s+into\s+force|takes\s+effect|lapses"
)
_NOUNS_TOO = (
    r"votes|visits|reports|releases|rules|plays|moves|marks|debates|tours|presents|faces|ends|starts|closes|returns|leaves|"
    r"runs|launches|addresses|holds|airs|performs|lands|heads|turns|concludes|reopens|switches|stands|hands|submits|"
    r"defends|competes|testifies|fights|sings|reads|conducts|lectures|receives|brings|completes|enters"
)
_SUBJECT = (
    r"(?:(?:[Hh]e|[Ss]he|[Ii]t|[Ww]ho|[Ww]hich|[Pp]arliament|(?!The\b|A\b|An\b|Its?\b|His\b|Her\b|In\b|On\b|By\b|These\b|All\b)[A-Z][\w’'-]+)"
    r"|whose\s+[\w-]+"
    r"|(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]n?|[Tt]his)\s+(?:(?!of\b)[\w’'-]+\s+){0,2}(?!\w+s\s)[\w’-]+)"
)
_PLURAL_VERBS = (
    r"vote|meet|open|begin|start|play|fly|arrive|leave|return|resume|gather|decide|go|come|close|end|perform|convene|"
    r"reopen|publish|report|travel|face|take\s+(?:place|office|effect)"
)
_HAVE_DONE = r"(?:\s+have\s+(?:an?|the|its|his|her|their)\s+(?:[\w’'-]+\s+){1,2}(?:[a-z]+ed|heard|read|told)\b)?"
_WITH_WILL = _HAVE_DONE + r"(?:\s+(?:not|also|then|be|have|\w+ly))*(?:\s+[a-z]+)?"
_OF_NOUN = r"(?:an?|the|its|his|her|their|our|this|that|these|those|some|such|low|high|bad|poor|heavy|strong|weak)\b"
_CUES = (  # what begins with a word
    rf"(?:will|won['’]t|shall|can|cannot|(?:would|should|must|may|might)\b(?!\s+(?:not\s+|never\s+)?have\s+[a-z]+|\s+not\s+(?:say|comment|confirm|discuss))"
    r"|could\b(?!n['’]t|\s+(?:not|no\s+longer|hardly|barely|only|never|have\s+[a-z]+)\b))"
    rf"\b{_WITH_WILL}"
    rf"|(?!due\s+to\s+{_OF_NOUN})(?:(?!set\b)(?:{_PLANS})\s+(?:on|in)|(?:{_PLANS}|{_GIVEN_WORD})\s+(?:to|for|by))(?:\s+be)?(?:\s+[a-z]+)?"
    r"|(?:told|asked|invited|urged|ordered|advised|warned)\s+(?:\w+\s+){0,2}to\s+(?!(?:the|an?|this|that|these|those|his|her|its|their|it|him|them|us|me|you)\b)[a-z]+"
    r"|(?:is|are)\s+(?:visiting|hosting|holding|attending|addressing|giving|facing|back|off|out|home|away)\b(?=(?:\s+[\w’'-]+){0,4}\s+on\s*$)"
    r"|(?:expects?|wants?|predicts?|forecasts?)\s+(?:[\w’'-]+\s+){0,4}to\s+[a-z]+"
    r"|(?:promises|pledges|expects|foresees|predicts|forecasts)\s+(?:an?|the|its|his|her|their|more|no)\b"
    r"|(?:plans?|planning)\s+to(?:\s+be)?(?:\s+[a-z]+)?"
    r"|(?:(?:is|are|am)\s+(?:going\s+)?|(?:has|have)\s+(?=to\b))to(?:\s+be)?(?:\s+[a-z]+)?"
    r"|(?:is|are)\s+forecast\s+(?:to|for|in|on)\b|(?:is|are|been)\s+(?:announced|called)\s+for\b"
    r"|at\s+the\s+(?:latest|earliest)\b|(?:due(?!\s+to\b)|upcoming|forthcoming|coming|awaits?|deadline|tomorrow|future|payable)\b"
    r"|(?:is|are)\s+(?:not\s+|being\s+|also\s+)?(?:\w+(?:ed|ing)|held|shown|sworn\s+in|heard|paid|sold|read|given|built)"
    r"(?:\s+(?:again|up|out|back|here|there))?(?=\s+(?:in|on|from|by)\s*$)"
    rf"|(?:{_SURELY_VERBS})\b"
)
# What begins with almost any word, and is looked for only where its verbs stand.
_SUBJECT_ACTS = rf"|{_SUBJECT}\s+(?:\w+ly\s+|then\s+|next\s+)?(?:{_NOUNS_TOO})\b"
_MANY_ACT = (
    r"|(?:[Tt]hey|[Ww]e|[Yy]ou|I|(?!(?:was|is|has|does|his|its|this|says|as|us)\b)[A-Za-z][a-z]+(?<!s)s|people"
    r"|and\s+(?:the\s+[a-z]+|(?:[A-Z][\w’'-]+\s+){0,2}[A-Z][\w’'-]+)(?:\s+\w+ly)?)\s+"
    rf"(?:{_PLURAL_VERBS})\b"
)
_OTHER_CUES = (
    rf"|['’]ll\b{_WITH_WILL}"
    r"|(?=[,\s])(?<=[a-z])(?<!ed)(?<!had)(?<!have)(?<!has)(?<!was)(?<!were)(?<!is)(?<!are)(?<!order)(?<!enough)(?<!not),?\s+to\s+be\s+"
    r"(?:\w{3,}ed|held|read|shown|heard|paid|sold|given|sworn\s+in|built|sent|told)\b"
    r"|(?:^|[“‘\"'])\W*(?:Ask|Come|Wait|Call|See|Check|Watch|Try|Join|Meet|Visit|Look|Expect|Register|Book)\b"
)
# One of these words stands in whatever looks forward.
_FIRST_WORDS = regex(r"(?:^|(?<=\|))[a-z]+")
_VERBS_TOO, _VERBS_OF_MANY = (frozenset(_FIRST_WORDS.findall(form)) for form in (_NOUNS_TOO, _PLURAL_VERBS))
_PLAN_WORDS = frozenset(f"{_PLANS}|{_GIVEN_WORD}".split("|"))
_FORWARD_WORDS = (
    frozenset(
        "will won shall can cannot would should must may might could told asked invited urged ordered advised "
        "warned is are am been has have expect expects want wants predict predicts forecast forecasts foresees "
        "plan plans planning latest earliest upcoming forthcoming coming await awaits deadline tomorrow future payable "
        "ll be Ask Come Wait Call See Check Watch Try Join Meet Visit Look Expect Register Book".split()
    )
    | frozenset(_FIRST_WORDS.findall(_SURELY_VERBS))
    | _PLAN_WORDS
    | _VERBS_TOO
    | _VERBS_OF_MANY
)
_WORD = regex(r"\w+")


@functools.cache
def _forward(*, subject: bool, many: bool) -> re.Pattern[str]:
    """Compile what looks forward, with the verbs that a noun may be like too, and those of several people."""
    acts = (_SUBJECT_ACTS if subject else "") + (_MANY_ACT if many else "")
    listed = rf"|,\s+(?:{_NOUNS_TOO})\b" if subject else ""  # what begins with a word is tried only where one begins
    return regex(rf"\b(?=[A-Za-z])(?:{_CUES}{acts}){_OTHER_CUES}{listed}")


FORWARD = _forward(subject=True, many=True)
PAST_TENSE = (
    rf"\b(?=[a-z])(?:{one_of(IRREGULAR_PAST)}|hit|cut|undercut|burst|cast|hurt|spread|split|shed|put|shut|quit|beat|"
    r"(?<!since\s)(?<!has\s)(?<!have\s)sat|wound\s+up|set\s+(?:up|out|off|down|in|on)|ago|since|following|after(?!\s+(?:that|which)\b)|"
    r"(?!need|indeed|hundred|speed|feed|breed|bleed|seed)[a-z]{2,}ed|(?<!to\s)(?:let|cost|read|wrung|strung|slung|flung|wove)|"
    r"could(?:n['’]t|\s+(?:not|no\s+longer|hardly|barely|only))|(?:would|should|could|might|must|may)\s+(?:not\s+)?have\s+(?!to\b)[a-z]{2,}|"
    r"would\s+not\s+(?:say|comment|confirm|discuss)|"
    r"(?<=,\s)(?:seen|shown|given|taken|written|drawn|thrown|torn|begun|spoken|stolen|broken|chosen|driven)|(?<=accused\s)of|(?<=suspected\s)of|(?<=convicted\s)of|(?<=acquitted\s)of|(?<=charged\s)with|(?<=blamed\s)for)\b|\bDid\b"
)
_PAST = regex(PAST_TENSE)
_ONCE = regex(r"\b(?:first|originally|initially|once|previously|earlier)\s+(?:been\s+)?$")
_WAS = regex(r"\b(?:was|were|had\s+been)\s+(?:\w+ly\s+|not\s+)?$")
_IS_PLAN = regex(rf"(?:{_PLANS}|{_GIVEN_WORD})\b")
_PASSIVE = regex(r"\b(?:is|are)\s+(?:\w+ly\s+|not\s+|now\s+)?$")
_IS_ON = regex(r"\b(?:is|are)\s+(?:not\s+until|on|in|at|(?:in|on|off|out|away|closed|shut|open)\s+(?:\w+\s+)?from)\s+$")
_MOVED = regex(
    r"\b(?:(?:is|was|were|been)\s+(?:moved|postponed|put\s+off|pushed\s+back|rescheduled|deferred|delayed)|"
    r"(?:moved|postponed|put\s+off|pushed\s+back|delayed)\s+(?:[\w’'-]+\s+){1,4})\s*to\s+$"
)
_EXTENDED = regex(r"\b(?:extend|renew|prolong)\w*\b[^.;]*\bthrough\s+$")
_SUBJECT_IS = regex(r"(?:^\W*|[,;:—]\s|\b(?:and|but|that|said|says|whether|as|while)\s)$")
_WILL = regex(r"\s+(?:will|won['’]t|is\s+going\s+to|is\s+likely)\b")
_PROMISED = regex(r"(?:agreed|decided|vowed|pledged|promised|told|asked|invited|urged|ordered|advised|warned|hoped)\b")
_IS = regex(r"\b(?:is|are|be|been|was|were)\s+(?:\w+ly\s+|not\s+)?$")
_ON, _IT_IS_THEN = regex(r"\W*On\s+"), regex(r",?\s+(?:it|there)\s+(?:is|are)\b")
_HE_SAID = regex(r",\s+(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]+)\s+(?:said|says|added|adds|told\s+\w+|wrote)(?=,)")
_AND_THEN = regex(r",\s(?:and|but)\s(?:\w+\s)?$")
_SUBJECT_WILL = regex(r",?\s(?!that\b)(?:[\w’'-]+\s){1,4}will\b")
_ADJECTIVE = regex(
    rf"\b(?:an?|the|its|his|her|their|our|{NUMBER_WORD}|\d+)\s+(?:\w+ly\s+)?\w+ed(?=\s+(?!(?:in|on|at|by|to|that|he|she|it|they|last|this|after|before|when|while|as|and|or|from|for|with|during|since)\b)[a-z])"
)
_IF = regex(r"\b(?:[Ii]f|[Uu]nless)\b[^,;]*$")
_PUT_OFF = regex(
    r"\b(?:extend|extension|postpon|delay|defer|adjourn|suspen|bann|bar(?:red|s)|clos|shut|remand|grant|gave|given|allow|renew|"
    r"prolong|put|froze|frozen|jail|detain|lock|told|ask|agreed|said|has|have|stay|deadline|reprieve|lease|contract|valid)\w*\b"
)
_VERB = 25  # characters before a verb that belong to its phrase
_OF_ITS_TIME = regex(
    rf"\b(?:would|should|might|may|can|could|cannot|future|coming|told|asked|invited|urged|ordered|deadline|{_PLANS}|{_GIVEN_WORD})\b"
)
_CALLED_FOR = regex(
    r"\b(?:call(?:ed|s)?|announce[sd]?|convene[sd]?|summon(?:ed|s)?|schedule[sd]?)\s+(?:[\w’'-]+\s+){1,4}for\s+$"
)
PLANNED = regex(r"\s*\((?:planned|scheduled|expected|due|to\s+come|tbc)\b", re.IGNORECASE)
_IT_IS = regex(r"\b[Ii]t\s+(?:is|was)\s+(?:now\s+)?(?:the\s+\w+\s+week\s+of\s+)?$")
_DATED = regex(
    r"\b(?:report|letter|statement|speech|memo|note|dispatch|decree|judgment|ruling|cable|email|e-mail|article|edition|issue|"
    r"interview|address)\b(?:\s+(?:to|in|for|with|on)\s+[\w’']+(?:\s+[A-Z]\w+)?)?\s+of\s+$"
)
_BUT = regex(r",?\s+but\b")
_DUE = regex(r"\b(?:due|planned|scheduled|set|expected)\s+(?:in|on|for|by)\s+$")
_HAD_BEEN_DUE = regex(r"\bhad\s+been\s+(?:due|planned|scheduled|set|expected)\s+(?:in|on|for|by)\s+$")
_WERE_NOT = regex(
    r"\s+(?:was|were)\s+(?:\w+ly\s+)?(?:put\s+off|postponed|cancel+ed|called\s+off|abandoned|scrapped|dropped)\b"
)
_IN_A_LETTER = regex(
    r"^\W*In\s+(?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){0,3}(?:report|letter|statement|speech|memo|note|post|e-?mail|article|interview|"
    r"address|filing|ruling|video|broadcast|briefing)\s+(?:on|in|from)\s+$"
)
_TIME = (
    r"(?:the\s+(?:end|middle|start|beginning|close|evening|morning)\s+of\s+"
    r"|(?:noon|midnight|dawn|[\d.:]+(?:\s*[ap]\.?m\.?)?)\s+on\s+)?"
)
_UNTIL = regex(rf"\b(?:until|till)\s+{_TIME}$", re.IGNORECASE)
_BY = regex(r"\b(?:by|before)\s+(?:the\s+(?:end|middle|start|beginning)\s+of\s+)?$", re.IGNORECASE)
_COULD_NOT = regex(r"[^.,;:!?]*\bcould(?:n['’]t|\s+(?:not|no\s+longer|hardly|barely|only))\b")
_AHEAD = regex(
    r"\b(?:ahead\s+of|beyond|as\s+soon\s+as|in\s+advance\s+of|in\s+time\s+for|in\s+the\s+run-up\s+to)\s+$",
    re.IGNORECASE,
)
_DEMAND = regex(
    r"\b(?!orders\b)(?:demand|order|ask|urg|want|requir|request|instruct|invit|told|gave|given|call|propos|seek|sought|promis|pledg|vow|agree|commit|undertak|undertook|threaten|warn)\w*\b(?!.*\b(?:was|were|had)\b)"
    r"|\bto\s+(?:be\s+)?[a-z]+(?:\s+[\w’'-]+){0,8}\s*$"
)
_PLUPERFECT = regex(
    r"\b(?:had|['’]d)(?:\s+(?:\w+ly|not|never|been|already|just|also|once|long|since|twice|first|himself|herself|itself))*\s+"
    r"(?!(?:an?|the|no|to|his|her|its|their|some|many|little|only|two|three|more)\b)[a-z]+(?:ed|en|n|ght|t|d|ne|un|um|me|ng|nk|ck)\b"
)
_OPENED, _ENDED = regex(r"[“\"«]|‘(?!\d)"), regex(r"[”\"»]|’(?!\w)")
_HAD_BEEN = regex(
    r"\bhad\s+(?:\w+ly\s+|already\s+)?been\s+(?!told|asked|ordered|due|set|expected)\w+(?:\s+(?!to\b)[\w’'-]+){0,8}\s+"
    r"(?:by|before)\s+$"
)
_CLOSED = regex(r"’(?!\w)")
_LONGEST = 400  # characters to either side that are read of a sentence


@functools.lru_cache(maxsize=1024)
def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span of the sentence that holds `start` to `end`, without its stop, a very long one cut."""
    ends = sentence_ends(text)
    before = bisect_right(ends, start, key=lambda one: one.begin)
    after = bisect_left(ends, end, key=lambda one: one.stop)
    first = ends[before - 1].begin if before else 0
    last = ends[after].stop if after < len(ends) else len(text)
    return max(first, start - _LONGEST), min(last, end + _LONGEST)


@functools.lru_cache(maxsize=1024)
def direction(text: str, start: int, end: int) -> int:
    """Give 1 where the words near a date look forward, -1 where they look back, 0 where they do not say.

    The nearest cue before the date in its sentence decides, without one the first after it: `said on Tuesday that it
    will` looks back, `will meet on Tuesday` forward. A verb phrase is one cue, so `will be held` is no past.
    """
    first, last = sentence_bounds(text, start, end)
    before, after = text[first:start], text[end:last]
    if is_quoted(text, start):  # who said it, and when, says nothing of its time
        before, after = _OPENED.split(before)[-1], _ENDED.split(after)[0]
    beside = _by_its_verb(before, after) or _by_words_beside(before, after)
    if beside is not None:
        return beside
    before, after = _HE_SAID.sub("", before), _HE_SAID.sub("", after)
    own = re.split(r";\s", before)
    if len(own) > 1 and not _cues(own[-1]):
        before, after = own[-1], after.split(";")[0]  # a clause of its own, whose verb is to come
    elif _AND_THEN.search(before) and _SUBJECT_WILL.match(after):
        return 1
    if earlier := _cues(before):
        return earlier[-1]
    later = _cues(after)
    return -1 if later and _promises_then(after) else later[0] if later else 0


def _promises_then(after: str) -> bool:
    """Tell whether the first verb after a date promises or asks, which is done then: `On Friday she promised to`."""
    first = FORWARD.search(after)
    return first is not None and _PROMISED.match(first[0]) is not None and not _IS.search(after, 0, first.start())


def _by_its_verb(before: str, after: str) -> int | None:
    """Tell the direction where the date is the subject of a verb to come: `and the second half will be better`."""
    to_come = _ON.fullmatch(before) and _IT_IS_THEN.match(after)
    return 1 if to_come or (_SUBJECT_IS.search(before) and _WILL.match(after)) else None


def _by_words_beside(before: str, after: str) -> int | None:
    """Tell the direction where the words right before or after a date settle it; None where they do not."""
    if _IT_IS.search(before):
        return -1  # a scene told in the present
    if (
        _CALLED_FOR.search(before)
        or PLANNED.match(after)
        or _AHEAD.search(before)
        or _IS_ON.search(before)
        or _MOVED.search(before)
        or _EXTENDED.search(before)
    ):
        return 1
    if _UNTIL.search(before):
        return _limit(before, after)
    called_off = _DUE.search(before) and _WERE_NOT.match(after)
    if called_off or _HAD_BEEN_DUE.search(before) or _DATED.search(before) or _IN_A_LETTER.search(before):
        return -1
    condition = _IF.search(before)
    if condition and not verbs(condition[0]):
        return 1
    by = _BY.search(before)
    return _deadline(before, after, by[0]) if by else None


def is_quoted(text: str, at: int) -> bool:
    """Tell whether a position stands between quotation marks."""
    opened = text.count("“", 0, at) > text.count("”", 0, at) or text.count("«", 0, at) > text.count("»", 0, at)
    return opened or text.count('"', 0, at) % 2 == 1 or _is_singly_quoted(text, at)


def _is_singly_quoted(text: str, at: int) -> bool:
    """Tell whether a position stands between single marks, of which the closing one is an apostrophe too."""
    opened = text.rfind("‘", max(0, at - _LONGEST), at)
    return opened >= 0 and not text[opened + 1].isdigit() and _CLOSED.search(text, opened, at) is None


def was_planned(text: str, start: int, end: int) -> bool:
    """Tell whether a date is that of a plan told in the past tense: `was due on Monday`."""
    first, _ = sentence_bounds(text, start, end)
    if _PLAN_WORDS.isdisjoint(_WORD.findall(text, first, start)):
        return False
    plans = [match for match in FORWARD.finditer(text, first, start) if _IS_PLAN.match(match[0])]
    return bool(plans) and _WAS.search(text, first, plans[-1].start()) is not None and not _BUT.match(text, end)


@functools.lru_cache(maxsize=1024)
def is_flashback(text: str, start: int, end: int) -> bool:
    """Tell whether the clause of a date looks back in the pluperfect from what is told: `had opened`."""
    first, last = sentence_bounds(text, start, end)
    before = re.split(r"[;:—]\s", text[first:start])[-1]
    if re.match(r"\W*(?:(?:But|And)\s+)?[Bb]y\b", before) or _BY.search(before):
        return False  # `by May they had arrived` goes on
    if _cues(before):
        had = [match.start() for match in _PLUPERFECT.finditer(before)]
        return bool(had) and not re.search(r",\s|\bwould\b", before[had[-1] :])
    main = re.sub(r"^\s*(?:\([^)]*\))?,?\s(?:(?:as|when|while|[a-z]+ing)\s[^,;:]*,\s)?", "", text[end:last])
    after = re.split(r"[;:,—]\s", main)[0]
    return _PLUPERFECT.search(after) is not None


def is_now_to_come(text: str, start: int, end: int) -> bool:
    """Tell whether the words near a date look forward from the time of writing: `goes back`, not `would go back`."""
    first, last = sentence_bounds(text, start, end)
    cues = list(FORWARD.finditer(text, first, start))[-1:] or list(FORWARD.finditer(text, end, last))[:1]
    return direction(text, start, end) > 0 and any(_OF_ITS_TIME.search(cue[0]) is None for cue in cues)


def verbs(clause: str) -> list[str]:
    """Give the verbs in the past tense."""
    return _PAST.findall(clause)


def _limit(before: str, after: str) -> int:
    """Tell whether what goes on until a date is over: what was put off until then is to come, what lasted is not."""
    if re.search(
        r"\b(?:given|gave|extended|postponed|delayed|deferred|adjourned|put\s+(?:off|back)|remanded|renewed|prolonged)\s",
        before,
    ):
        return 1
    if re.search(r"\b(?:was|were|had|lasted|remained|stayed|ran)\b", before):
        return -1
    past, cues = list(_PAST.finditer(before)), _cues(before)
    if not cues:
        return next(iter(_cues(after)), 1)
    return -1 if past and cues[-1:] == (-1,) and not _PUT_OFF.search(before, max(0, past[-1].start() - _VERB)) else 1


def _deadline(before: str, after: str, word: str) -> int:
    """Tell whether a deadline is over: what was done by it was, what was asked for or is to be done is to come."""
    if word[:3].casefold() == "bef" and re.match(r"['’]s\s", after):
        return 1  # `before Friday's vote`
    if _COULD_NOT.match(after):
        return -1
    earlier, later = _cues(before), _cues(after)
    if _HAD_BEEN.search(before):
        return -1
    if earlier:
        return 1 if earlier[-1] > 0 or _DEMAND.search(_BY.sub("", before)) else -1
    return later[0] if later else 1


def _way_of_plan(words: str, match: re.Match[str]) -> int:
    """Take a plan as to come, unless it `was first made for` its date; where it `was due`, nobody knows."""
    if _ONCE.search(words, 0, match.start()):
        return -1
    return 0 if _WAS.search(words, 0, match.start()) and _IS_PLAN.match(match[0]) else 1


def looking_forward(words: str) -> Iterator[re.Match[str]]:
    """Give what looks forward among some words, in order."""
    its = frozenset(_WORD.findall(words))
    if _FORWARD_WORDS.isdisjoint(its):
        return iter(())
    form = _forward(subject=not _VERBS_TOO.isdisjoint(its), many=not _VERBS_OF_MANY.isdisjoint(its))
    return form.finditer(words)


@functools.lru_cache(maxsize=1024)
def _cues(words: str) -> tuple[int, ...]:
    forward = [(match.start(), match.end(), _way_of_plan(words, match)) for match in looking_forward(words)]
    past = list(_PAST.finditer(words))
    if not past:
        return tuple(way for _, _, way in forward)
    spans = [(first, last) for first, last, _ in forward] + [match.span() for match in _ADJECTIVE.finditer(words)]
    back = [
        (match.start(), match.end(), -1)
        for match in past
        if not any(first <= match.start() < last for first, last in spans)
        and not _PASSIVE.search(words, 0, match.start())
    ]
    return tuple(way for _, _, way in sorted(forward + back))
