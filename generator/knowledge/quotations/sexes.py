"""Tell a person's sex, which pronouns need, by what the entry and the article tell.

What is unknown stays unknown: a pronoun of either sex may then mean that person, and does only where nobody else fits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.sexes import sex_of_pronoun, sex_of_word
from generator.model import Entity

_SUBJECTS: Final = frozenset(["he", "she", "himself", "herself"])  # `told her` tells nothing about who told
_OPENERS: Final = frozenset(["he", "she", "his", "her"])
_WORDS: Final = re.compile(r"[^\W\d_]+")
_FIRM: Final = 2  # votes
_FAR: Final = 3  # so many times as often must the pronouns of one sex stand in an entry's text


def sex_of_entry(entity: Entity) -> str | None:
    """Give a person's sex as the entry tells it: by a title or role, or by the pronouns of its text."""
    told = [sex_of_word(word) for name in (entity.name, *entity.aliases) for word in name.split()[:-1]]
    told += [sex_of_word(word) for word in _WORDS.findall(entity.role)[:3]]
    pronouns = Counter(
        sex_of_pronoun(word.lower()) for text in (entity.summary, entity.profile) for word in _WORDS.findall(text)
    )
    return next(filter(None, told), None) or _by_far(pronouns)


def _by_far(counts: Counter[str | None]) -> str | None:
    more, less = sorted("fm", key=lambda sex: -counts[sex])
    return more if counts[more] and counts[more] >= _FAR * counts[less] else None


def sexes_told(sentences: Iterable[tuple[Sequence[Token], Sequence[tuple[int, str]]]]) -> Mapping[str, str]:
    """Give the sexes that an article tells: by a title before a name, by the pronouns of a sentence about one person.

    Each sentence is its tokens and the persons named in it, (index of the token, key) in reading order; a pronoun that
    opens the next one, or follows its first words of speech in the same block, counts for the only person of the one
    before. What the article tells by far more often counts.
    """
    votes: dict[str, Counter[str | None]] = {}
    alone = None
    for tokens, persons in sentences:
        opener = tokens[0].lower if tokens else ""
        if alone and opener in _OPENERS:
            votes[alone][sex_of_pronoun(opener)] += _FIRM
        speaker = tokens[1].lower if len(tokens) > 1 and tokens[0].start > 0 and tokens[0].sort is Sort.QUOTE else ""
        if alone and speaker in _SUBJECTS:
            votes[alone][sex_of_pronoun(speaker)] += 1
        alone = persons[0][1] if len({key for _, key in persons}) == 1 else None
        for at, key in persons:
            title = sex_of_word(tokens[at - 1].lower) if at else None
            votes.setdefault(key, Counter())[title] += 1
        if len({key for _, key in persons}) == 1:
            at, key = persons[0]
            votes[key].update({sex_of_pronoun(token.lower) for token in tokens[at:] if token.lower in _SUBJECTS})
    return {key: sex for key, count in sorted(votes.items()) if (sex := _by_far(count))}
