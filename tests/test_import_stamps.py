"""The day of publication beside a clock, whatever words a site has for publishing."""

from pathlib import Path

import pytest
from import_support import paste

from generator.intake.stamped import read_stamp

TEXT = [
    "The weir at Aldmere was ordered in March, when the miller still believed that the council had the money.",
    "It had none, as its treasurer told the miller in a letter that arrived after the last stone was laid.",
    "In Aldmere they say that the river has paid more for the weir than the council of the town ever did.",
]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publisert torsdag 09. mai 2024 - 13:26", "2024-05-09"),
        ("Publikacja: 02.02.2025 21:52", "2025-02-02"),
        ("Publicerad 23 okt 2025 kl 10.23", "2025-10-23"),
        ("Publiziert17. Dezember 2024, 12:17", "2024-12-17"),
        ("Zuerst veröffentlicht am 30/04/2024 - 16:17", "2024-04-30"),
        ("06. 01. 2026, 14:59 Uhr Lesedauer: 4 Minuten", "2026-01-06"),
        ("11.07.2026, 09:30 UhrLund", "2026-07-11"),
        ("Lund - 15 OCT 2024 - 08:22ACTUALIZADO: 16 OCT 2024 - 17:38CEST", "2024-10-15"),
        ("2025年1月14日 01時28分 (1月15日 01時40分更新)", "2025-01-14"),
        ("公開日：2025/01/31 11:30\u3000更新日：2025/02/01 11:30", "2025-01-31"),
        ("2 minute readApril 25, 20232:26 PM GMT+2Last Updated 9 min ago", "2023-04-25"),
        ("Published November 18, 2024 9:26pm Updated November 19, 2024 4:23pm", "2024-11-18"),
        ("Aktualizacja: 20.04.2026 19:45 Publikacja: 19.04.2026 19:05", "2026-04-19"),
        ("Publisert: 05.08.24 kl. 14:47", "2024-08-05"),
        ("Published Jun 04, 2026 • Last updated 1 day ago • 2 minute read", "2026-06-04"),
        ("Zuerst veröffentlicht am 06/01/2026 - 14:02 MEZ", "2026"),
        ("5 gennaio 2025 ( modifica il 6 gennaio 2025 | 15:24)", "2025-01-05"),
    ],
)
def test_a_day_beside_a_clock_is_that_of_publication(tmp_path: Path, line: str, day: str) -> None:
    """In a short line a day and a clock are a stamp, whatever stands around them; a change is none of publication."""
    done = paste(tmp_path, "Who pays for the weir of Aldmere", "By Ada Lovell", line, *TEXT)
    assert done.metadata.date == day
    assert done.metadata.title == "Who pays for the weir of Aldmere"
    assert line not in done.body
    assert all(text in done.body for text in TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Aktualisiert am 28. April 2023, 20:22 Uhr",
        "They met on 3 May 2021 at 10:30 in the mill and spoke of the weir, of the stones and of the miller's debts.",
        "The gate was shut on 3 May 2021 at 10:30.",
        "Version 10.04.12 of the rules",
        "Nine stones were laid by 3 May 2021",
        "On 3 May 2021 nine of the 14:30 trains to Lund were cancelled without a word to anybody who waited",
    ],
)
def test_a_day_in_a_sentence_or_of_a_change_is_no_stamp(line: str) -> None:
    """A sentence, a day without a clock and the day of a change say nothing of publication."""
    assert read_stamp(line) is None
