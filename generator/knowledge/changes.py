"""What changed in substance between two states of the content, told from what is known and not from files.

Each function compares one kind of thing and gives the changes as sentences. Ids are first led to those of today, so
that an entry that was renamed or merged is not told as one that went and one that came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from rapidfuzz import fuzz

from generator.folding import fold
from generator.knowledge.pairing import ALIKE, paired, reworded
from generator.model import (
    Article,
    Change,
    Difference,
    Entity,
    Kind,
    Knowledge,
    Prose,
    Quote,
    Relation,
    Stance,
    Statement,
)
from generator.timespan import Timespan

_TieKey = tuple[str, str, str]


def what_changed(before: Knowledge, after: Knowledge) -> tuple[Change, ...]:
    """Give every change in substance, by kind in the order of Difference, entry and text."""
    order = list(Difference)
    return tuple(sorted(set(_Comparison(before, after).changes()), key=lambda one: (order.index(one.what), one)))


class _Comparison:
    """Two states, with the ids of the first led to those of the second."""

    def __init__(self, before: Knowledge, after: Knowledge) -> None:
        self.before = before
        self.after = after
        self.old = before.catalogue.entities
        self.new = after.catalogue.entities
        self.became = _became(self.old, self.new)
        self.former = _inverted(self.became)
        self.renamed_articles = _renamed_articles(before.catalogue.articles, after.catalogue.articles)

    def changes(self) -> Iterator[Change]:
        yield from self.articles()
        yield from self.entries()
        yield from self.ties()
        for id_, entity in self.new.items():
            if past := self.past(id_):
                yield from self.names(entity, past)
                yield from self.facts(entity, past[0])
        yield from self.statements()

    def past(self, id_: str) -> list[Entity]:
        """Give what an entry of today was: itself or what it is called anew, then the entries that it took in."""
        return [self.old[one] for one in (id_, *self.former.get(id_, ())) if one in self.old]

    def id(self, old: str) -> str:
        """Give the id of today."""
        return self.became.get(old, old)

    def name(self, id_: str) -> str:
        """Give the name of an entity as it is now, or as it was."""
        known = self.new.get(id_) or self.old.get(id_)
        return known.name if known else id_

    # ------------------------------------------------------------------------------------------ articles

    def articles(self) -> Iterator[Change]:
        old, new = self.before.catalogue.articles, self.after.catalogue.articles
        former = _inverted(self.renamed_articles)
        for slug, article in new.items():
            past = [old[one] for one in (slug, *former.get(slug, ())) if one in old]
            if not past:
                yield Change(Difference.ARTICLE_ADDED, "", f"“{article.title}” is new.", slug)
                continue
            for was in past:
                if was.slug != slug:
                    words = f"“{article.title}” has another address; the old one, {was.slug}, leads to it."
                    yield Change(Difference.ARTICLE_RENAMED, "", words, slug)
            yield from _revised(article, past[0], self.after, self.before)
        for slug, article in old.items():
            if slug not in new and slug not in self.renamed_articles:
                yield Change(Difference.ARTICLE_REMOVED, "", f"“{article.title}” was removed.")

    # ------------------------------------------------------------------------------------------ entries

    def entries(self) -> Iterator[Change]:
        for id_ in self.new.keys() - self.old.keys() - set(self.became.values()):
            yield Change(Difference.ENTRY_ADDED, id_, f"{self.new[id_].name} has an entry.")
        for id_ in self.old.keys() - self.new.keys() - self.became.keys():
            yield Change(Difference.ENTRY_REMOVED, "", f"The entry on {self.old[id_].name} was removed.")
        for old, new in self.became.items():
            if len(self.past(new)) > 1:
                words = f"The entry on {self.old[old].name} was merged into that on {self.new[new].name}."
                yield Change(Difference.ENTRIES_MERGED, new, words)
            else:
                words = f"The entry on {self.new[new].name} has another address; the old one, {old}, leads to it."
                yield Change(Difference.ENTRY_RENAMED, new, words)

    def names(self, entity: Entity, past: Sequence[Entity]) -> Iterator[Change]:
        """Compare an entry's names with those that it had, and with those of the entries that it took in."""
        was, *taken_in = past
        if was.name != entity.name:
            words = _sentence(f"{was.name} is now called {entity.name}")
            yield Change(Difference.NAME_CHANGED, entity.id, words)
        before = {name for one in past for name in (one.name, *one.aliases)}
        for alias in entity.aliases:
            if alias not in before:
                words = _sentence(f"{entity.name} is also called {alias}")
                yield Change(Difference.NAME_CHANGED, entity.id, words)
        had = [*was.aliases, *(name for one in taken_in for name in (one.name, *one.aliases))]
        for alias in had:
            if alias not in {entity.name, *entity.aliases, *entity.weak_aliases}:
                words = f"“{alias}” is no longer given as a name of {entity.name}."
                yield Change(Difference.NAME_CHANGED, entity.id, words)

    def facts(self, now: Entity, was: Entity) -> Iterator[Change]:
        dates = ("date", now.date, was.date), ("founding", now.founded, was.founded)
        for word, new, old in (*dates, ("dissolution", now.dissolved, was.dissolved)):
            if new != old:
                yield _dated(now.id, f"{now.name}: the date" + (f" of its {word}" if word != "date" else ""), new, old)
        pairs: tuple[tuple[str, str, str], ...] = (
            ("the kind of entry", str(now.kind), str(was.kind)),
            ("the name in its own language", _in_languages(now), _in_languages(was)),
            ("the type", now.type, was.type),
            ("the role", now.role, was.role),
            ("the place", self.name(now.place), self.name(self.id(was.place))),
            ("the place that it lies in", self.name(now.within), self.name(self.id(was.within))),
            ("the coordinates", _point(now.coordinates), _point(was.coordinates)),
            ("the ideology", self.listed(now.ideology), self.listed(map(self.id, was.ideology))),
            ("who took part", self.took_part(now), self.took_part(was)),
        )
        for word, told, before in pairs:
            if told != before:
                yield Change(Difference.FACT_CHANGED, now.id, f"{now.name}: {word} {_from_to(before, told)}")
        for word, told, before in (("summary", now.summary, was.summary), ("profile", now.profile, was.profile)):
            if _plain(told) != _plain(before):
                how = ("is no longer there" if before else "is new") if not told or not before else "was rewritten"
                yield Change(Difference.FACT_CHANGED, now.id, f"{now.name}: the {word} {how}.")

    def listed(self, ids: Iterable[str]) -> str:
        return ", ".join(sorted(self.name(one) for one in ids))

    def took_part(self, entity: Entity) -> str:
        told = ((self.name(self.id(one.entity)), one.role) for one in entity.participants)
        return ", ".join(sorted(f"{name} ({role})" if role else name for name, role in told))

    # ------------------------------------------------------------------------------------------ ties

    def ties(self) -> Iterator[Change]:
        old, new = self.by_ends(self.old, mapped=True), self.by_ends(self.new, mapped=False)
        for key in old.keys() | new.keys():
            is_now = new.get(key, [])
            for was, now in paired(_said_once(old.get(key, []), is_now), is_now, (_period, _beginning)):
                yield from self.tie(was, now)

    def by_ends(self, entities: Mapping[str, Entity], *, mapped: bool) -> dict[_TieKey, list[Relation]]:
        """Group ties by type and ends, whichever of the two holds one that reads the same from both."""
        types = self.after.catalogue.relation_types
        found: dict[_TieKey, list[Relation]] = {}
        for entity in entities.values():
            for one in entity.relations:
                ends = [self.id(one.owner), self.id(one.target)] if mapped else [one.owner, one.target]
                if one.type in types and types[one.type].symmetric:
                    ends.sort()
                found.setdefault((one.type, ends[0], ends[1]), []).append(one)
        return found

    def tie(self, was: Relation | None, now: Relation | None) -> Iterator[Change]:
        if now is None:
            if was is not None and self.id(was.owner) != self.id(was.target):
                owner = self.id(was.owner) if self.id(was.owner) in self.new else ""
                words = _sentence(f"It is no longer said that {self.tie_words(was)}")
                yield Change(Difference.TIE_WITHDRAWN, owner, words)
            return
        words = self.tie_words(now)
        if was is None:
            until = f" (ended {now.until})" if now.until else ""
            yield Change(Difference.TIE_ADDED, now.owner, _sentence(words + until))
            return
        if was.until is None and now.until is not None:
            yield Change(Difference.TIE_ENDED, now.owner, f"{words}: this ended {now.until}.")
        elif was.until != now.until:
            yield _dated(now.owner, f"{words}: the end", now.until, was.until)
        if was.since != now.since:
            yield _dated(now.owner, f"{words}: the beginning", now.since, was.since)
        yield from self.firmness(words, was, now)
        yield from self.quotes(words, was, now)

    def tie_words(self, one: Relation) -> str:
        types = {**self.before.catalogue.relation_types, **self.after.catalogue.relation_types}
        return f"{self.name(self.id(one.owner))} {types[one.type].label} {self.name(self.id(one.target))}"

    # ------------------------------------------------------------------------------------------ claims

    def firmness(self, words: str, was: Relation | Statement, now: Relation | Statement) -> Iterator[Change]:
        what = Difference.TIE_CHANGED if isinstance(now, Relation) else Difference.STATEMENT_REWORDED
        if was.stance != now.stance:
            said = {Stance.STATED: "stated outright"}.get(now.stance, str(now.stance))
            yield Change(what, now.owner, f"{words}: this is now {said}; it was {was.stance}.")
        if self.id(was.asserted_by or "") != (now.asserted_by or ""):
            speaker = self.name(now.asserted_by) if now.asserted_by else "the article"
            yield Change(what, now.owner, f"{words}: it is {speaker} that says so.")

    def quotes(self, words: str, was: Relation | Statement, now: Relation | Statement) -> Iterator[Change]:
        old, new = self.exact(was.evidence, mapped=True), self.exact(now.evidence, mapped=False)
        if {key for key, _ in old} == {key for key, _ in new}:
            return
        gone = [text for key, text in old if key not in dict(new)]
        come = [text for key, text in new if key not in dict(old)]
        if not new:
            told = f"{words}: this no longer rests on an article and is background."
            yield Change(Difference.QUOTE_CORRECTED, now.owner, told)
            return
        for was_text, now_text in zip_longest(gone, come):
            yield Change(Difference.QUOTE_CORRECTED, now.owner, f"{words}: {_of_quotes(was_text, now_text, old)}")

    def exact(self, quotes: Iterable[Quote], *, mapped: bool) -> list[tuple[tuple[str, str], str]]:
        slugs = self.renamed_articles if mapped else {}
        return [((slugs.get(one.article, one.article), fold(" ".join(one.exact.split()))), one.exact) for one in quotes]

    def statements(self) -> Iterator[Change]:
        for owner in self.new:
            if past := self.past(owner):
                told = [one for entity in past for one in entity.statements]
                yield from self.compared(told, list(self.new[owner].statements))

    def compared(self, old: list[Statement], new: list[Statement]) -> Iterator[Change]:
        texts = {_plain(one.text): one for one in old}
        kept = {_plain(one.text) for one in new}
        left = [one for one in old if _plain(one.text) not in kept]
        for one in new:
            was = texts.get(_plain(one.text)) or self.nearest(one, left)
            if was is None:
                words = f"New on {self.name(one.owner)}: “{_plain(one.text)}”"
                yield Change(Difference.STATEMENT_ADDED, one.owner, words)
                continue
            if was in left:
                left.remove(was)
                words = f"“{_plain(was.text)}” now reads: “{_plain(one.text)}”"
                yield Change(Difference.STATEMENT_REWORDED, one.owner, words)
            yield from self.firmness(f"“{_plain(one.text)}”", was, one)
            yield from self.quotes(f"“{_plain(one.text)}”", was, one)
        for one in left:
            words = f"Withdrawn: “{_plain(one.text)}”"
            yield Change(Difference.STATEMENT_WITHDRAWN, self.id(one.owner), words)

    def nearest(self, one: Statement, left: list[Statement]) -> Statement | None:
        """Find among those that went the one that this rewords: it has the same words to rest on, or much the same."""
        mine = {key for key, _ in self.exact(one.evidence, mapped=False)}
        scored = [
            (any(key in mine for key, _ in self.exact(was.evidence, mapped=True)), fuzz.ratio(one.text, was.text), was)
            for was in left
        ]
        likely = [(same, score, was) for same, score, was in scored if same or score >= ALIKE]
        return max(likely, key=lambda found: found[:2])[2] if likely else None


