"""What the words around a name say of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.classes import CUES_OF_CLASSES, NAME, by_noun
from generator.knowledge.suggestions.deeds import CUES_OF_DEEDS, acts
from generator.knowledge.suggestions.groups import is_persons
from generator.knowledge.suggestions.lists import HEADS, cue, is_big
from generator.knowledge.suggestions.name_shapes import says_body
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.suggestions.vicinity import Vote, after, before, owned, word_after, word_before
from generator.knowledge.suggestions.whereabouts import CUES_OF_PLACES, is_attribute
from generator.knowledge.words import is_plain, listed
from generator.model import Kind

_AGE: Final = re.compile(r",? \(?\d{1,2}\)?,(?!\d)|,? (?:is|was|turns|turned) \d{2}[.,;]? ?(?!\d|per|million|billion)")
_WHO: Final = re.compile(r",? (?P<word>who|whose|himself|herself)\b(?P<many> (?:are|were|have|play)\b)?")
_INSERTED: Final = re.compile(r"\b(?:[Ff]rom|[Oo]f|[Ii]n|[Aa]t|[Nn]ear) (?:the )?$")
_LED: Final = re.compile(r"\b(?:market|world|industry|global) leader\b")
_ROLE: Final = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Hh]is|[Hh]er|[Aa]n?) (?:[a-z-]+(?:[’']s)? ){0,2}?(?P<noun>[a-z-]+)"
    r"(?P<body> (?:at|for|with) [^,.;:()“”]{2,50})?, $"
)
_NOUN_PHRASE: Final = (
    r"(?:an?|the|one of the|its?|his|her|[A-Z][\w-]+(?: [A-Z][\w-]+)?[’']s?) "
    r"(?:(?!and )[\w’'.-]+ ){0,4}?(?P<noun>\w[\w-]*)"
)
_APPOSITION: Final = re.compile(
    r", "
    + _NOUN_PHRASE
    + r"(?:[,.;:)]| (?:\w+ed|built|run|of|in|for|from|at|that|which|who|on|to|with|near|outside|between|"
    r"just|some|about|where|whose|by|led|"
    r"and (?:his|her|its|a)|(?:north|south|east|west)[\w-]*)\b|$)"
)
_ONCE: Final = re.compile(r", (?:an?|the) (?:former|then|onetime|late) ")
_NEXT_NAME: Final = re.compile(r"(?<=,) [A-Z][\w’'-]+ [A-Z][\w’'-]+,")  # over the Lindel, a teacher, Anna Lind,
_ROLE_AFTER: Final = re.compile(r", (?:[a-z-]+ ){0,3}?(?P<noun>[a-z-]+) (?:of|at|for|in|with|from)\b")
_RANK_AFTER: Final = re.compile(r", (?:the )?(?P<rank>[A-Z][a-z]+)(?: [A-Z][a-z]+)? (?:of|for) ")
_COPULA: Final = re.compile(r" (?:is|was|are|were|became) " + _NOUN_PHRASE + r"(?![\w-])")
_CALLED: Final = re.compile(
    r"\b(?P<noun>\w[\w-]*)(?P<of>,| called| named| known as| of| is called|, which is called|"
    r" is known as)? (?:(?<=, )the )?[“\"]?$"
)
_LEADS: Final = re.compile(
    r"\b(?:members?|elders|chiefs?|warriors|ranks|leaders?|founders?|head|fighters|chairman|chair|president|ceo|director|"
    r"spokes\w+|commander|"
    r"employees|"
    r"executive|joined|joining|founded|editor|reporters?|journalists?|professor|student|analyst|economist|researcher|"
    r"fellow|scholar|lecturer|"
    r"engineer|partner|manager|scout|coach|captain|striker|goalkeeper|shares|stake|works?|worked|working|wrote|"
    r"accounts?|play|"
    r"plays|"
    r"played|signed|years|career|job|internship|stint|covers \w+|unit|division|subsidiary|arm|customers?|owned|run|"
    r"made|backed) (?:of|at|for|with|by) (?<!founded by )(?:the )?(?:[a-z-]+ ){0,2}$|\b(?:shares|stake) in (?:the )?$"
)
# What is done to or made by persons alone: `he married Lind`, `the wife of Lind`.
_OF_PERSON: Final = re.compile(
    r"\b(?:married|befriended|served under|succeeded by|directed by|edited by|portrayed by|starring|headed by|"
    r"founded by|chaired by|"
    r"sailed with|dined with|travelled with|met with|loyal to|painted by|"
    r"written by|(?:portrait|bust|statue|poster|biography|wife|husband|widow|son|daughter|mother|father|brother|"
    r"sister|friend|"
    r"pupil|death|murder|arrest|assassination|resignation|memoirs|poems|novels|daughters|sons|theory|works) of) $"
)
_KNOWN_AS_MANY: Final = re.compile(
    r",? (?:also |better )?(?:known as|called|nicknamed) the (?:[A-Z][\w’'-]+ )?[A-Z][a-z]+s\b"
)
_GLOSS: Final = re.compile(
    r"[”\"’*]*, or (?!so|not|at|even|in|to|else|perhaps|rather|as|if|for|on|by)[a-z-]+ [a-z-]+[,.;]"
)
_NAME_OF: Final = re.compile(r"\b[A-Z][a-z’'-]+ [A-Z][\w’'-]+ of $")
_NAME_AT: Final = re.compile(r"\b[A-Z][a-z’'-]+ [A-Z][\w’'-]+, (?:now |then |also )?at $")
_PLAYS: Final = re.compile(r"\b(?:play|plays|played|playing|scored|scores|captains|captained) for $")
_DESIGNATED: Final = re.compile(
    r"\b(?:declar|designat|brand|label|call|nam|proclaim|describ|outlaw|recogni[sz]|list|denounc|regist)[a-z]* "
    rf"(?:both )?(?:{NAME} and )?(?:the )?$"
)
_AS: Final = re.compile(rf"(?: and (?:the )?{NAME})?(?: as)? (?:an?|the|as)(?: [a-z-]+){{0,2}}? (?P<noun>[a-z-]+)\b")
_SUBJECT_IS: Final = re.compile(
    r"(?:^|[.;,!?”\"] |\b(?:and|but|that) )[Tt]he (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+) (?:is|was|will be) (?:the )?$"
)
_OF_ITS_YEAR: Final = re.compile(r", (?:of|from|in) (?:1[5-9]|20)\d\d,| \((?:1[5-9]|20)\d\d\)")
_REIGNS: Final = frozenset("regime presidency administration premiership".split())
_ABOARD: Final = re.compile(
    r"\b(?:aboard|on board|boarded|(?:captain|master|crew|deck|decks|wreck|sinking|hull|launch) of) the $"
)
_SAILS: Final = re.compile(
    r" (?:had |has |would )?(?:sank|sunk|sailed|steamed|docked|capsized|foundered|ran aground|weighed anchor|"
    r"put to sea|was (?:scuttled|torpedoed|launched|rammed|sunk|salvaged))\b|"
    r",? (?:with )?her (?:rudder|hull|cargo|crew|bow|masts?|guns)\b"
)
_VESSEL: Final = re.compile(
    r"\b(?:battleship|warship|trawler|tanker|frigate|corvette|destroyer|submarine|schooner|steamer|steamship|freighter|"
    r"icebreaker|lifeboat|yacht|ferry|(?:bulk|aircraft|car|gas|ore) carrier|"
    r"(?:container|cargo|cruise|research|training|hospital|merchant) (?:ship|vessel)) [“\"]?$"
)
_OF_GROUPS: Final = frozenset(
    "leaders founder founders chairman members candidate candidates supporters shares board".split()
)
_WORK_OF: Final = re.compile(
    r"\b(?:wrote|composed|directed|filmed|painted|translated|"
    r"(?:volume|chapter|edition|preface|stanza|canto|copy|copies) of) (?:The )?$"
)
_BOOK: Final = re.compile(
    r"\b(?:book|novel|memoir|biography|history|film|play|poem|essay|album|song|opera),? (?:The|An?) $"
)
_NOUN_IN: Final = re.compile(r"\b[Aa]n? (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+) (?:in|of|from) [A-Z][\w’'-]+, $")
_BODIES: Final = frozenset("group charity nonprofit ngo watchdog organisation organization party company firm".split())
_NAMING: Final = frozenset({" is called", ", which is called", " is known as", " called", " named", " known as"})


def title(_: str, run: Run) -> Iterator[Vote]:
    """`Gen. Lind`, `Foreign Minister Anna Lind`."""
    if run.title and not cue(run.title, "creeds_and_ranks"):
        yield Kind.ACTORS, 6


def role_before(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the journalist Anna Lind`; of `the trader Lindco` the name is a firm's."""
    word = word_before(text, run)
    if before(text, run).endswith("the late "):
        yield Kind.ACTORS, 7
    shared = cue(word, "group_nouns") or cue(word, "creeds_and_ranks")  # the official Lindpress
    if word in speech.PEOPLE and (is_persons(run.name) or not shared):
        yield Kind.ACTORS, 4


