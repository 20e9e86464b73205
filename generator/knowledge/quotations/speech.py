"""Tell speech from the other uses of quotation marks: titles of works, nicknames, terms, words held at arm's length."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.attribution import Attribution, Grip
from generator.knowledge.quotations.noun_phrases import Sense, is_plural_role
from generator.knowledge.quotations.tokens import Sort, Token, ends_in

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LATIN = re.compile("[A-Za-z]")
_WRITES = frozenset(
    """
    wrote write writes written published publish publishes sang sings directed recorded composed read reads reading
""".split()
)
_SMALL_WORDS = frozenset(
    "a an and as at but by de for from in into la le nor of on or over the to und von with".split()
)
_AFTERWARDS = frozenset(["said-after", "according-to", "signature", "words-of"])
_ARE_SOMEBODYS = frozenset("words word phrase meaning means marked term terms".split())
_CALLS = frozenset(["brand", "call", "dub", "label"])
_WHAT = 10  # so many tokens before `called` the `what` may stand
_LETTERS = frozenset("e-mail email letter note message post tweet text memo diary reply card".split())
_RATES = frozenset("downgraded upgraded downgrades upgrades downgrading upgrading rating ratings".split())
_OFFERS = frozenset(
    "also read see more watch listen related related: next now further reading you may might like enjoy advertisement"
    " sponsored ad share this article story page tags topics".split()
)
_CRIES = frozenset("cry cries shout shouts chant chants yell yells".split())
_NEAR = 6  # so many tokens before a title the kind of work may be told
_MAKERS = frozenset(
    "author authors co-author coauthor editor host co-host creator director producer star interview script screenplay "
    "manuscript premiere".split()
)
_A_PAIR = 2  # a word or two before a noun are held off rather than quoted
_TERM_LENGTH = 4  # a title or a term seldom has more words; speech without a verb of speech has more
_WORDS_FOR = frozenset("word term phrase expression euphemism name noun verb".split())
_OPENERS = frozenset(
    [
        "it",
        "him",
        "her",
        "them",
        "this",
        "that",
        "as",
        "was",
        "is",
        "were",
        "are",
        "be",
        "been",
        "of",
        "for",
        "to",
        "being",
        "become",
        "became",
    ]
)


def stands_alone(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Tell whether a sentence is nothing but quotation, and asides in brackets: `"…" (she points) "…"`."""
    depth, within = 0, set[bool]()
    for token in tokens[low:high]:
        depth += token.is_mark("([") - token.is_mark(")]")
        within = within if depth > 0 else set()
        if token.sort is Sort.MARK:
            continue
        within |= {token.sort is Sort.QUOTE} if depth > 0 else set()
        if len(within) > 1 or (depth <= 0 and token.sort is not Sort.QUOTE):
            return False  # words outside of brackets, or with a quotation inside
    return True


def is_speech(  # noqa: PLR0913 - four values say where a quotation stands, as in all of this room
    tokens: Sequence[Token], low: int, at: int, high: int, said: Attribution | None, *, told_on: bool = False
) -> bool:
    """Tell whether the quotation at `at` in the sentence from `low` to `high` is somebody's words.

    `said` is what the sentence says of its speaker; it is `told_on` where somebody spoke in the sentence before.
    """
    words = _WORD.findall(tokens[at].text)
    if not words or _is_named(tokens, low, at, said) or _is_nickname(tokens, at) or _is_word(tokens, at, high):
        return False
    work = (_after_work(tokens, low, at) or _is_aired(tokens, at) or _before_work(tokens, at, high)) and _titled(words)
    if work or _is_foreign_name(tokens, at, words):
        return False
    if (
        (len(words) == 1 and len(words[0]) == 1)
        or _is_means(tokens, low, at, words)
        or _is_rating(tokens, low, at, words)
        or _is_label(tokens, low, at)
    ):
        return False  # a letter, what a share is worth, or what else may be read
    if said is None and stands_alone(tokens, low, high):
        return len(words) > 1 or ends_in(tokens[at], ".!?…")
    if said is None:
        return _speaks_alone(tokens, low, at, high, words) or (told_on and _goes_on(tokens, at, high, words))
    return _fits_cue(tokens, at, high, said, words)