def _became(old: Mapping[str, Entity], new: Mapping[str, Entity]) -> dict[str, str]:
    """Lead each id that is gone to the entry of today that names it as a former one."""
    found = {}
    for entity in new.values():
        for text in entity.formerly:
            kind, _, id_ = text.rpartition("/")
            if id_ in old and id_ not in new and old[id_].kind == Kind(kind or entity.kind):
                found[id_] = entity.id
    return dict(sorted(found.items()))


def _renamed_articles(old: Mapping[str, Article], new: Mapping[str, Article]) -> dict[str, str]:
    return {was: one.slug for one in new.values() for was in one.formerly if was in old and was not in new}


def _revised(now: Article, was: Article, after: Knowledge, before: Knowledge) -> Iterator[Change]:
    if now.title != was.title:
        words = f"“{was.title}” is now called “{now.title}”."
        yield Change(Difference.ARTICLE_REVISED, "", words, now.slug)
    if now.date != was.date:
        words = f"“{now.title}”: the date {_from_to(str(was.date or ''), str(now.date or ''))}"
        yield Change(Difference.ARTICLE_REVISED, "", words, now.slug)
    if now.authors != was.authors:
        words = f"“{now.title}”: the by-line {_from_to(', '.join(was.authors), ', '.join(now.authors))}"
        yield Change(Difference.ARTICLE_REVISED, "", words, now.slug)
    if told := _of_paragraphs(*(_paragraphs(one) for one in (before.prose[was.slug], after.prose[now.slug]))):
        yield Change(Difference.ARTICLE_REVISED, "", f"The text of “{now.title}” was revised: {told}.", now.slug)


