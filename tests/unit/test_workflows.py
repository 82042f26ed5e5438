"""What GitHub runs and asks: pinned, read-only, linted, and in step with the content."""

import json
import re
import shutil
import subprocess
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from answertree.authoring.init import init
from answertree.knowledge.model import Faq
from answertree.knowledge.steps import Outcome, Question

ROOT = Path(__file__).parent.parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
WITH_FORM = GITHUB / "ISSUE_TEMPLATE"
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

# What the linter must see: a file, a pattern in it, and the fault that takes its place.
PULL = "workflows/pull-request.yml"
FAULTS = {
    "excessive-permissions": (PULL, "permissions: {}", "permissions: write-all"),
    "dangerous-triggers": (PULL, "  pull_request:", "  pull_request_target:"),
    "template-injection": (PULL, "make test", "make ${{ github.head_ref }}"),
    "unpinned-uses": (PULL, "@[0-9a-f]{40} # v.*", "@v7"),
    "dependabot-cooldown": ("dependabot.yml", "default-days: 7", "default-days: 1"),
}


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def lint(folder: Path) -> str:
    """What zizmor has to say about a folder `.github`; it looks at no folder of another name."""
    zizmor = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert zizmor, "zizmor is not installed: remove .venv and run make test again"
    options = "--offline --no-config --no-progress --quiet --strict-collection --pedantic"
    done = subprocess.run(
        [zizmor, *options.split(), "--color=never", str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield f"{path.stem}/{name}", job


def fields(form: str) -> dict[str, dict[str, Any]]:
    return {part["id"]: part for part in read(WITH_FORM / form)["body"] if "id" in part}


def test_the_linter_finds_nothing() -> None:
    assert lint(GITHUB) == ""


def test_nor_in_what_a_new_guide_starts_with(tmp_path: Path) -> None:
    init(tmp_path)
    assert lint(tmp_path / ".github") == ""


@pytest.mark.parametrize("rule", FAULTS)
def test_the_linter_is_awake(rule: str, tmp_path: Path) -> None:
    copy = tmp_path / ".github"
    shutil.copytree(GITHUB, copy)
    name, right, wrong = FAULTS[rule]
    text, count = re.subn(right, wrong, (copy / name).read_text(encoding="utf-8"), count=1)
    assert count == 1
    (copy / name).write_text(text, encoding="utf-8")
    assert f"[{rule}]" in lint(copy)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_hash(path: Path) -> None:
    used = re.findall(r"uses:\s*(.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_only_the_deployment_may_write() -> None:
    signs = {"pages", "id-token", "attestations"}
    for name, job in jobs():
        writes = {scope for scope, level in job["permissions"].items() if level != "read"}
        assert writes == (signs if name == "publish/deploy" else set()), name


def test_what_may_write_runs_nothing_of_the_repository() -> None:
    steps = read(GITHUB / "workflows/publish.yml")["jobs"]["deploy"]["steps"]
    assert not [step for step in steps if "checkout" in step.get("uses", "")]


def test_what_is_published_is_built_before_the_tests_are_set_up() -> None:
    steps = read(GITHUB / "workflows/publish.yml")["jobs"]["build"]["steps"]
    order = [f"{step.get('uses', '')} {step.get('run', '')}" for step in steps]
    wanted = ("configure-pages", "make check", "make site", "upload-pages", "test site")
    places = [next(n for n, step in enumerate(order) if name in step) for name in wanted]
    assert places == sorted(places)


def test_every_version_that_is_supported_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    supported = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert project["requires-python"] == f">={supported[0]}"
    pull_request = read(GITHUB / "workflows/pull-request.yml")["jobs"]
    (oldest,) = {
        step["with"]["python-version"]
        for step in pull_request["test"]["steps"]
        if "setup-python" in step.get("uses", "")
    }
    assert [oldest, *pull_request["versions"]["strategy"]["matrix"]["python"]] == supported


LOCKS = sorted(GITHUB.glob("*/package-lock.json"))
REQUIREMENTS = [*sorted(ROOT.glob("requirements*.txt")), *sorted(GITHUB.glob("*/requirements.txt"))]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.parent.name)
def test_every_package_of_npm_is_locked_with_its_hash(path: Path) -> None:
    packages = json.loads(path.read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 1
    assert all(package.get("integrity") for name, package in packages.items() if name)


@pytest.mark.parametrize("path", REQUIREMENTS, ids=str)
def test_every_package_of_python_is_locked_with_its_hash(path: Path) -> None:
    packages = re.split(r"^(?=[a-z])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_make_installs_nothing_but_what_is_locked() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [
        line for line in makefile.splitlines() if re.match(r"\t.*(pip install|\$\(PIP\))", line)
    ]
    assert len(installs) > 3
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)


def test_every_lock_is_kept_up_to_date_and_looked_up_for_known_vulnerabilities() -> None:
    locked = [path.parent.relative_to(ROOT) for path in [*LOCKS, *REQUIREMENTS]]
    folders = {f"/{folder.as_posix()}".removesuffix(".") for folder in locked}
    updates = read(GITHUB / "dependabot.yml")["updates"]
    assert {folder for each in updates for folder in each.get("directories", ())} == folders
    workflow = read(GITHUB / "workflows/vulnerabilities.yml")
    assert "pull_request" not in workflow[True]  # YAML reads `on` as true
    python, node = workflow["jobs"]["python"], workflow["jobs"]["node"]
    locks = {f"/.github/{folder}" for folder in node["strategy"]["matrix"]["folder"]}
    for step in python["steps"]:
        if "pip-audit " in step.get("run", ""):
            locks.add(str(Path("/", step["run"].split()[-1]).parent))
    assert locks == folders


def test_the_form_for_a_question_asks_for_what_a_question_has() -> None:
    form = fields("suggest-a-question.yml")
    assert set(form) <= set(Faq.model_fields)


def test_the_form_for_wrong_advice_asks_for_what_a_step_has() -> None:
    form = set(fields("report-wrong-advice.yml")) - {"kind", "step"}
    assert form <= set(Question.model_fields) | set(Outcome.model_fields)