def _is_foreign_name(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Tell whether it is a name in another script, after what it names: `the newspaper «Волжская заря»`."""
    before = tokens[at - 1] if at > 0 else None
    foreign = not _LATIN.search(tokens[at].text) and words[0][0].isupper() and not ends_in(tokens[at], ".,!?…")
    named = before is not None and before.sort is Sort.WORD
    named = named and before is not None and (before.lower in w.WORKS or not _LATIN.search(before.text))
    return foreign and named and len(words) <= _TERM_LENGTH


def _is_means(tokens: Sequence[Token], low: int, at: int, words: Sequence[str]) -> bool:
    """Tell whether a word or two name the means by which somebody acts: `Using its "golden power", the state asked`."""
    fronted = at > low and tokens[low].lower.endswith("ing") and tokens[at - 1].lower in w.POSSESSIVE
    return fronted and len(words) <= _A_PAIR and at + 1 < len(tokens) and tokens[at + 1].is_mark(",")


def _is_rating(tokens: Sequence[Token], low: int, at: int, words: Sequence[str]) -> bool:
    """Tell whether it is what a share is rated: `downgraded the stock to "hold"`."""
    return len(words) <= _A_PAIR and any(token.lower in _RATES for token in tokens[max(low, at - _NEAR) : at])


def _is_named(tokens: Sequence[Token], low: int, at: int, said: Attribution | None) -> bool:
    """Tell whether the words before the quotation make it a name or a term: `known as "…"`, `the so-called "…"`."""
    back = at - 1
    long = len(tokens[at].text.split()) > _TERM_LENGTH
    while back >= low and tokens[back].lower in {"the", "a", "an", "as", "of", "his", "her", "its", "their", "simply"}:
        back -= 1
    if back < low or (long and tokens[at - 1].lower == "her" and back == at - 2):
        return False  # `has called her "the nicest mistake of all"`
    if said and said.calls and _is_object(tokens, low, back, said.cue):
        return False
    word = tokens[back].lower
    if word in {"called", "dubbed", "labelled", "labeled", "named", "termed"}:
        return not ((said and said.cue == "by") or _what_called(tokens, low, back, at))
    if said and said.calls and said.speaker.word in {"they", "plural"} and _is_byname(tokens[at].text):
        return True
    if word in {"call", "calls", "calling", "term", "terms"} and said and not _is_somebody(said):
        sentence = said.speaker.sense is Sense.ROLE and len(tokens[at].text.split()) > _TERM_LENGTH
        written = said.speaker.sense is Sense.DOCUMENT and said.speaker.owner is not None  # `what his brochures call`
        return not (sentence or written)  # what people call something is its name
    theirs = word in _ARE_SOMEBODYS and said and said.rule in {"words-of", "speech-noun"}
    beside = back == at - 1 and said and said.grip is Grip.DIRECT and said.cue == word
    return word in w.NAMING and not theirs and not beside


def _is_object(tokens: Sequence[Token], low: int, noun: int, cue: str) -> bool:
    """Tell whether a noun is what somebody calls something: `called the terms "harsh"`, not `rejects the term "…"`."""
    article = noun - 1 > low and tokens[noun - 1].lower in w.DETERMINERS | w.POSSESSIVE
    return article and tokens[noun - 2].lower == cue and w.VERBS[cue][1] in _CALLS


def _is_byname(text: str) -> bool:
    """Tell whether a quotation is short and begins like a name: `They call it "the museum"`."""
    words = _WORD.findall(text)
    return 1 < len(words) < _TERM_LENGTH and words[0].lower() == "the"


def _is_word(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether the sentence speaks of the quotation as a word: `"Ceasefire" is a word that they use`."""
    follows = [token.lower for token in tokens[at + 1 : min(at + 6, high)]]
    if not follows or follows[0] not in w.BE - {"got"}:
        return False
    if at > 0 and tokens[at - 1].lower in {"who", "what"}:
        return True  # `asked who "us" was`
    noun = next((i for i, word in enumerate(follows) if word in _WORDS_FOR), 0)
    return noun > 1 and {*follows[1 : noun - 1]} <= {"not", "a", "an", "the"}


def _what_called(tokens: Sequence[Token], low: int, at: int, quote: int) -> bool:
    """Tell whether it is `what Grey called "…"`, which tells of his words."""
    if at > low and tokens[at - 1].lower in w.BE:
        return False  # `a bend which is called "…"`
    long = len(tokens[quote].text.split()) > _TERM_LENGTH
    leads = {"what", "which", "that"} if long else {"what", "which"}
    told = any(token.lower in leads for token in tokens[max(low, at - _WHAT) : at])
    return told and (long or not is_plural_role(tokens[at - 1]))


def _is_somebody(said: Attribution) -> bool:
    return said.speaker.sense is Sense.ENTITY or said.speaker.word in {"he", "she"}


def _is_nickname(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the quotation stands inside a name: `William "Bill" Grey`."""
    inside = 0 < at < len(tokens) - 1 and tokens[at - 1].capital and tokens[at + 1].capital
    return inside and len(_WORD.findall(tokens[at].text)) <= _TERM_LENGTH and not ends_in(tokens[at], ",.!?")


def _after_work(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Tell whether the words before the quotation say that a work bears its name: `his book "…"`, `In "…", Grey`."""
    if at == low:
        return False
    previous = tokens[at - 1].lower
    if previous in {"in", "on", "from"} and _titled(_WORD.findall(tokens[at].text)):
        return True
    if previous in w.BE and at - 1 > low and tokens[at - 2].lower in w.WORKS | w.NAMING:
        return True  # `its slogan is`
    if previous == "with" and tokens[at - 2].lower in w.VERBS:
        return True  # `opened with "…"`
    if tokens[at - 1].is_mark(",:"):
        near = [token.lower for token in tokens[max(low, at - _NEAR) : at]]
        return any((one in w.WORKS and one != "single") or one == "name" for one in near)  # `with a single word: "…"`
    return previous in w.WORKS


def _is_aired(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether it is a programme or a book: `on the channel's "…"`, `the author of "…"`, `told "…"`."""
    if at == 0 or ends_in(tokens[at], ".!?…"):
        return False
    back, previous = tokens[at - 2].lower if at > 1 else "", tokens[at - 1]
    made = back in _MAKERS and previous.lower in {"of", "with"}
    return made or previous.sort is Sort.POSSESSIVE or previous.lower in {"told", "tells"}


def _before_work(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether an apposition after the quotation says what work it names: `"…", the long poem`."""
    comma = ends_in(tokens[at], ",") or (at + 1 < high and tokens[at + 1].is_mark(","))
    start = at + 1 + (at + 1 < high and tokens[at + 1].is_mark(","))
    if start + 1 < high and tokens[start].lower == "by" and tokens[start + 1].capital:
        return True  # `"…," by Grey`
    if not comma or start >= high or tokens[start].lower not in w.DETERMINERS:
        return False
    following = [token.lower for token in tokens[start + 1 : min(start + 1 + _NEAR, high)]]
    noun = next((at for at, word in enumerate(following) if word in w.WORKS), None)
    return noun is not None and not any(word in w.PREPOSITIONS | w.SUBORDINATORS for word in following[:noun])


def _titled(words: Sequence[str]) -> bool:
    """Tell whether words are written as a title or name: every word of weight with a capital."""
    weighty = [word for word in words if word.lower() not in _SMALL_WORDS]
    return len(weighty) > 0 and all(word[0].isupper() or word[0].isdigit() for word in weighty)


def _speaks_alone(tokens: Sequence[Token], low: int, at: int, high: int, words: Sequence[str]) -> bool:
    """Judge a quotation for which the sentence names no speaker."""
    if at - 1 > low and tokens[at - 1].lower == "of" and tokens[at - 2].lower in _CRIES:
        return True  # `There was a cry of "Shame" from the gallery`
    if _titled(words) and len(words) <= _TERM_LENGTH + 2:
        return False
    if (
        at == low + _A_PAIR
        and tokens[low].text.isupper()
        and tokens[at - 1].is_mark(":")
        and not ends_in(tokens[at], ".!?…,")
    ):
        return False  # `RELATED: "…"`
    if _verb_near(tokens, low, at, high):
        return len(words) > 1 and not (len(words) == _A_PAIR and at > low and tokens[at - 1].lower in w.DETERMINERS)
    if tokens[at - 1].is_mark(":") and at > low and len(words) > 1 and ends_in(tokens[at], ".!?"):
        return True
    return len(words) > _TERM_LENGTH


def _goes_on(tokens: Sequence[Token], at: int, high: int, words: Sequence[str]) -> bool:
    """Tell whether what somebody has said goes on in it: it is the predicate, and no term before a noun."""
    told = at > 0 and tokens[at - 1].lower in w.BE | {"and", "or"}
    return told and len(words) > _A_PAIR and not _titled(words) and not _before_noun(tokens, at, high)


def _is_label(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Tell whether a line begins with words for what a site offers: `Also read:`, `See also:`, `Read more:`."""
    words = {token.lower for token in tokens[low : at - 1]}
    return low == 0 and at > 1 and tokens[at - 1].is_mark(":") and bool(words) and words <= _OFFERS


def _verb_near(tokens: Sequence[Token], low: int, at: int, high: int) -> bool:
    beside = [*tokens[max(low, at - 3) : at], *tokens[at + 1 : min(high, at + 4)]]
    return any(token.lower in w.VERBS and w.VERBS[token.lower][1] not in w.WEAK for token in beside)


def _fits_cue(tokens: Sequence[Token], at: int, high: int, said: Attribution, words: Sequence[str]) -> bool:
    """Judge a quotation by how its sentence tells of speech."""
    previous = tokens[at - 1] if at else None
    if said.cue in _WRITES and previous and previous.lower == said.cue and _titled(words):
        return any(token.lower in _LETTERS for token in tokens[at + 1 : min(at + 5, high)])
    if said.speaker.sense is not Sense.NOTHING and not _LATIN.search(tokens[at].text):
        return True  # what is left in another script
    parted = ends_in(tokens[at], ",.!?…—–") or (at + 1 < high and tokens[at + 1].is_mark(",—–"))
    if said.cue in {"word", "underlined"} and len(words) == 1 and not ends_in(tokens[at], ".!?…"):
        return False  # `one word was underlined: "patience"`
    aside = len(words) == 1 and at + 2 < high and tokens[at + 2].lower == "as"  # `"We", as he likes to put it, …`
    if aside:
        return False
    if parted and said.rule in _AFTERWARDS:
        return True
    return _fits_words_before(tokens, at, high, said, words)


def _fits_words_before(tokens: Sequence[Token], at: int, high: int, said: Attribution, words: Sequence[str]) -> bool:
    previous = tokens[at - 1] if at else None
    somebody = said.speaker.sense in {Sense.ENTITY, Sense.PRONOUN, Sense.ROLE, Sense.DOCUMENT}
    if len(words) <= _A_PAIR and not somebody and previous and _held_off(tokens, at, words):
        return False
    if len(words) <= _A_PAIR and _before_noun(tokens, at, high) and not said.calls:
        return False
    if said.weak and len(words) <= _TERM_LENGTH and previous and _is_proposed(tokens, at, high):
        return False
    if said.grip is Grip.DIRECT and not said.calls:
        return not (_titled(words) and previous and previous.lower in w.DETERMINERS and not ends_in(tokens[at], ".!?"))
    return _fits_fragment(tokens, at, high, said, words)


def _is_proposed(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether it is the name of something that is described after it: `wants a "glacier law" that would`."""
    described = at + 1 < high and tokens[at + 1].lower in {"that", "which", "to", "for", "under"}
    return described and tokens[at - 1].lower in {"a", "an"} and not ends_in(tokens[at], ",.!?")


def _held_off(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Tell whether a word or two that nobody known says stand there as a term: `when we say "climate"`."""
    previous = tokens[at - 1]
    return not ends_in(tokens[at], "!?") and (
        previous.lower in w.DETERMINERS
        or (len(words) == 1 and previous.sort is Sort.WORD and previous.lower not in _OPENERS)
    )


def _fits_fragment(tokens: Sequence[Token], at: int, high: int, said: Attribution, words: Sequence[str]) -> bool:
    previous = tokens[at - 1].lower if at else ""
    if said.speaker.sense is Sense.NOTHING:
        return False
    if _titled(words) and sum(word.lower() not in _SMALL_WORDS for word in words) <= _TERM_LENGTH:
        return False
    if len(words) == 1:
        return _single_word(tokens, at, said, previous)
    return len(words) > _A_PAIR or said.calls or not _before_noun(tokens, at, high)


def _single_word(tokens: Sequence[Token], at: int, said: Attribution, previous: str) -> bool:
    """Judge a single word: speech where it is what someone said or called something, not where it is held off."""
    if said.calls and previous not in w.DETERMINERS | w.PREPOSITIONS and previous != said.cue:
        return True
    if said.calls and previous == said.cue and _is_somebody(said):
        return any(token.lower in {"that", "which"} for token in tokens[max(at - _NEAR, 0) : at])  # `what Grey calls`
    if said.calls and previous in w.POSSESSIVE:
        return True  # `praised her "tenacity"`
    if said.calls and previous in {"a", "an"} and _is_somebody(said):
        return tokens[at - 2].lower in {"him", "her", "them", "it"} or tokens[at - 2].sort is Sort.NAME
    if previous in {"of", "for", "to"}:
        return at > 1 and tokens[at - 2].lower == said.cue
    return previous in _OPENERS or tokens[at - 1].sort is Sort.NAME


def _before_noun(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether the quotation stands before a noun, as an adjective does: `the "moderate" wing`."""
    if at + 1 >= high or tokens[at + 1].sort is not Sort.WORD:
        return False
    follows = w.PREPOSITIONS | w.SUBORDINATORS | w.AUXILIARIES | {"and", "or", "but", "he", "she", "they", "it"}
    return tokens[at + 1].lower not in follows and tokens[at - 1].lower in w.DETERMINERS | w.PREPOSITIONS