def _paragraphs(prose: Prose) -> Counter[str]:
    return Counter(_plain(block.text) for block in prose.blocks if block.paragraph)


def _of_paragraphs(old: Counter[str], new: Counter[str]) -> str:
    """Say how many paragraphs of a text are new, reworded and gone; "" where all are as they were."""
    gone, come = list((old - new).elements()), list((new - old).elements())
    alike = reworded(gone, come)
    counts = (len(come) - alike, "new"), (alike, "reworded"), (len(gone) - alike, "no longer there")
    told = [(count, "is" if count == 1 else "are", word) for count, word in counts if count]
    first = "".join(f"{count} paragraph{'' if count == 1 else 's'} {verb} {word}" for count, verb, word in told[:1])
    return ", ".join([first, *(f"{count} {verb} {word}" for count, verb, word in told[1:])])


def _dated(owner: str, words: str, now: Timespan | None, was: Timespan | None) -> Change:
    told = f"{words} {_from_to(was.text if was else '', now.text if now else '')}"
    return Change(Difference.DATE_CORRECTED, owner, told)


def _from_to(old: str, new: str) -> str:
    if not old:
        return _sentence(f"is now given: {new}")
    return _sentence(f"was {old} and is now {new}" if new else f"is no longer given; it was {old}")


def _of_quotes(was: str | None, now: str | None, old: Sequence[object]) -> str:
    if now is None:
        return f"the words “{was}” were left out as evidence."
    if was is None:
        return f"the words “{now}” were added as evidence." if old else f"this now rests on the words “{now}”."
    return f"the words that it rests on were “{was}” and are now “{now}”."


