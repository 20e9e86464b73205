"""The workflows that check and publish a site: their rights, their pins, and every step run in order on a new site."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, run

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PUBLISH = ROOT / ".github/workflows/publish.yml"
SHARES = ROOT / ".github/workflows/publish-shares.yml"
LINKS = ROOT / ".venv-links/bin"
# What the expressions of the steps are on a machine that is not GitHub's.
EXPRESSIONS = {
    "github.base_ref": "main",
    "github.event.number": "7",
    "github.token": "none",
    "github.repository": "a/b",
    "matrix.share": "2",
}


def read(path: Path) -> dict[str, Any]:
    """Read a workflow; `on` stays a word."""
    made = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings, lists and mappings alone
    assert isinstance(made, dict)
    return made


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """Give the jobs of a workflow by name."""
    return dict(read(path)["jobs"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_rights_are_least(path: Path) -> None:
    """Each action is pinned by commit with its version beside it; rights are given by job, and two may write."""
    for line in re.findall(r"uses: .*", path.read_text("utf-8")):
        assert re.fullmatch(r"uses: actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
    assert read(path)["permissions"] == {}
    writing = {
        name: {right for right, how in job["permissions"].items() if how == "write"} for name, job in jobs(path).items()
    }
    assert {name: rights for name, rights in writing.items() if rights} == (
        {
            PUBLISH: {"comment": {"pull-requests"}, "deploy": {"pages", "id-token"}},
            SHARES: {"deploy": {"pages", "id-token"}},
        }.get(path, {})
    )
    assert all("timeout-minutes" in job for job in jobs(path).values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_step_runs_what_others_wrote(path: Path) -> None:
    """An expression in a script would run what a title or a branch is called; values come through the environment."""
    scripts = [step["run"] for job in jobs(path).values() for step in job["steps"] if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []
    assert "pull_request_target" not in path.read_text("utf-8")


def test_jobs_that_may_write_run_nothing_of_the_pull_request() -> None:
    """Neither the job that comments nor the one that publishes checks out the repository or runs Python."""
    for steps in (jobs(PUBLISH)["comment"]["steps"], jobs(PUBLISH)["deploy"]["steps"], jobs(SHARES)["deploy"]["steps"]):
        assert not [step for step in steps if "checkout" in step.get("uses", "") or "python" in step.get("run", "")]


def test_actionlint_finds_no_fault_and_would_find_one(tmp_path: Path) -> None:
    """The workflows would run; a label and a value that do not exist are found in one that would not."""
    tool = shutil.which("actionlint", path=str(Path(sys.executable).parent))
    if not tool:
        pytest.skip("run `make lint` first, which installs actionlint")
    words = [tool, "-shellcheck=", "-pyflakes=", "-oneline"]
    done = subprocess.run([*words, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    text = PUBLISH.read_text("utf-8").replace("github.base_ref", "github.base_rev")
    (tmp_path / "publish.yml").write_text(text.replace("runs-on: ubuntu-latest", "runs-on: ubuntu-lates"), "utf-8")
    done = subprocess.run([*words, tmp_path / "publish.yml"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert {line.rpartition("[")[2] for line in done.stdout.splitlines()} == {"runner-label]", "expression]"}


@pytest.mark.parametrize(
    ("says", "code", "told"),
    [
        ("No known vulnerabilities found", 0, "No locked version has a known vulnerability"),
        ("Found 1 known vulnerability in 1 package", 1, "raise it in pyproject.toml"),
        ("ERROR: x: Dependency not found on PyPI and could not be audited", 1, "was not audited: the databases"),
    ],
)
def test_the_audit_tells_a_vulnerability_from_a_database_that_does_not_answer(
    says: str, code: int, told: str, tmp_path: Path
) -> None:
    """`make audit` fails in both cases, and says which it is; the workflow runs it on every push and once a week."""
    tool = tmp_path / "pip-audit"
    tool.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", "utf-8")
    tool.chmod(0o755)
    words = ["make", "--assume-old", ".venv/.dev", "audit", f"BIN={tmp_path}"]
    if not (ROOT / ".venv/.dev").is_file():
        words += ["DEV="]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode != 0, told in done.stdout + done.stderr) == (code != 0, True), done.stderr
    workflow = read(ROOT / ".github/workflows/test.yml")
    assert "schedule" in workflow["on"]
    assert "make audit" in [step.get("run") for step in workflow["jobs"]["audit"]["steps"]]


# ---------------------------------------------------------------------------------------------- the steps


@pytest.fixture(scope="module")
def pull_request(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a new site under git whose content differs from the branch `origin/main`, as a pull request's does."""
    site = tmp_path_factory.mktemp("workflow") / "site"
    assert run("generator", "init", site).returncode == 0
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        [*author, "commit", "-qm", "Begin"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run(["git", *words], cwd=site, check=True)
    entry = site / "content/places/port-said.yml"
    entry.write_text("name: Port Said\nsummary: A town at the northern end of the canal.\n", "utf-8")
    return site


def environment(step: dict[str, Any], job: dict[str, Any], tmp: Path) -> dict[str, str]:
    """Give the environment of a step: its own and the job's values, with expressions as they would be."""
    values = {**job.get("env", {}), **step.get("env", {})}
    told = {key: re.sub(r"\$\{\{\s*(.*?)\s*\}\}", _evaluated, value) for key, value in values.items()}
    path = os.pathsep.join([str(Path(sys.executable).parent), str(LINKS), os.environ["PATH"]])
    return {**os.environ, "PYTHONPATH": "", "GITHUB_STEP_SUMMARY": str(tmp / "summary.md"), **told, "PATH": path}


def _evaluated(found: re.Match[str]) -> str:
    if found[1] in EXPRESSIONS:
        return EXPRESSIONS[found[1]]
    return str(re.findall(r"'([^']*)'", found[1])[-1])  # the last value of `a && b || 'c'`


def test_every_step_of_a_pull_request_runs_in_order(pull_request: Path, tmp_path: Path) -> None:
    """Check, generate, build, links and the comment: each step's script ends well, in the order of the workflow."""
    job = jobs(PUBLISH)["build"]
    ran = []
    for step in job["steps"]:
        script = step.get("run", "")
        wanted = step.get("if", "").partition("==")[2].strip(" '") in {"", "pull_request"}
        if not script or not wanted or (not LINKS.is_dir() and ("lychee" in script or "links.txt" in script)):
            continue
        if "links.txt" in script and LINKS.is_dir():  # what it installs stands in an environment of its own here
            script = script.replace("python", str(LINKS / "python"), 1)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=pull_request,
            env=environment(step, job, tmp_path),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{step['name']}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        ran.append(step["name"])
    expected = [
        "Install the locked versions, with Pagefind where mkdocs.yml asks for it",
        "Check the content",
        "Generate the pages",
        "Build the site",
    ]
    links = ["Install the checker of links", "Check the links and anchors within the site"] if LINKS.is_dir() else []
    assert ran == [*expected, *links, "Tell what this pull request changes"]
    comment = (pull_request / "report/comment.md").read_text("utf-8")
    assert "Port Said has an entry." in comment
    assert "**Links compared with `origin/main`:**" in comment
    assert comment.count("```") == 2


def test_a_site_is_published_in_shares(tmp_path: Path) -> None:
    """The matrix makes as many shares as the last job asks for, which builds the site where some are lost as well."""
    site = tmp_path / "site"
    assert run("generator", "init", site).returncode == 0
    share, build = jobs(SHARES)["share"], jobs(SHARES)["build"]
    values = read(SHARES)["env"]
    assert share["strategy"]["matrix"]["share"] == [str(number + 1) for number in range(int(values["SHARES"]))]
    share["env"] = build["env"] = values
    scripts = [(share, step) for step in share["steps"]] + [(build, step) for step in build["steps"]]
    told = ""
    for job, step in scripts:
        if "run" not in step or "pip" in step["run"] or ("lychee" in step["run"] and not LINKS.is_dir()):
            continue
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=site,
            env=environment(step, job, tmp_path),
            capture_output=True,
            text=True,
            check=False,
        )
        told += done.stderr
        assert done.returncode == 0, f"{step['name']}:\n{done.stderr[-2000:]}"
    assert [path.name for path in (site / "shares").iterdir()] == ["2-of-4.pages"]
    assert "shares/1-of-4.pages: it is missing" in told
    assert "1 share taken; the build renders the rest" in told
    assert "Pages that were in no share and are rendered here: " in told
    assert (site / "site/search/search_index.json").is_file()


