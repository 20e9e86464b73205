"""The guide for editors: its commands, run one after the other as they stand there, make a site and keep it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

GUIDE = (ROOT / "GUIDE.md").read_text("utf-8")
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run every block of commands in one shell that stops at the first that fails; gives the site that they make."""
    tmp_path = tmp_path_factory.mktemp("guide")
    blocks = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    if not shutil.which("rsync"):
        blocks = [block.replace("rsync --archive --checksum --delete", "cp -r") for block in blocks]
    script = tmp_path / "guide.sh"
    script.write_text("set -euo pipefail\n" + "\n".join(blocks), "utf-8")
    told = {"PATH": PATH, "SITES": str(tmp_path), "TARGET": str(tmp_path / "served"), "PYTHONPATH": ""}
    done = subprocess.run(
        ["bash", str(script)],
        cwd=ROOT,
        env={**os.environ, **told, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return tmp_path / "harbour"


def test_the_commands_of_the_guide_work_in_order(harbour: Path) -> None:
    """They end in a published site."""
    served = harbour.parent / "served"
    assert (served / "index.html").is_file() or (served / "site/index.html").is_file()
    page = (harbour / "site/actors/elin-sandvik.html").read_text("utf-8")
    assert "She has led it since 2012." in page
    assert "norhaven-dock-union.html" in page
    assert 'content="0; url=../groups/norhaven-dock-union.html"' in (harbour / "site/groups/dock-union.html").read_text(
        "utf-8"
    )
    assert "was 2011 and is now 2012" in (harbour / "site/whats-changed.html").read_text("utf-8")


def test_the_recipe_of_the_container_builds_the_site(harbour: Path, tmp_path: Path) -> None:
    """Each step of the recipe, done as a builder of images does it, with nothing there but what was copied before."""
    [recipe] = re.findall(r"^```dockerfile\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    root = tmp_path / "build/site"
    values: dict[str, str] = {}
    stages: list[str] = []
    for line in filter(None, recipe.splitlines()):
        what, _, words = line.partition(" ")
        if what == "FROM":
            stages.append(words)
        elif what == "WORKDIR":
            assert words == "/site"
            root.mkdir(parents=True)
        elif what == "ARG":
            name, _, value = words.partition("=")
            values[name] = value
        elif what == "COPY" and not words.startswith("--from=build "):
            copy(harbour, root, *words.split())
        elif what == "RUN":
            told = {**os.environ, **values, "PATH": PATH, "PYTHONPATH": "", "NO_MKDOCS_2_WARNING": "1"}
            done = subprocess.run(["sh", "-ec", words], cwd=root, env=told, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{line}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        else:
            assert line == "COPY --from=build /site/site /usr/share/nginx/html"
    assert [stage.rpartition(" ")[0] for stage in stages][:1] == ["docker.io/library/python:3.13-slim AS"]
    assert f"<loc>{values['SITE_URL']}index.html" in (root / "site/sitemap.xml").read_text("utf-8")


def copy(site: Path, root: Path, source: str, target: str) -> None:
    """Copy what a step names: a file into a folder, or all that the files for the builder do not keep out."""
    if source != ".":
        (root / target).mkdir(parents=True, exist_ok=True)
        shutil.copy(site / source, root / target)
        return
    [ignored] = re.findall(r"`\.dockerignore` with the lines (.*?) keeps out", GUIDE, re.DOTALL)
    assert target == "."
    left_out = shutil.ignore_patterns(*re.findall(r"`(.*?)`", ignored))  # at the top alone: `generator/site` stays
    shutil.copytree(
        site, root, dirs_exist_ok=True, ignore=lambda at, names: left_out(at, names) if Path(at) == site else set()
    )
    assert not (root / "site").exists()
