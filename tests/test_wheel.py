"""What is installed works without the checkout: built as a wheel, in place, and from a repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.external]

ROOT = Path(__file__).resolve().parent.parent
BAD = "The council met in the the old hall.\n"


def _run(*command: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, away from the settings of this process."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("EDITLINT_", "PYTHONPATH", "GIT_"))}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, **env}, capture_output=True, text=True, check=False
    )


def _done(*command: str | Path, cwd: Path) -> None:
    ran = _run(*command, cwd=cwd)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of its own with the files of the working tree, committed."""
    folder = tmp_path_factory.mktemp("checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    _done("git", "init", "--quiet", ".", cwd=folder)
    _done("git", "add", "--all", cwd=folder)
    author = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    _done("git", *author, "commit", "--quiet", "--message=all", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _done(sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--quiet", "--wheel-dir", folder, cwd=checkout)
    (built,) = folder.glob("editlint-*.whl")
    return built


def _environment(folder: Path, *install: str | Path) -> Path:
    """The folder of programs of a fresh environment with that installed."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    _done(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *install, cwd=folder)
    return programs


def _finds_what_is_wrong(programs: Path, work: Path, **env: str) -> None:
    work.mkdir(exist_ok=True)
    (work / "bad.txt").write_text(BAD)
    ran = _run(programs / "editlint", "check", "--format", "line", "bad.txt", cwd=work, **env)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "bad.txt:1:20: warning: " in ran.stdout
    assert "[wording/repeated-word]" in ran.stdout
    assert ran.stderr == ""


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it."""
    return _environment(tmp_path_factory.mktemp("installed"), wheel)


def test_the_wheel_holds_the_packs_as_written_and_compiled(wheel: Path, checkout: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    packs = {f"editlint/{path.relative_to(checkout)}" for path in (checkout / "rules").rglob("*") if path.is_file()}
    assert packs
    assert packs <= names
    assert "editlint/rules/compiled.bin" in names
    assert "editlint/py.typed" in names


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"editlint", "-".join(wheel.name.split("-")[:2]) + ".dist-info"}
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "__pycache__" in name or "tests/" in name]


def test_the_installed_program_finds_what_is_wrong(installed: Path, tmp_path: Path) -> None:
    _finds_what_is_wrong(installed, tmp_path)


def test_the_installed_program_reads_no_yaml_and_writes_no_cache(installed: Path, tmp_path: Path) -> None:
    """It starts from compiled.bin: with yaml out of reach, and nowhere to keep what it would compile."""
    (tmp_path / "shadow").mkdir()
    (tmp_path / "shadow" / "yaml.py").write_text("raise SystemExit('yaml was imported')\n")
    cache = tmp_path / "cache"
    _finds_what_is_wrong(
        installed, tmp_path / "work", PYTHONPATH=str(tmp_path / "shadow"), EDITLINT_CACHE_DIR=str(cache)
    )
    assert not cache.exists()


def test_the_installed_program_explains_and_proves_its_rules(installed: Path, tmp_path: Path) -> None:
    ran = _run(installed / "editlint", "explain", "wording/repeated-word", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    ran = _run(installed / "editlint", "prove", "wording", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_two_wheels_of_one_checkout_hold_the_same(wheel: Path, checkout: Path, tmp_path: Path) -> None:
    _done(sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--quiet", "--wheel-dir", tmp_path, cwd=checkout)
    (again,) = tmp_path.glob("*.whl")
    one, two = zipfile.ZipFile(wheel), zipfile.ZipFile(again)
    assert [(name, one.read(name)) for name in one.namelist()] == [(name, two.read(name)) for name in two.namelist()]


def test_an_install_in_place_has_the_packs(checkout: Path, tmp_path: Path) -> None:
    programs = _environment(tmp_path / "env", "--editable", checkout)
    _finds_what_is_wrong(programs, tmp_path / "work", EDITLINT_CACHE_DIR=str(tmp_path / "cache"))
    assert not (checkout / "rules" / "compiled.bin").exists()


def test_an_install_from_a_repository_has_the_packs(checkout: Path, tmp_path: Path) -> None:
    programs = _environment(tmp_path / "env", f"git+{checkout.as_uri()}")
    _finds_what_is_wrong(programs, tmp_path / "work", EDITLINT_CACHE_DIR=str(tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()