def age(text: str, run: Run) -> Iterator[Vote]:
    """`Anna Lind, 42,`."""
    if _AGE.match(after(text, run)):
        yield Kind.ACTORS, 7


def role_and_comma(text: str, run: Run) -> Iterator[Vote]:
    """Hear `its director, Anna Lind, said`, `an analyst at Lindco, Anna Lind, said`."""
    found = _ROLE.search(before(text, run))
    if found and found["body"] and " " not in run.name:
        return  # a clerk at Lind Brothers, Lindham,
    if found and found["noun"] in speech.PEOPLE and after(text, run).startswith(","):
        yield Kind.ACTORS, 4 if cue(found["noun"], "group_nouns") else 6


def who(text: str, run: Run) -> Iterator[Vote]:
    """`Lind, who`; after `a man from Lindham, who` it is the man that is meant, and after `who are` a team."""
    found = _WHO.match(after(text, run))
    if run.opening and after(text, run).startswith(", which "):
        yield Kind.ACTORS, -6  # Grant Lindbert, which was hired, counts
    if not found or _INSERTED.search(before(text, run)):
        return
    if found["many"]:
        if not before(text, run).endswith(" and "):  # Anna Lind and Bea Lund, who are
            yield Kind.GROUPS, 3
    elif says_body(run.name) or (word_before(text, run) == "the" and " " not in run.name):
        yield Kind.GROUPS, 3  # the Lindukama, who live there
    elif found["word"] != "whose":
        yield Kind.ACTORS, 6


