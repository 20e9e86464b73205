"""Names of months in the languages whose dates are pasted into English articles, in small letters."""

from __future__ import annotations

_NAMES = (  # January to December; Russian in the cases in which a date has it, and the nominative
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)

MONTHS = {name: number for names in _NAMES for number, name in enumerate(names.split(), 1)}
"""The number of a month by its name."""

ANY_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})"
_ENGLISH = frozenset(["april", "august", "september", "november"])
FOREIGN_MONTH = rf"(?:{'|'.join(sorted(MONTHS.keys() - _ENGLISH, key=lambda name: (-len(name), name)))})"
