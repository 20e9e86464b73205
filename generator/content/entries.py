"""From a valid entry to an Entity: models become the program's own values, with their places."""

from __future__ import annotations

from typing import Any

from generator.content import schema
from generator.content.documents import Document, Draft, Path
from generator.content.faults import fit
from generator.content.yaml_source import read_entry
from generator.model import (
    Citation,
    Entity,
    Kind,
    Participant,
    Quote,
    Relation,
    SourceFile,
    Stance,
    Statement,
)
from generator.model.positions import Lines
from generator.problems import Problem


def read_draft(kind: Kind, source: SourceFile) -> tuple[Draft, list[Problem]]:
    """Read one entry."""
    document, problems = read_entry(source)
    if document is None:
        return _stub(kind, source), problems
    model, document, faults = fit(schema.MODELS[kind], document)
    problems += faults
    if model is None:
        return _stub(kind, source), problems
    return Draft(_entity(source.name, kind, model, document), document), problems


def _stub(kind: Kind, source: SourceFile) -> Draft:
    """Stand in for an entry without a name: known by its id, and never linked."""
    place = Lines(source.path, source.text).location(0)
    return Draft(Entity(source.name, kind, source.name, place, link=False), None)


def _entity(id_: str, kind: Kind, model: schema.Entry, document: Document) -> Entity:
    return Entity(
        id=id_,
        kind=kind,
        name=model.name,
        location=document.at_value(("name",)),
        aliases=tuple(model.aliases),
        phrases=tuple(model.phrases),
        weak_aliases=tuple(model.weak_aliases),
        native_names=tuple(model.native_name.items()),
        type=model.type,
        summary=model.summary,
        profile=model.profile,
        profile_location=document.at_value(("profile",)) if model.profile else None,
        relations=tuple(_relation(id_, part, document, at) for at, part in enumerate(model.relations)),
        statements=tuple(_statement(id_, part, document, at) for at, part in enumerate(model.statements)),
        see_also=tuple(model.see_also),
        not_to_be_confused_with=tuple(model.not_to_be_confused_with),
        sources=tuple(Citation(part.title, part.url, part.publisher, part.date) for part in model.sources),
        same_as=tuple(model.same_as),
        link=model.link,
        formerly=tuple(model.formerly),
        **_of_kind(model),
    )


def _of_kind(model: schema.Entry) -> dict[str, Any]:
    """Give what only entries of one kind have."""
    match model:
        case schema.Actor():
            return {"role": model.role}
        case schema.Group():
            return {"founded": model.founded, "dissolved": model.dissolved, "ideology": tuple(model.ideology)}
        case schema.Event():
            participants = tuple(Participant(part.entity, part.role) for part in model.participants)
            return {"date": model.date, "place": model.place, "participants": participants}
        case schema.Place():
            return {"within": model.within, "coordinates": model.coordinates}
        case _:
            return {}


def _relation(owner: str, part: schema.RelationPart, document: Document, at: int) -> Relation:
    path: Path = ("relations", at)
    return Relation(
        location=document.at_value(path),
        owner=owner,
        type=part.type,
        target=part.target,
        since=part.since,
        until=part.until,
        evidence=_quotes(part.evidence, document, path),
        asserted_by=part.asserted_by or None,
        stance=Stance(part.stance),
    )


def _statement(owner: str, part: schema.StatementPart, document: Document, at: int) -> Statement:
    path: Path = ("statements", at)
    return Statement(
        location=document.at_value(path),
        owner=owner,
        text=part.text,
        about=tuple(part.about),
        evidence=_quotes(part.evidence, document, path),
        asserted_by=part.asserted_by or None,
        stance=Stance(part.stance),
    )


def _quotes(parts: list[schema.QuotePart], document: Document, path: Path) -> tuple[Quote, ...]:
    alone = (*path, "evidence", "quote") in document.values  # one quote, not written as a list
    at: list[Path] = [(*path, "evidence") if alone else (*path, "evidence", number) for number in range(len(parts))]
    return tuple(
        Quote(document.at_value((*one, "quote")), part.article, part.quote, part.prefix, part.suffix)
        for one, part in zip(at, parts, strict=True)
    )
