"""The label of a relation as an English verb: `supports` as `support`, `founded` as `have founded`, `leads` as `led`.

What is not certain is not inflected: a site's own labels may be any words, and then the sentence is built around them.
"""

from __future__ import annotations

import re

from generator.frozen import frozen

_IRREGULAR_BASE = {"is": "be", "has": "have", "does": "do", "goes": "go"}
_IRREGULAR_PAST = {
    "is": "was",
    "has": "had",
    "leads": "led",
    "does": "did",
    "goes": "went",
    "fights": "fought",
    "controls": "controlled",
}
# What a label may begin with that tells of something past, and its participle.
_PARTICIPLES = {
    "was": "been",
    "were": "been",
    "had": "had",
    "fought": "fought",
    "met": "met",
    "led": "led",
    "lost": "lost",
    "cost": "cost",
    "broke": "broken",
    "gave": "given",
    "spoke": "spoken",
    "took": "taken",
    "put": "put",
    "became": "become",
    "began": "begun",
    "bought": "bought",
    "brought": "brought",
    "built": "built",
    "came": "come",
    "chose": "chosen",
    "fell": "fallen",
    "fled": "fled",
    "grew": "grown",
    "heard": "heard",
    "held": "held",
    "knew": "known",
    "left": "left",
    "made": "made",
    "paid": "paid",
    "ran": "run",
    "rose": "risen",
    "said": "said",
    "saw": "seen",
    "sent": "sent",
    "set": "set",
    "shot": "shot",
    "sold": "sold",
    "sought": "sought",
    "stood": "stood",
    "struck": "struck",
    "taught": "taught",
    "told": "told",
    "went": "gone",
    "won": "won",
    "wrote": "written",
}
# `has as a member X` is said as `has X as a member`; `acts as a proxy of X` is not.
# What lasts is told in the perfect: `has led since 2020`. The participles of regular verbs are their past.
_IRREGULAR_PERFECT = {
    "is": "been",
    "has": "had",
    "leads": "led",
    "does": "done",
    "goes": "gone",
    "fights": "fought",
    "controls": "controlled",
}
_SPLIT = re.compile(
    r"(?P<head>(?!is\b|was\b|acts\b|serves\b|works\b)\w+) (?P<after>as .+?)(?<! of)(?<! by)(?<! for)(?<! in)(?<! to)"
)
_THIRD_PERSON = re.compile(r"[a-z]+[^s\W]s")
_REGULAR_PAST = re.compile(r"[a-z]+ed")
_AS_ONE = re.compile(r" as an? (?P<noun>[\w -]+)")
# What keeps a noun from a certain plural: it does not end the label (`a branch of government`), or has one of its own.
_NO_PLAIN_PLURAL = re.compile(r"\b(?:of|for|in|to|by|at|on|with|from)\b|(?:man|men|person|child|fe?|[^a-z])$")
_SIBILANT_END = re.compile(r"(?:s|x|z|ch|sh)$")
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz)es$")
# Verbs of the third person whose past is regular: only these are put into the past.
_REGULAR = frozenset(
    re.split(
        r"\s+",
        "supports arms funds trains hosts controls acts includes owns works employs represents adheres describes "
        "opposes designates follows claims belongs backs commands operates",
    )
)


@frozen
class Verb:
    """A label as the predicate of a sentence, in the present as a rule.

    `ended` asks for the past of a label that is in the present, `lasting` for the perfect of what has held since then.
    """

    label: str
    plural: bool = False
    ended: bool = False
    lasting: bool = False

    @property
    def head(self) -> str:
        """Give the label's first word, by which it inflects."""
        return self.label.partition(" ")[0]

    @property
    def rest(self) -> str:
        """Give the label after its first word, with the space before it."""
        return "" if self.after else self.label[len(self.head) :]

    @property
    def after(self) -> str:
        """Give the words of the label that stand after the object, with the space before them; "" for most."""
        split = _SPLIT.fullmatch(self.label)
        return f" {split['after']}" if split else ""

    @property
    def is_past(self) -> bool:
        """Tell whether the label tells of something that happened once."""
        return self.head in _PARTICIPLES or _REGULAR_PAST.fullmatch(self.head) is not None

    @property
    def is_perfect(self) -> bool:
        """Tell whether it is told in the perfect: it lasts, and its participle is certain."""
        return self.lasting and bool(_participle(self.head))

    @property
    def finite(self) -> str:
        """Give the label in the number and tense that the sentence needs."""
        return self._finite_head() + self.rest

    @property
    def be(self) -> str:
        """Give `is` or `are`."""
        return "are" if self.plural else "is"

    @property
    def infinitive(self) -> str:
        """Give the words after `is said to`; "" where they are not certain."""
        if self.head in _PARTICIPLES:
            return f"have {_PARTICIPLES[self.head]}{self.rest}"
        if self.is_past:
            return f"have {self.head}{self.rest}"
        if self.is_perfect:
            return f"have {_participle(self.head)}{self.rest}"
        base = _base(self.head)
        if base and self.ended:
            past = _past(self.head)
            return f"have {'been' if past == 'was' else past}{self.rest}" if past else ""
        return base + self.rest if base else ""

    def _finite_head(self) -> str:
        if self.is_perfect:
            return f"{'have' if self.plural else 'has'} {_participle(self.head)}"
        past = _past(self.head) if self.ended else ""
        if past:
            return "were" if past == "was" and self.plural else past
        if not self.plural:
            return self.head
        return {"is": "are", "was": "were", "has": "have"}.get(self.head) or _base(self.head) or self.head


def of_several(after: str) -> str:
    """Say ` as a member` of several, ` as members`; what has no certain plural stays as it is."""
    one = _AS_ONE.fullmatch(after)
    if one is None or _NO_PLAIN_PLURAL.search(one["noun"]):
        return after
    noun = one["noun"]
    if re.search(r"[^aeiou]y$", noun):
        return f" as {noun[:-1]}ies"
    return f" as {noun}{'es' if _SIBILANT_END.search(noun) else 's'}"


def _base(head: str) -> str:
    """Give the base form of a verb in the third person; "" where it is none."""
    if head in _IRREGULAR_BASE:
        return _IRREGULAR_BASE[head]
    if not _THIRD_PERSON.fullmatch(head):
        return ""
    if head.endswith("ies"):
        return head[:-3] + "y"
    return head[:-2] if _SIBILANT.search(head) else head[:-1]


def _past(head: str) -> str:
    """Give the past of a verb in the third person; "" where it is not certain."""
    if head in _IRREGULAR_PAST:
        return _IRREGULAR_PAST[head]
    if head not in _REGULAR:
        return ""
    return head[:-1] + ("d" if head.endswith("es") else "ed")


def _participle(head: str) -> str:
    """Give the participle of a verb in the third person; "" where it is not certain."""
    return _IRREGULAR_PERFECT.get(head) or (_past(head) if head in _REGULAR else "")
