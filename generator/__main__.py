"""Run the commands: `python -m generator COMMAND`, or `backgrounder COMMAND` where the package is installed."""

import gc
import os
import sys


def program() -> None:
    """Run a command as all that the process is for."""
    try:
        run()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):  # words are printed by Python
            _end_at_once(end.code or 0)
        raise


def run() -> None:
    """Run a command, and end without a traceback where it is broken off or its output finds no room."""
    gc.disable()  # a command is over soon: to look for cycles among all that it made frees next to none
    try:
        from generator.cli import main  # noqa: PLC0415 - here, so that ctrl-C is met while the modules load as well

        main()
    except KeyboardInterrupt:
        sys.exit("Aborted!")
    except OSError as fault:  # what is printed cannot be written, as on a full disk
        # What Python still holds of it goes nowhere, or it would fail once more at the end, with another exit code.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(f"the output cannot be written: {fault.strerror or fault}")


def _end_at_once(code: int) -> None:
    """End without taking down all values one by one, which takes a tenth of a run after an edit.

    Where the last of what was printed finds no room, nothing is done: Python then ends, and tells so.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return
    os._exit(code)


if __name__ == "__main__":
    program()
