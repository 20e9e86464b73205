"""What a gazetteer is compiled of. It is kept from run to run, and most runs do not load what compiles it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.frozen import frozen


@frozen
class Columns:
    """What a gazetteer is compiled of, sorted, as plain values: they can be kept, and the automaton is soon made again.

    The key of the pattern `p` is `keys` from `key_ends[p]` to `key_ends[p + 1]`; the rest is as in a gazetteer. All
    numbers are those of an array.
    """

    keys: bytes
    key_ends: bytes
    longest: int
    shared: Mapping[int, str]
    ids: tuple[str, ...]
    first: bytes
    owners: bytes
    strengths: bytes
    forms: bytes
    form_ends: bytes
