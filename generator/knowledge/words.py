"""What kind of word this is: a plain English word, a title, a word that makes a longer name of the one before it."""

from __future__ import annotations

import functools
import re
from typing import Final

from spylls.hunspell import Dictionary  # type: ignore[import-untyped]

MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# What stands before a person's name, or after the name of a state or body, and belongs to neither.
TITLES: Final = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess prince princess king
    queen emperor tsar sultan emir sheikh sheik shaikh sayyid sayyed seyyed sayed imam ayatollah mullah hajj haji hojatoleslam
    pope cardinal archbishop bishop rabbi reverend rev father brother sister saint pastor
    president premier chancellor minister ministers secretary ambassador envoy senator sen congressman congresswoman
    representative rep governor gov mayor commissioner deputy vice acting former late ex prime foreign defense defence interior
    finance home justice oil energy health education supreme chief head chairman chairwoman chair chairperson director
    manager ceo cfo spokesman spokeswoman spokesperson speaker leader commander captain capt colonel col lieutenant lt
    major maj general gen brigadier brig admiral adm marshal sergeant sgt corporal cpl private pvt officer officers
    judge attorney lawyer coach author analyst journalist reporter editor actor actress singer parliament
    official officials troops forces soldiers army military ministry government administration regime cabinet embassy
    delegation representatives citizens
""".split()
)
# With one of these before or after it, a name is part of a longer one.
HEADS: Final = frozenset(
    """
    marathon party movement university college school academy institute times post news herald tribune gazette journal
    telegraph guardian observer globe chronicle mail star sun today bank airport airlines airways air station street road
    avenue square bridge tower towers hotel hospital museum gallery theatre theater stadium arena park club united city
    town rovers wanderers athletic fc cup league championship championships open prix olympics games festival prize award
    awards foundation fund trust society association federation confederation council committee commission agency authority
    corporation company group holdings limited ltd inc llc plc brothers studios pictures records entertainment orchestra
    opera symphony ballet treaty agreement accord accords act convention declaration summit conference congress
    river lake sea ocean bay gulf strait island islands mountains mount valley desert beach falls county district
    province village church cathedral mosque temple abbey palace castle brigade brigades battalion division corps
    front liberation union brotherhood exchange stock review magazine radio television tv press network
""".split()
)
GEOGRAPHY: Final = frozenset(
    """
    north south east west new old upper lower saint st san santa mount port fort lake cape great little big el los las
    northeast northwest southeast southwest
""".split()
)
_DEMONYM: Final = re.compile(r"[A-Z][\w’'-]*(?:ian|ean|ese|ish|[^aeiou]an)s?")
_OTHER_DEMONYMS: Final = frozenset(
    """
    iraqi israeli saudi pakistani yemeni emirati qatari kuwaiti omani bahraini bangladeshi nepali somali afghan french
    german greek dutch swiss czech slovak thai turk arab kurd kurdish uzbek kazakh tajik turkmen welsh houthi shia shiite
    sunni islamist islamic jewish christian muslim western eastern northern southern central
""".split()
)
_BRITISH: Final = ((r"our", "or"), (r"tre$", "ter"), (r"is(e|ed|es|ing|ation)$", r"iz\1"), (r"ence$", "ense"))


@functools.lru_cache(maxsize=65536)
def is_plain(word: str) -> bool:
    """Tell whether a word is, written small, a word of the English language (`may`, `reading`, `turkey`).

    Source: the Hunspell dictionary en_US, which keeps names apart from words; British spellings are tried in their
    American form. It is loaded at the first question only.
    """
    lowered = word.lower().replace("’", "'")
    if lowered in MONTHS:
        return True
    spellings = [lowered, *(re.sub(old, new, lowered) for old, new in _BRITISH)]
    return any(_dictionary().lookup(spelling) for spelling in dict.fromkeys(spellings))


@functools.cache
def _dictionary() -> Dictionary:
    return Dictionary.from_files("en_US")


def is_title(word: str) -> bool:
    """Tell whether a word is a title or a role (`Gen.`, `President`)."""
    return word.lower().strip(".").removesuffix("’s").removesuffix("'s") in TITLES


def is_demonym(word: str) -> bool:
    """Tell whether a capitalised word seems to tell where someone is from, or of what faith (`Lebanese`)."""
    return _DEMONYM.fullmatch(word) is not None or word.lower() in _OTHER_DEMONYMS


def is_calendar(word: str) -> bool:
    """Tell whether a word names a month or a day of the week, abbreviated or not."""
    bare = word.lower().strip(".")
    return bare in MONTHS or bare in DAYS or bare in {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
                                                       "oct", "nov", "dec"}  # fmt: skip
