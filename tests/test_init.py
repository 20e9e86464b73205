"""The command `init`: a new site that builds at once, and nothing of anybody's written over."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Command, run

from generator.intake.new_site import new_site

# Without the path to this repository: a new site finds in its own folder all that it is made of.
ALONE = {"PYTHONPATH": ""}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a new site as `init` makes it."""
    folder = tmp_path_factory.mktemp("sites") / "my site"
    done = run("generator", "init", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_new_site_has_no_fault(site: Path) -> None:
    """The example passes `check --strict`, run by the site's own copy of the program."""
    done = run("generator", "check", "--strict", cwd=site, **ALONE)
    assert (done.returncode, done.stderr) == (0, "1 article and 3 entries; 0 errors, 0 warnings\n")


def test_the_example_goes_as_the_readme_of_the_site_says(site: Path, tmp_path: Path) -> None:
    """What stays behind does not lead to it."""
    shutil.copytree(site / "content", tmp_path / "content")
    (removal,) = re.findall(r"^ +rm (.+)$", (site / "README.md").read_text("utf-8"), re.MULTILINE)
    for pattern in removal.split():
        for path in list(tmp_path.glob(pattern)):
            path.unlink()
    done = run("generator", "check", "--strict", "--content", tmp_path / "content", cwd=site, **ALONE)
    assert (done.returncode, done.stderr) == (0, "0 articles and 0 entries; 0 errors, 0 warnings\n")


def test_a_new_site_builds_strictly_and_shows_its_links_and_evidence(site: Path) -> None:
    """The site's own program and configuration build it; names link, and a claim leads to its paragraph."""
    assert run("generator", "generate", cwd=site, **ALONE).returncode == 0
    built = run("mkdocs", "build", "--strict", "--quiet", cwd=site, **ALONE, NO_MKDOCS_2_WARNING="1")
    assert built.returncode == 0, built.stderr
    assert "<title>My backgrounder</title>" in (site / "site/index.html").read_text("utf-8")
    article = (site / "site/articles/the-canal-at-suez.html").read_text("utf-8")
    for entry in ("actors/ferdinand-de-lesseps", "events/opening-of-the-suez-canal", "places/suez-canal"):
        assert f"../{entry}.html" in article
        assert "the-canal-at-suez.html#p" in (site / f"site/{entry}.html").read_text("utf-8")


def test_a_new_site_calls_the_list_of_its_articles_by_how_many_there_are(site: Path, tmp_path: Path) -> None:
    """The navigation has "The article" while there is one, and "Articles" once there is a second."""
    shutil.copytree(site, tmp_path / "site")
    for file, name in (("", "The article"), ("second.md", "Articles")):
        if file:
            (tmp_path / "site/content/articles" / file).write_text("---\ntitle: Second\n---\n\nA word.\n", "utf-8")
        built = run("mkdocs", "build", "--quiet", cwd=tmp_path / "site", **ALONE, NO_MKDOCS_2_WARNING="1")
        assert built.returncode == 0, built.stderr
        page = (tmp_path / "site/site/timeline.html").read_text("utf-8")
        assert re.findall(r'href="articles/(?:index.html)?"[^>]*>\s*(?:<span[^>]*>)?\s*([^<]+?)\s*<', page)[0] == name


def test_what_a_new_site_shares_with_the_default_one_is_the_same(site: Path) -> None:
    """Look, scripts, program, locked versions and workflow are those of the default site, byte for byte."""
    for folder in ("overrides", "docs/stylesheets", "docs/javascripts", "docs/assets", "schemas", "generator"):
        here = sorted(path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file())
        shared = [path for path in here if {"__pycache__", "social"}.isdisjoint(path.parts)]
        assert shared
        assert [path for path in shared if (site / path).read_bytes() != (ROOT / path).read_bytes()] == []
    for name in (
        "requirements/run.txt",
        "requirements/search.txt",
        ".github/workflows/publish.yml",
        ".gitlab-ci.yml",
        "requirements/links.txt",
    ):
        assert (site / name).read_bytes() == (ROOT / name).read_bytes()
    differing = {"site_name", "site_description", "copyright"}
    default, new = (
        [line for line in (folder / "mkdocs.yml").read_text("utf-8").splitlines() if line[:1] != " "]
        for folder in (ROOT, site)
    )
    assert [line for line in new if line.split(":")[0] not in differing] == [
        line for line in default if line.split(":")[0] not in differing
    ]


def test_what_the_configuration_names_is_there(site: Path) -> None:
    """Every style, script, hook and folder of the configuration stands in the site."""
    text = re.sub(r"!ENV ", "", (site / "mkdocs.yml").read_text("utf-8"))
    values = yaml.safe_load(text)
    assert values["site_name"] == "My backgrounder"
    named = [f"docs/{name}" for name in (*values["extra_css"], *values["extra_javascript"], values["theme"]["favicon"])]
    named += [*values["hooks"], values["theme"]["custom_dir"]]
    assert [name for name in named if not (site / name).exists()] == []


def test_the_editor_knows_a_schema_for_every_kind(site: Path) -> None:
    """The settings for the editor and the first line of each entry lead to schemas that are there."""
    settings = json.loads((site / ".vscode/settings.json").read_text("utf-8"))
    assert len(settings["yaml.schemas"]) == 8
    assert [name for name in settings["yaml.schemas"] if not (site / name).is_file()] == []
    for entry in (site / "content").rglob("*.yml"):
        first = entry.read_text("utf-8").splitlines()[0]
        assert (entry.parent / first.removeprefix("# yaml-language-server: $schema=")).is_file()


def test_git_ignores_what_is_generated_and_nothing_else(site: Path) -> None:
    """In a repository of the site only what people write, and the program, is tracked."""
    assert run("generator", "generate", cwd=site, **ALONE).returncode == 0
    subprocess.run(["git", "init", "--quiet", "."], cwd=site, check=True)
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"], cwd=site, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    made = {file.path for file in new_site()}
    strange = [name for name in listed if name.startswith("docs/") and name not in made]
    assert strange == [], "name what is generated there in generator/intake/starter/gitignore"
    assert {"content/articles/the-canal-at-suez.md", "generator/cli.py", "overrides/main.html"} <= set(listed)


def test_what_was_generated_for_this_site_does_not_go_along(tmp_path: Path, site: Path) -> None:
    """A site that makes another leaves out the images that it drew of its own pages."""
    drawn = site / "docs/assets/social/drawn.png"
    drawn.parent.mkdir(parents=True, exist_ok=True)
    drawn.write_bytes(b"an image")
    assert run("generator", "init", tmp_path / "second", cwd=site, **ALONE).returncode == 0
    assert not (tmp_path / "second/docs/assets/social").exists()
    assert (tmp_path / "second/docs/assets/fonts").is_dir()


def test_the_two_next_commands_are_told_and_work(tmp_path: Path, backgrounder: Command) -> None:
    """What stands on stdout goes into the folder and starts the preview with a Python that has what it needs."""
    done = backgrounder("init", tmp_path / "new")
    into, preview = done.stdout.splitlines()
    assert shlex.split(into) == ["cd", str(tmp_path / "new")]
    assert shlex.split(preview) == [sys.executable, "-m", "mkdocs", "serve", "--dirty"]


def test_everything_in_the_way_is_told_and_nothing_is_written(tmp_path: Path, backgrounder: Command) -> None:
    """Each file that stands where the site has one is a line of its own; the folder stays as it was."""
    (tmp_path / "content").write_text("a file, not a folder", "utf-8")
    (tmp_path / "README.md").write_text("mine", "utf-8")
    (tmp_path / "mkdocs.yml").symlink_to("nowhere")
    (tmp_path / "notes.txt").write_text("mine as well", "utf-8")
    done = backgrounder("init", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    *told, last = done.stderr.splitlines()
    assert [line.split(":")[0] for line in told] == ["README.md", "content", "mkdocs.yml"]
    assert all(line.endswith("[file-in-the-way]") for line in told)
    assert last == "3 errors; nothing was written"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "content", "mkdocs.yml", "notes.txt"]
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"


def test_a_folder_that_holds_a_site_is_told_in_one_line(site: Path, backgrounder: Command) -> None:
    """Where hundreds of files are in the way, one message says how many and names the folder, not each of them."""
    done = backgrounder("init", site)
    told, last = done.stderr.splitlines()
    assert (done.returncode, done.stdout, last) == (1, "", "1 error; nothing was written")
    assert told.startswith(f"{site.as_posix()}:1:1: error: the folder has ")
    assert int(told.split("has ")[1].split()[0]) > 400
    assert '"Makefile", "README.md", "content" among them' in told or '"Makefile", "README.md", "mkdocs.yml"' in told
    assert "choose another folder" in told


def test_a_site_is_made_in_a_folder_that_holds_other_things(tmp_path: Path, backgrounder: Command) -> None:
    """A folder with a repository or a draft in it takes a new site, and keeps what it has."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/one.txt").write_text("mine", "utf-8")
    assert backgrounder("init", tmp_path).returncode == 0
    assert (tmp_path / "drafts/one.txt").read_text("utf-8") == "mine"
    assert (tmp_path / "content/home.md").is_file()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom file modes bind")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, backgrounder: Command) -> None:
    """Where the system does not let it write, it says so, without a traceback."""
    tmp_path.chmod(0o500)
    done = backgrounder("init", tmp_path / "new")
    tmp_path.chmod(0o700)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_site_makes_another_site(site: Path, tmp_path: Path) -> None:
    """The copy of the program in a site can do all that the first one can, `init` included."""
    done = run("generator", "init", tmp_path / "second", cwd=site, **ALONE)
    assert done.returncode == 0, done.stderr
    for name in ("generator/LICENSE", "generator/intake/starter/README.md", "overrides/main.html", ".gitignore"):
        assert (tmp_path / "second" / name).read_bytes() == (site / name).read_bytes()


def test_the_installed_package_holds_all_that_a_new_site_needs(tmp_path: Path) -> None:
    """The wheel makes the same site as the repository, from wherever it is installed."""
    built = run("hatchling", "build", "--target", "wheel", "--directory", tmp_path, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    path = {"PYTHONPATH": str(tmp_path / "installed")}
    made = run("generator", "init", tmp_path / "from-wheel", cwd=tmp_path, **path)
    assert made.returncode == 0, made.stderr
    direct = run("generator", "init", tmp_path / "from-here")
    assert direct.returncode == 0, direct.stderr
    first, second = (
        {
            file.relative_to(tmp_path / name).as_posix(): file.read_bytes()
            for file in (tmp_path / name).rglob("*")
            if file.is_file()
        }
        for name in ("from-here", "from-wheel")
    )
    assert first == second
