"""The guide for editors: its commands, run one after the other as they stand there, make a site and keep it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

GUIDE = (ROOT / "GUIDE.md").read_text("utf-8")


def test_the_commands_of_the_guide_work_in_order(tmp_path: Path) -> None:
    """Every block of commands, in one shell that stops at the first that fails, ends in a published site."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    if not shutil.which("rsync"):
        blocks = [block.replace("rsync --archive --checksum --delete", "cp -r") for block in blocks]
    script = tmp_path / "guide.sh"
    script.write_text("set -euo pipefail\n" + "\n".join(blocks), "utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    told = {"PATH": path, "SITES": str(tmp_path), "TARGET": str(tmp_path / "served"), "PYTHONPATH": ""}
    done = subprocess.run(
        ["bash", str(script)],
        cwd=ROOT,
        env={**os.environ, **told, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    site = tmp_path / "harbour"
    assert (tmp_path / "served/index.html").is_file() or (tmp_path / "served/site/index.html").is_file()
    page = (site / "site/actors/elin-sandvik.html").read_text("utf-8")
    assert "She has led it since 2012." in page
    assert "norhaven-dock-union.html" in page
    assert 'content="0; url=../groups/norhaven-dock-union.html"' in (site / "site/groups/dock-union.html").read_text(
        "utf-8"
    )
    assert "was 2011 and is now 2012" in (site / "site/whats-changed.html").read_text("utf-8")


def test_the_guide_names_files_that_are_there() -> None:
    """Each link of the guide to a file of the repository leads to one."""
    targets = re.findall(r"\]\(([^)#]+)\)", GUIDE)
    assert targets
    assert [one for one in targets if "://" not in one and not (ROOT / one).exists()] == []
