"""Pull quotes: lines that repeat, in large type, what the text says anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.intake.draft import Hint, Line, Shape
from generator.intake.topic import stems

_FEWEST = 5  # words of a pull quote: a shorter one may be somebody's line in a dialogue
_HEADING = 10  # words, at most, of a quotation that is a heading
_SENTENCES = 4  # at most, in a pull quote without quotation marks
_LONG = 7  # words
_PARTS = 2  # sentences between which the text may have who said them
_SHARED, _MOST = 3, 0.5  # stems that a paragraph has of a pull quote in other words, and the share of them
_FEWEST_OF_NAME = 2  # words
_NAMED = 3  # words that stand for a pronoun, at most
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "this", "that", "these", "those"})
_QUOTES = "❝❞“”\"„«»‘’'‚‹›"
_NOT_WORD = re.compile(r"[\W_]+")
_ONE_QUOTATION = re.compile(r"[“\"„«❝][^“\"„«»”❞]+[”\"“»❞]")
_SPOKEN = re.compile(r"[“\"„«]([^”\"“»]{20,})[”\"»]")
_SENTENCE_END = re.compile(r"(?<=[.!?…。])[”\"’»)]*\s+")


def find_pull_quotes(lines: tuple[Line, ...], outside: set[int]) -> set[int]:
    """Give the lines that stand whole in a longer paragraph; `outside` are those that are not the text.

    A quoted line may be any part of the paragraph, or several sentences of it with the speaker's name between; one
    without quotation marks must be whole sentences of it, or a whole quotation. Who said it may stand right below.
    """
    inside = [at for at in range(len(lines)) if at not in outside and lines[at].shape in {Shape.PARAGRAPH, Shape.QUOTE}]
    words = {at: _words(lines[at].text) for at in inside}
    whole = "\n".join(f" {words[at]} " for at in inside)
    runs = {run for at in inside for run in _runs(lines[at].text, words[at])}
    marked = {at for at in inside if lines[at].hint is Hint.PULL_QUOTE}
    said = {at: set(stems(words[at])) for at in inside} if marked else {}
    spoken = {_words(quoted) for at in inside for quoted in _SPOKEN.findall(lines[at].text)}
    quotes = {
        at
        for at in inside
        if words[at]
        and (
            _repeats(lines[at], words[at], whole, runs)
            or (at in marked and _says_with_others(said[at], (said[one] for one in inside if words[one] != words[at])))
            or _is_whole_quotation(lines[at].text, words[at], spoken)
            or _is_parted(lines[at].text, words.values())
        )
    }
    return quotes | {at + 1 for at in quotes if at + 1 in inside and _names_speaker(lines[at + 1], whole)}


def _is_whole_quotation(text: str, words: str, spoken: set[str]) -> bool:
    """Tell whether a line without marks and without a stop is somebody's words in the text, too long for a heading."""
    return text[-1].isalnum() and text[0] not in _QUOTES and len(words.split()) >= _LONG and words in spoken


def _is_parted(text: str, paragraphs: Iterable[str]) -> bool:
    """Tell whether each sentence of a quoted line stands in one paragraph, in order, with more between or around."""
    bare = text.strip().strip("—–- ")
    sentences = [sentence for part in _SENTENCE_END.split(bare) if (sentence := _words(part))]
    if len(sentences) < _PARTS or _ONE_QUOTATION.fullmatch(bare) is None:
        return False
    if sum(len(sentence.split()) for sentence in sentences) < _LONG:
        return False
    pattern = re.compile(r"\b" + r"\b.+\b".join(map(re.escape, sentences)) + r"\b")
    words = _words(text)
    return any(pattern.search(paragraph) for paragraph in paragraphs if paragraph != words)


def _names_speaker(line: Line, whole: str) -> bool:
    """Tell whether a line right below a pull quote is the name of who said it: the text names that person too."""
    names = line.text.strip("—–- ").split(",")[0]
    full = len(names.split()) >= _FEWEST_OF_NAME and len(line.text.split()) <= _HEADING
    return full and not line.gap and line.text[-1] not in ".!?:" and f" {_words(names)} " in whole


def _repeats(line: Line, words: str, whole: str, runs: set[str]) -> bool:
    bare = line.text.strip().strip("—–- ")
    marked = line.hint is Hint.PULL_QUOTE
    if not marked and is_quoted_heading(bare):
        return False
    if len(words.split()) < _FEWEST and not marked:
        return False
    if marked or (bare[0] in _QUOTES and bare[-1] in _QUOTES):
        return _stands_in_longer(words, whole) or _says_for_pronoun(bare, words, whole)
    return bare.endswith((".", "!", "?", "…", "。")) and words in runs


def _says_with_others(own: set[str], paragraphs: Iterable[set[str]]) -> bool:
    """Tell whether one paragraph has most of the words that say anything: a pull quote may say the same with others."""
    return any(len(own & other) >= max(_SHARED, _MOST * len(own)) for other in paragraphs)


def is_quoted_heading(text: str) -> bool:
    """Tell whether a line is somebody's words as a heading: in single marks, and without the stop of a sentence."""
    return len(text.split()) <= _HEADING and re.fullmatch(r"‘[^‘“”]*[^.!?…,‘“”]’", text) is not None


def _stands_in_longer(words: str, whole: str) -> bool:
    """Tell whether the words stand in a paragraph that has more than them."""
    return re.search(rf"\w {re.escape(words)} | {re.escape(words)} \w", whole) is not None


def _says_for_pronoun(bare: str, words: str, whole: str) -> bool:
    """Tell whether a quotation stands in a paragraph but for its first words, which say who `it` or `they` are."""
    parts = words.split()
    if _ONE_QUOTATION.fullmatch(bare) is None or not _PRONOUNS.isdisjoint(parts[:_NAMED]):
        return False
    rests = (" ".join(parts[first:]) for first in range(1, _NAMED + 1) if len(parts) - first >= _LONG)
    return any(f" {pronoun} {rest} " in whole for rest in rests for pronoun in _PRONOUNS)


def _runs(text: str, words: str) -> Iterator[str]:
    """Give the sentences of a paragraph and runs of them, in words; not the whole paragraph."""
    sentences = [_words(sentence) for sentence in _SENTENCE_END.split(text)]
    for start in range(len(sentences)):
        for end in range(start + 1, min(start + _SENTENCES, len(sentences)) + 1):
            run = " ".join(sentences[start:end]).strip()
            if run != words:
                yield run


def _words(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold()).strip()
