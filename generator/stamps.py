"""What the system says of a file without its being read: while it says the same, nobody has written to it."""

from __future__ import annotations

import os
import stat
import time

Stamp = tuple[int, ...]  # the size, the times of change of the bytes and of the file, the number, the mode
RESTED = 2 * 10**9  # nanoseconds: of a file that changed within them, another change might not show in its times


def stamp_of(path: str) -> Stamp:
    """Give what the system says of a plain file, () of anything else and where there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return ()
    if not stat.S_ISREG(status.st_mode):
        return ()
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode)


def rested(stamp: Stamp, read: int) -> bool:
    """Tell whether a stamp may be believed later of a file that was read at a time, in nanoseconds.

    It may if its last change lay some time back then, as git has it: two changes within one tick of the clock look
    like one.
    """
    return bool(stamp) and max(stamp[1:3]) < read - RESTED


def mark(path: str) -> int:
    """Give a file that was just written a time of change that no later change can have, and give that time.

    The system dates changes by the ticks of its clock, which are some milliseconds apart; this time lies between two of
    them. So the stamp of a file with this very time may be believed at once. Raises OSError.
    """
    now = time.time_ns()
    os.utime(path, ns=(now, now))
    return now
