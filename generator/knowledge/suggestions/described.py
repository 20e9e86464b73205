"""Find what an article tells of without a proper name: events by what happened and when, terms by their definition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.knowledge.dates.words import FULL_MONTH
from generator.knowledge.quotations import words as speech
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.groups import is_persons
from generator.knowledge.suggestions.lists import cue, is_region, is_state, listed_words
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.words import is_calendar, is_demonym, is_plain, listed
from generator.model import Block

_MODIFIER: Final = "|".join(sorted(listed_words("event_modifiers")))
_EVENT: Final = "|".join(sorted(listed_words("small_event_heads")))
_DEED: Final = "|".join(sorted(listed_words("dated_event_heads")))
_WAR: Final = re.compile(rf" (?:(?:{_MODIFIER}) )?(?:{_EVENT})\b(?! (?:crimes?|criminals?|chest|room|zone)\b)")
_YEAR_DEED: Final = re.compile(
    rf"\b(?:[Tt]he|[Aa]|[Ss]ince|of) (?P<name>(?:1[5-9]|20)\d\d (?:(?:{_MODIFIER}) )?(?:{_DEED}|{_EVENT}))\b"
)
_DEED_OF: Final = re.compile(
    rf"\b(?:[Tt]he|[Aa]) (?P<name>(?:(?:{_MODIFIER}) )?(?:{_DEED}|{_EVENT})"
    rf" (?:of|in) (?:(?:{FULL_MONTH}) )?(?:1[5-9]|20)\d\d(?:[–-]\d{{2,4}})?)\b"
)
_DATED_DEED: Final = re.compile(
    rf" (?:(?:{_MODIFIER}) )?(?:{_DEED}|{_EVENT})"
    rf"(?= (?:of|in|on) (?:\d{{1,2}} )?(?:early |late )?(?:{FULL_MONTH}|(?:1[5-9]|20)\d\d)\b)"
)
# What a place is remembered for: `the battle of Lindham`.
_FOUGHT: Final = re.compile(
    r"(?P<name>\b(?:battle|siege|massacre|treaty|sack|burning|naval battle) (?:of|at) (?:the )?)$"
)
_WAR_IN: Final = re.compile(
    rf"\b[Tt]he (?P<name>(?:(?:{_MODIFIER}) )?(?:war|invasion|siege|blockade) (?:in|of|on) "
    r"(?P<place>[A-Z]\w+(?: [A-Z]\w+)?))"
)
_KNOWN_AS: Final = re.compile(
    rf" (?:(?:{_MODIFIER}) )?(?:{_DEED}|{_EVENT}|affair|blockade|incident|march|protest|scandal|standoff|walkout)"
    r"(?=,? as (?:it|they|the \w+) (?:became|came to be|has become|is|was|are|were) (?:known|called)\b)"
)
_KIND_WORD: Final = "|".join(sorted(listed_words("defining_nouns")))
_OPENING_KIND_WORD: Final = "|".join(sorted(listed_words("nouns_defining_openings")))
_TERM: Final = re.compile(
    r"(?:^|[,(“\"]|\b(?:the|an?|of|for|with|to|by|called|in|as|on|from|demand|through|about|and)) [“\"]?"
    r"(?P<name>[^\W\d_][\w’'-]+(?: (?:and )?[a-z][\w’'-]+){0,2})[”\"]?, "
    rf"(?:an?|the) (?:[\w-]+ ){{0,2}}?(?:{_KIND_WORD}) (?:of|in|by|that|which|to|for|on|whose|where|used|with|from)\b"
)
_OPENING_TERM: Final = re.compile(
    r"(?:^|[.!?:][”\"]? )[“\"]?(?P<name>[A-Z][a-z’'-]+(?: (?:and )?[a-z][\w’'-]+){0,2})[”\"]?, "
    rf"(?:an?|the) (?:[\w-]+ ){{0,2}}?(?:{_KIND_WORD}|{_OPENING_KIND_WORD})"
    r" (?:of|in|by|that|which|to|for|on|whose|where|used|made|with|from)\b[^,.;:!?]*, (?!and\b|or\b)"
)
_CALLED: Final = re.compile(
    r"(?:\b(?:that|which|what) (?:[\w’'-]+ ){1,4}calls?|, known(?: locally)? as) [“\"]?"
    r"(?P<name>[a-z][\w’'-]+(?: [a-z][\w’'-]+)?)[”\"]?(?=[,.;:)])"
)
_GLOSSED: Final = re.compile(
    r"(?<![\w’'-])(?P<name>[a-z][a-z’'-]{3,}(?: [a-z][a-z’'-]{3,})?), or "
    r"[“‘\"]?[a-z-]+(?: [a-z-]+){0,3}[”’\"]?(?=[,.;:)])"
)
_SPECIES: Final = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][a-z]{3,} [a-z]{3,}(?:us|um|is|ii|ae|ens|ans|ata|ica|osa|ina))\b"
)
_IS_CALLED: Final = re.compile(
    rf"\b[Tt]he (?:[a-z-]+ )?(?:{_KIND_WORD}) (?:is|was)(?: called| named)? [“\"]?"
    r"(?P<name>[a-z][\w-]+)[”\"]?(?=[,.;:)])"
)
_BODY_OF_STATE: Final = re.compile(
    r"(?<![\w’'-])(?P<name>(?P<state>[A-Z][\w-]+) (?:(?:foreign|defen[cs]e|interior|finance|health|justice|education|"
    r"energy|oil|trade|economy|agriculture|environment|transport|culture) ministry|army|navy|air force|military|"
    r"armed forces|coast ?guard|central bank|embassy|"
    r"parliament))(?![\w-]|[’'](?!s\b)| [a-z]+(?:ers?|ists?|men)\b)"
)
# A law: its noun, what it is about before it, with small words and brackets, and its year.
_CAPITALISED: Final = r"(?!Act\b|Bill\b)[A-Z][\w’'-]+"
_STATUTE: Final = re.compile(
    rf"(?<![\w’'-])(?P<name>{_CAPITALISED}"
    rf"(?: (?:of|and|to|for|against|from|in|on|the|\([A-Z][\w ]{{2,40}}\)|{_CAPITALISED})){{1,9}}"
    r" (?:Act|Bill|Ordinance)(?: (?:1[5-9]|20)\d\d)?)(?![\w-]| [A-Z])"
)
_PARTY: Final = r"[A-Z][\w’'-]*(?: (?:(?:of|and|for|the|&) ){0,2}[A-Z][\w’'-]*){0,5}"
_CASE: Final = re.compile(rf"(?<![\w’'-])(?P<name>{_PARTY} v\.? {_PARTY})(?!\w)")
_REACH: Final = 24  # characters
_NO_TERM: Final = frozenset(
    "it this that which he she they also however instead another other some any each every many most such".split()
)


def described_events(blocks: Sequence[Block], found: Sequence[Run]) -> Iterator[Run]:
    """Give events named by a plain noun: `Syrian civil war`, `the Salisbury attack of March 2018`, `the 2014 coup`."""
    for run in found:
        text = blocks[run.block].text
        tail = _WAR.match(text, run.end) or _DATED_DEED.match(text, run.end) or _KNOWN_AS.match(text, run.end)
        if tail and not cue(run.name.split()[-1], "event_heads"):
            yield Run(run.block, run.start, tail.end(), text[run.start : tail.end()])
        fought = _FOUGHT.search(text[max(0, run.start - _REACH) : run.start]) if not run.title else None
        if fought and not is_persons(run.name):
            start = run.start - len(fought["name"])
            name = text[start : run.end]
            yield Run(run.block, start, run.end, f"{name[0].upper()}{name[1:]}")
    for number, block in enumerate(blocks):
        if block.kind != "heading":
            for war in _WAR_IN.finditer(block.text):
                if is_state(war["place"]) or is_region(war["place"]):
                    yield Run(number, war.start("name"), war.end("name"), war["name"][0].upper() + war["name"][1:])
            for deed in (*_YEAR_DEED.finditer(block.text), *_DEED_OF.finditer(block.text)):
                yield Run(number, deed.start("name"), deed.end("name"), deed["name"])


def bodies_of_states(blocks: Sequence[Block]) -> Iterator[Run]:
    """Give the ministries and forces of states that are written small: `the Chinese foreign ministry`, `Greek navy`."""
    for number, block in enumerate(blocks):
        for body in _BODY_OF_STATE.finditer(block.text):
            if is_demonym(body["state"]) or is_state(body["state"]) or body["state"] == "Soviet":
                yield Run(number, body.start("name"), body.end("name"), body["name"])


def statutes(blocks: Sequence[Block]) -> Iterator[Run]:
    """Give laws whose names have small words or brackets in them: `Offences against the Lind Act 1861`."""
    for number, block in enumerate(blocks):
        for law in _STATUTE.finditer(block.text):
            start, name = law.start("name"), law["name"]
            while listed(name.split()[0], "function") or is_calendar(name.split()[0]):
                start += len(name.split()[0]) + 1
                name = block.text[start : law.end("name")]
            inner = name.split()[1:-1]
            if any(word.startswith("(") or word[0].islower() for word in inner):
                yield Run(number, start, law.end("name"), name)


def lawsuits(blocks: Sequence[Block]) -> Iterator[Run]:
    """Give a court’s cases by their parties: `Lind v. Board of Trade`; the match of two sides is written so too."""
    for number, block in enumerate(blocks):
        for case in _CASE.finditer(block.text):
            start, name = case.start("name"), case["name"]
            while listed(name.split()[0], "function"):
                start += len(name.split()[0]) + 1
                name = block.text[start : case.end("name")]
            if not re.match(r"v\.? ", name):
                yield Run(number, start, case.end("name"), name)


def named_species(text: str) -> Iterator[re.Match[str]]:
    """Give the species by their two Latin names: `Candida auris`."""
    for found in _SPECIES.finditer(text):
        genus, species = found["name"].split()
        if not is_plain(species) and not is_demonym(genus):
            yield found


def glossed_terms(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of words of another language that are put into English at once: `pura linda, or whole peace,`."""
    for found in _GLOSSED.finditer(text):
        foreign = [word for word in re.finditer(r"\S+", found["name"]) if not is_plain(word[0])]
        if foreign and foreign[-1].end() == len(found["name"]):
            yield found.start("name") + foreign[0].start(), found.end("name")