def follower(text: str, run: Run) -> Iterator[Vote]:
    """`Lindco shares`, `Lind Front fighters`; `the Lind regime` is called after a person."""
    if word_after(text, run) in _REIGNS and word_before(text, run) == "the" and not is_big(run.name):
        yield Kind.ACTORS, 3
    if cue(word_after(text, run), "group_followers") and not owned(text, run):
        yield Kind.GROUPS, 2


def led(text: str, run: Run) -> Iterator[Vote]:
    """Hear `Lindow’s leaders`."""
    if owned(text, run) in _OF_GROUPS and not is_big(run.name):
        yield Kind.GROUPS, 2


def term_follower(text: str, run: Run) -> Iterator[Vote]:
    """Hear `a Lindur missile`."""
    if cue(word_after(text, run).removesuffix("s"), "term_followers"):
        yield Kind.GLOSSARY, 3


def leader_before(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the leader of Lind Front`, `eight years at Lindco`."""
    if _LEADS.search(before(text, run)) and not is_persons(run.name):
        yield Kind.GROUPS, 2


def body_of_person(text: str, run: Run) -> Iterator[Vote]:
    """Hear `Anna Lind of Lindlow Tilby`: who is of something is a person, and what he is of is none."""
    if _NAME_OF.search(before(text, run)):
        yield from ((Kind.ACTORS, -3), (Kind.GROUPS, 1))


def at_its_body(text: str, run: Run) -> Iterator[Vote]:
    """Hear `Anna Lind, at Lindersinka, thinks`: where somebody works."""
    if _NAME_AT.search(before(text, run)) and after(text, run).startswith(",") and not is_big(run.name):
        yield Kind.GROUPS, 4


def many(text: str, run: Run) -> Iterator[Vote]:
    """Hear `Lindai Lindmatgar, known as the Blue Caps, were`: who is called by a plural is several."""
    if _KNOWN_AS_MANY.match(after(text, run)) and not _INSERTED.search(before(text, run)):
        yield Kind.GROUPS, 6


def glossed(text: str, run: Run) -> Iterator[Vote]:
    """Hear `a needs-based draft (NBD)`, `Lindpflicht, or needs-based conscription,`: letters or a word for a term."""
    if " " in run.name:
        return
    if noun := _written_out(text, run):
        body = cue(noun, "group_nouns") or cue(noun, "group_heads")
        yield (Kind.GROUPS, 4) if body else (Kind.GLOSSARY, 8)
    elif _GLOSS.match(after(text, run)):
        yield Kind.GLOSSARY, 3


def _written_out(text: str, run: Run) -> str:
    """Give the last word, in the singular, of what letters in brackets are short for where it is written small."""
    left = before(text, run)
    if not (left.endswith(" (") and run.name.rstrip("s").isupper()):
        return ""
    letters = run.name.rstrip("s").lower()
    words = re.findall(r"[\w’']+", left)[-len(letters) :]
    spelt = "".join(word[0] for word in words) == letters and all(word.islower() for word in words)
    return words[-1].removesuffix("s") if spelt else ""


def thing(text: str, run: Run) -> Iterator[Vote]:
    """Hear `he bought a Lindagnini`: what there are several of is a thing."""
    if word_before(text, run) in {"a", "an"} and " " not in run.name and not is_attribute(text, run):
        yield Kind.GLOSSARY, 2


def club(text: str, run: Run) -> Iterator[Vote]:
    """Hear `she played for Lindham`: clubs are called after their towns."""
    if _PLAYS.search(before(text, run)):
        yield Kind.GROUPS, 7


def person_before(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the wife of Lind`."""
    if _OF_PERSON.search(before(text, run)):
        yield Kind.ACTORS, 3


def apposition(text: str, run: Run) -> Iterator[Vote]:
    """`Lindco, a maker of seeds,`."""
    found = _APPOSITION.match(after(text, run))
    if found and _LED.search(found[0]):
        yield Kind.GROUPS, 4
    elif found and not (_NEXT_NAME.match(text, run.end + found.end()) or _is_next(text, run, found["noun"])):
        if found["noun"] == "people":
            yield Kind.GROUPS, 8  # the Linds, a people of the coast
            return
        governed = _INSERTED.search(before(text, run)) is not None  # In Lindham, a spokesman
        is_site = cue(found["noun"], "place_nouns")  # At Lindham, a dam
        noun = found["noun"].lower()
        if found[0].startswith(", one of "):
            noun = noun.removesuffix("s")
        votes = by_noun(noun, run, 4 if governed and not is_site else 8)
        if _ONCE.match(found[0]) and noun in speech.PEOPLE and not any(map(is_plain, run.name.split())):
            votes = iter([(Kind.ACTORS, 8)])  # Lind, a former trader at Lindco
        said_of = Kind.GROUPS if is_persons(run.name) else Kind.ACTORS  # the Front of Samir Lind, a party,
        yield from (vote for vote in votes if not (governed and vote[0] is said_of))


def _is_next(text: str, run: Run, noun: str) -> bool:
    """Tell whether what follows is a name: the subject, or a body before an office, `the Bank of Norway governor`."""
    return noun[0].isupper() and (" " in run.name or _INSERTED.search(before(text, run)) is not None)


def role_after(text: str, run: Run) -> Iterator[Vote]:
    """`Anna Lind, commercial director at Lindco`."""
    found = _ROLE_AFTER.match(after(text, run))
    if found and found["noun"] in speech.PEOPLE and not _INSERTED.search(before(text, run)):
        yield Kind.ACTORS, 4


def rank_after(text: str, run: Run) -> Iterator[Vote]:
    """`Linda, Queen of Norway,`."""
    found = _RANK_AFTER.match(after(text, run))
    if found and listed(found["rank"], "titles") and not _INSERTED.search(before(text, run)):
        yield Kind.ACTORS, 5


def copula(text: str, run: Run) -> Iterator[Vote]:
    """`Lindco is the oldest bank`."""
    found = _COPULA.match(after(text, run))
    if found:
        yield from by_noun(found["noun"].lower(), run, 3)


def noun_before(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the militia Lind Front`, `a town called Lindham`, `the province of Lind`."""
    found = _CALLED.search(before(text, run))
    if found and found["noun"].islower() and (is_persons(run.name) or not cue(found["noun"], "creeds_and_ranks")):
        is_apposition = found["of"] != "," or after(text, run).lstrip('”" ')[:1] in set(",.;:()–—")
        strong = (
            found["of"] == "," and is_apposition and not (is_persons(run.name) or cue(found["noun"], "place_nouns"))
        )
        body = not found["of"] and found["noun"] in _BODIES and " " in run.name  # the aid group Vento di Lindra
        votes = by_noun(found["noun"], run, 6 if strong or body or found["of"] in _NAMING else 3)
        for kind, weight in votes:
            allowed = kind is Kind.PLACES if found["of"] == " of" else is_apposition or kind is Kind.ACTORS
            if allowed:
                yield kind, weight


def no_site(text: str, run: Run) -> Iterator[Vote]:
    """Hear `Emily Field expects`: where a site has the same name, what begins a sentence or acts is a person."""
    doer = run.opening or acts(text, run) or word_before(text, run) in {"by", "under"}
    if doer and is_given_name(run.name.split()[0]) and cue(run.name.split()[-1], "plain_surnames") and " " in run.name:
        yield Kind.ACTORS, 3


def subject_is(text: str, run: Run) -> Iterator[Vote]:
    """Hear `The ship was the Lind`, `The buyer is Lindco`."""
    if found := _SUBJECT_IS.search(before(text, run)):
        yield from by_noun(found["noun"], run, 6)


def designated(text: str, run: Run) -> Iterator[Vote]:
    """Hear `declared the Lind Front a political party`, `listed Lind Front and Lindow as terrorist organisations`."""
    if _DESIGNATED.search(before(text, run)) and (found := _AS.match(after(text, run))):
        yield from by_noun(found["noun"], run, 4)


def dated(text: str, run: Run) -> Iterator[Vote]:
    """`Lindel, of 1983,`, `Lindel (1983)`: works are told with their year."""
    if _OF_ITS_YEAR.match(after(text, run)) and not any(cue(run.name.split()[-1], heads) for heads in HEADS):
        yield Kind.GLOSSARY, 3


def work(text: str, run: Run) -> Iterator[Vote]:
    """Hear `he wrote Lindel Tek about a fool`."""
    if _BOOK.search(before(text, run)):
        yield Kind.GLOSSARY, 7  # her book The Lind Road
    elif _WORK_OF.search(before(text, run)) and not run.title:
        yield Kind.GLOSSARY, 3 if " " not in run.name or is_persons(run.name) else 7


def noun_in_town(text: str, run: Run) -> Iterator[Vote]:
    """Hear `A buyer in Bergen, Lindetta Skip, says`."""
    found = _NOUN_IN.search(before(text, run))
    if found and after(text, run).startswith(","):
        yield from by_noun(found["noun"], run, 4)


def vessel(text: str, run: Run) -> Iterator[Vote]:
    """Hear `aboard the Lind`, `the Lind sank`, `the battleship Lindham`, called after anybody and any place."""
    if _VESSEL.search(before(text, run)):
        yield Kind.GLOSSARY, 7
    if _ABOARD.search(before(text, run)) or (word_before(text, run) == "the" and _SAILS.match(after(text, run))):
        yield Kind.GLOSSARY, 4


CUES_AROUND: Final[Sequence[Callable[[str, Run], Iterator[Vote]]]] = (
    title,
    role_before,
    age,
    role_and_comma,
    who,
    follower,
    led,
    term_follower,
    leader_before,
    body_of_person,
    at_its_body,
    many,
    glossed,
    thing,
    club,
    person_before,
    apposition,
    role_after,
    rank_after,
    copula,
    noun_before,
    no_site,
    subject_is,
    designated,
    dated,
    work,
    noun_in_town,
    vessel,
    *CUES_OF_CLASSES,
    *CUES_OF_PLACES,
    *CUES_OF_DEEDS,
)