def test_a_link_that_leads_nowhere_fails(tmp_path: Path) -> None:
    """The step for links finds a page and an anchor that are not there."""
    if not LINKS.is_dir():
        pytest.skip("run `make links`, which installs lychee")
    step = next(step for step in jobs(PUBLISH)["build"]["steps"] if step.get("name", "").startswith("Check the links"))
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.html").write_text(
        '<p id="p1"><a href="a.html#p1">.</a><a href="a.html#p2">.</a><a href="b.html">.</a>'
    )
    done = subprocess.run(
        ["bash", "-c", step["run"]], cwd=tmp_path, env=environment(step, {}, tmp_path), capture_output=True, check=False
    )
    assert done.returncode != 0
    assert b"2 Errors" in done.stdout


# ---------------------------------------------------------------------------------------------- GitLab


def test_gitlab_does_the_same_in_the_same_order() -> None:
    """The commands of .gitlab-ci.yml are those of the workflow: the same tools with the same options."""
    made = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    there = [_command(line) for line in made[".site"]["before_script"]]
    here = [_command(step["run"]) for step in jobs(PUBLISH)["build"]["steps"] if "run" in step and "if" not in step]
    assert there == here
    assert made["pages"]["artifacts"]["paths"] == ["public"]
    assert made["links"]["allow_failure"] is True


def _command(line: str) -> str:
    return re.sub(r'^SITE_URL="[^"]*" ', "", line.replace("--disable-pip-version-check ", "")).strip()


def test_schemas_of_the_services_accept_the_files() -> None:
    """GitHub's and GitLab's own JSON Schemas find no fault in the files (`make lint` installs what knows them)."""
    tool = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent))
    if not tool:
        pytest.skip("run `make lint` first, which installs check-jsonschema")
    for words in (
        ["--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)],
        ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(ROOT / ".gitlab-ci.yml")],
    ):
        done = subprocess.run([tool, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