def called_terms(text: str) -> Iterator[re.Match[str]]:
    """Give the terms, no words of English, by which someone calls a thing: `the floods that locals call rod-kohi`."""
    for found in (*_CALLED.finditer(text), *_IS_CALLED.finditer(text)):
        if not all(is_plain(word) for word in re.split(r"[ -]", found["name"])):
            yield found


def defined_terms(blocks: Sequence[Block]) -> Iterator[Run]:
    """Give the terms that an article defines: `carbon leakage, the practice of …`."""
    for number, block in enumerate(blocks):
        for term in (*_TERM.finditer(block.text), *called_terms(block.text)):
            name = term["name"]
            if name.split()[0].lower() not in _NO_TERM and name[0].islower():
                yield Run(number, term.start("name"), term.end("name"), name)
        for start, end in glossed_terms(block.text):
            yield Run(number, start, end, block.text[start:end])
        for term in _OPENING_TERM.finditer(block.text):
            if _is_plain_term(term["name"]):
                yield Run(number, term.start("name"), term.end("name"), term["name"])
        for species in named_species(block.text):
            yield Run(number, species.start("name"), species.end("name"), species["name"])


def _is_plain_term(name: str) -> bool:
    """Tell whether what a sentence begins with is plain words, and nobody’s name: `Net metering`, `Brinkmanship`."""
    first, *rest = name.split()
    singular = name.rsplit(maxsplit=1)[-1].lower().removesuffix("s")
    if first.lower() in _NO_TERM or listed(first, "function") or is_given_name(first) or singular in speech.PEOPLE:
        return False
    return is_plain(first) or (bool(rest) and all(is_plain(word) for word in rest))
