"""Tell of which people a body is by what its entry says, to tell it from another people's body of the same name.

`Saudi Hezbollah` is not the Hezbollah whose entry calls it Lebanese. An entry that tells of no people settles nothing.
"""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.names.context import is_land
from generator.knowledge.words import is_demonym, listed
from generator.model import Entity

# Peoples whose land does not begin as they do; for the others the first letters agree (`Lebanese`, `Lebanon`).
_LANDS: Final = {
    "french": ("france",), "dutch": ("netherlands", "holland"), "greek": ("greece",), "swiss": ("switzerland",),
    "british": ("britain", "uk", "united kingdom", "england"), "american": ("us", "u.s.", "united states", "america"),
    "spanish": ("spain",), "polish": ("poland",), "danish": ("denmark",), "welsh": ("wales",), "irish": ("ireland",),
    "finnish": ("finland",), "german": ("germany",), "thai": ("thailand",), "czech": ("czech",),
    "emirati": ("emirates",), "south african": ("south africa",),
}  # fmt: skip
_OF_LAND: Final = re.compile(r"\bof (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)")
_BEGINNING: Final = 4  # letters in which a people and its land agree


def is_people(word: str) -> bool:
    """Tell whether a capitalised word tells of which country something is; a faith or a side of the world does not."""
    return word[:1].isupper() and is_demonym(word) and not listed(word, "of_no_country")


def is_of_another_people(people: str, entity: Entity, *, of_state: bool = False) -> bool:
    """Tell whether an entry says of which country its entity is, and nowhere that it is of this people or land.

    Of an office of state a land that the entry names tells that too; of others it may be a foe or an ally.
    """
    told = _told(entity)
    if any(_agrees(people, word) for word in told):
        return False
    if any(is_people(word) or (of_state and is_land(word)) for word in told):
        return True
    return any(one.type == "based_in" for one in entity.relations)


def rules_another_land(people: str, entity: Entity) -> bool:
    """Tell whether an entry says of which land somebody is king (`King of Jordan`), and not of this people's."""
    lands = _OF_LAND.findall("; ".join([entity.name, *entity.aliases, entity.role]))
    told = [word for land in lands for word in land.split()]
    return bool(told) and not any(_agrees(people, word) for word in told)


def _told(entity: Entity) -> list[str]:
    """Give the capitalised words by which an entry may tell a country, and the ids of all that it relates to."""
    words = [entity.name, *entity.aliases, *entity.phrases, entity.summary, entity.profile]
    ids = [one.target.replace("-", " ").title() for one in entity.relations]
    return re.findall(r"[A-Z][\w’'.-]*", " ".join([*words, *ids]))


def _agrees(people: str, word: str) -> bool:
    first, second = people.lower(), word.lower().strip(".")
    return (
        first == second
        or any(second in land.split() for land in _LANDS.get(first, ()))
        or any(first in land.split() for land in _LANDS.get(second, ()))
        or (len(second) >= _BEGINNING and first[:_BEGINNING] == second[:_BEGINNING])
    )
