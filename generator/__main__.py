"""Run the commands: `python -m generator COMMAND`."""

import sys

from generator.cli import main

if __name__ == "__main__":
    try:
        main()
    except OSError as fault:  # what is printed cannot be written, as on a full disk
        sys.exit(f"the output cannot be written: {fault.strerror or fault}")