def _sentence(text: str) -> str:
    """End a text with a full stop, be it that of an initial."""
    return text if text.endswith(".") else f"{text}."


def _inverted(became: Mapping[str, str]) -> dict[str, list[str]]:
    """Give for each id of today those that lead to it, in their order."""
    found: dict[str, list[str]] = {}
    for old, new in became.items():
        found.setdefault(new, []).append(old)
    return found


def _said_once(old: Sequence[Relation], new: Sequence[Relation]) -> list[Relation]:
    """Leave out a tie that another of two entries that became one held too, unless it is said as often as before."""
    kept: list[Relation] = []
    for one in old:
        alike = [each for each in kept if _period(each) == _period(one)]
        is_anothers = any({each.owner, each.target} != {one.owner, one.target} for each in alike)
        if not is_anothers or len(alike) < sum(_period(each) == _period(one) for each in new):
            kept.append(one)
    return kept


def _period(one: Relation) -> tuple[Hashable, ...]:
    return one.since, one.until


def _beginning(one: Relation) -> Hashable:
    return one.since


def _in_languages(one: Entity) -> str:
    return ", ".join(f"{name} ({language})" for language, name in sorted(one.native_names))


def _point(coordinates: tuple[float, float] | None) -> str:
    return f"{coordinates[0]:g}, {coordinates[1]:g}" if coordinates else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
