"""What changed and what was corrected: content/changes.yml and content/corrections.yml, which grow and are kept."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel

from generator.codes import Code
from generator.content.documents import Document, Path
from generator.content.faults import fit
from generator.content.references import Known
from generator.content.schema import Corrections, Releases
from generator.content.yaml_source import read_entry
from generator.guess import did_you_mean
from generator.model import Change, Correction, Difference, Release, SourceFile, Sources
from generator.problems import Problem, error, quoted

_Model = TypeVar("_Model", bound=BaseModel)


def read_history(sources: Sources, known: Known) -> tuple[tuple[Release, ...], tuple[Correction, ...], list[Problem]]:
    """Read both files, which a site may lack."""
    releases, faults = read_releases(sources.releases)
    corrections, more = read_corrections(sources.corrections, known)
    return releases, corrections, [*faults, *more]


def read_releases(source: SourceFile | None) -> tuple[tuple[Release, ...], list[Problem]]:
    """Read what changed, newest first. An entry that was removed since is no fault: the past stays as it was."""
    model, _, problems = _read(Releases, source)
    releases = [
        Release(
            part.date,
            tuple(sorted(Change(Difference(one.what), one.entry, one.text, one.article) for one in part.changes)),
            part.title,
        )
        for part in (model.releases if model else ())
        if part.date
    ]
    return tuple(sorted(releases, key=lambda one: one.date, reverse=True)), problems


def read_corrections(source: SourceFile | None, known: Known) -> tuple[tuple[Correction, ...], list[Problem]]:
    """Read the corrections, newest first; each stands at an entry or an article that there is, or at none."""
    model, document, problems = _read(Corrections, source)
    found = []
    for at, part in enumerate(model.corrections if model and document else ()):
        path: Path = ("corrections", at)
        if not part.date or document is None:
            continue
        told = _unknown(part.entry, part.article, path, document, known)
        problems += told
        if not told:
            entry = known.former.get(part.entry, part.entry)
            found.append(Correction(part.date, part.text, entry, part.article, document.at_value(path)))
    return tuple(sorted(found, key=lambda one: (one.date, one.text), reverse=True)), problems


def _read(model: type[_Model], source: SourceFile | None) -> tuple[_Model | None, Document | None, list[Problem]]:
    if source is None:
        return None, None, []
    document, problems = read_entry(source)
    if document is None:  # a file in which everything is commented out says nothing, which is no fault
        return None, None, [problem for problem in problems if problem.code != Code.EMPTY_FILE]
    fitted, kept, faults = fit(model, document)
    return fitted, kept, [*problems, *faults]


def _unknown(entry: str, article: str, path: Path, document: Document, known: Known) -> list[Problem]:
    told = []
    if entry and entry not in known.kinds and entry not in known.former:
        hint = did_you_mean(entry, known.words) or "write the id of an entry, or leave it out"
        where = document.at_value((*path, "entry"))
        told.append(error(where, Code.UNKNOWN_ID, f"entry: there is no entry {quoted(entry)}", hint))
    if article and article not in known.articles:
        hint = did_you_mean(article, known.articles) or "write its file's name without .md, or leave it out"
        where = document.at_value((*path, "article"))
        told.append(error(where, Code.UNKNOWN_ARTICLE, f"article: there is no article {quoted(article)}", hint))
    return told
