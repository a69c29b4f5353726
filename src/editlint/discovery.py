"""From the paths on the command line to the files to read."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editlint.config import Settings
from editlint.errors import EditlintError, ReadError, UsageError
from editlint.parsing import EXTENSIONS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["Target", "Unread", "discover", "not_read_yet"]

# Markup whose own reader is not there yet: as plain text its tags would be taken for prose.
_MARKUP = frozenset({".html", ".htm", ".xhtml", ".mdx", ".rst", ".adoc", ".asciidoc"})
# Never articles; a folder of either may hold thousands of files.
_NEVER = frozenset({".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"})


class Target(NamedTuple):
    """A file to read, under the name it is reported by."""

    name: str
    path: Path


class Unread(NamedTuple):
    """A path that could not be followed, and why."""

    name: str
    error: EditlintError


def discover(
    paths: Sequence[str], settings_of: Callable[[Path], Settings], force_exclude: bool = False
) -> Iterator[Target | Unread]:
    """The files that the paths name, in their order; those of folders sorted, without what is excluded.

    `settings_of` gives the settings that hold in a folder. A named file is always read, unless
    `force_exclude` says that excludes hold for it too. No file comes twice.
    """
    seen: set[str] = set()
    for name in paths or ["."]:
        found = False
        for item in _named(name, settings_of, force_exclude):
            found = True
            key = os.path.realpath(item.path) if isinstance(item, Target) else f"\0{item.name}"
            if key not in seen:
                seen.add(key)
                yield item
        if not found and not force_exclude:
            kinds = ", ".join(EXTENSIONS)
            yield Unread(name, UsageError(f"{name}: no articles in this folder (looked for {kinds})."))


def _named(name: str, settings_of: Callable[[Path], Settings], force_exclude: bool) -> Iterator[Target | Unread]:
    path = Path(name)
    try:
        # An empty name is none: Path would take it for the current folder.
        is_folder = stat.S_ISDIR(os.stat(name).st_mode)  # noqa: PTH116
    except OSError as error:
        yield Unread(name, ReadError(f"{name}: {_reason(error)}"))
        return
    if is_folder:
        yield from _walk(path, settings_of)
    elif refused := not_read_yet(name):
        yield Unread(name, refused)
    elif not (force_exclude and _is_excluded(path, settings_of(path.parent))):
        yield Target(name, path)


def not_read_yet(name: str) -> EditlintError | None:
    """The error to report for a name whose extension says markup that there is no reader for."""
    suffix = Path(name).suffix
    if suffix.lower() not in _MARKUP:
        return None
    return UsageError(f"{name}: {suffix} is not read yet; only {', '.join(EXTENSIONS)} are.")


def _walk(folder: Path, settings_of: Callable[[Path], Settings]) -> Iterator[Target | Unread]:
    """The articles of a folder and those below it, sorted by name; the tree may be deeper than Python's stack."""
    opened = [_inside(folder, settings_of, _ignores_above(folder))]
    while opened:
        item = next(opened[-1], None)
        if item is None:
            opened.pop()
        elif isinstance(item, _Folder):
            opened.append(_inside(item.path, settings_of, item.ignores))
        else:
            yield item


class _Folder(NamedTuple):
    """A folder to go into, with the .gitignore files above it."""

    path: Path
    ignores: list[tuple[Path, GitIgnoreSpec]]


def _inside(
    folder: Path, settings_of: Callable[[Path], Settings], ignores: list[tuple[Path, GitIgnoreSpec]]
) -> Iterator[Target | Unread | _Folder]:
    """The articles and folders that stand in a folder, sorted by name. Links to folders are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Unread(str(folder), ReadError(f"{folder}: {_reason(error)}"))
        return
    settings = settings_of(folder)
    own = _ignore_file(folder)
    ignores = [*ignores, (folder.resolve(), own)] if own else ignores
    for entry in entries:
        path = folder / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if (is_folder and entry.name in _NEVER) or (not is_folder and path.suffix.lower() not in EXTENSIONS):
            continue
        if _is_ignored(path, is_folder, ignores) or _is_excluded(path, settings, is_folder):
            continue
        if is_folder:
            yield _Folder(path, ignores)
            continue
        try:
            # A link to a folder may lead round in a circle; a pipe would be waited for.
            if not stat.S_ISREG(path.stat().st_mode):
                continue
        except OSError as error:
            yield Unread(str(path), ReadError(f"{path}: {_reason(error)}"))
        else:
            yield Target(str(path), path)


def _ignores_above(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """The .gitignore files from the root of the repository down to the folder's parent."""
    above = []
    here = folder.resolve()
    if not (here / ".git").exists():
        for parent in here.parents:
            above.append(parent)
            if (parent / ".git").exists():
                break
        else:
            return []
    return [(place, spec) for place in reversed(above) if (spec := _ignore_file(place))]


def _ignore_file(folder: Path) -> GitIgnoreSpec | None:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return _spec(lines)


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    # Imported here: a text checked by name needs no patterns.
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        # A line that is no pattern ignores nothing, as with git.
        return GitIgnoreSpec.from_lines([line for line in lines if _is_pattern(line)])


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def _is_ignored(path: Path, is_folder: bool, ignores: Sequence[tuple[Path, GitIgnoreSpec]]) -> bool:
    """Whether the innermost .gitignore that has an opinion of the path says to ignore it."""
    if not ignores:
        return False
    resolved = path.parent.resolve() / path.name
    ignored = False
    for root, spec in ignores:
        name = resolved.relative_to(root).as_posix() + ("/" if is_folder else "")
        verdict = spec.check_file(name).include
        ignored = ignored if verdict is None else verdict
    return ignored


def _is_excluded(path: Path, settings: Settings, is_folder: bool = False) -> bool:
    if not settings.exclude:
        return False
    resolved = path.parent.resolve() / path.name
    root = settings.root.resolve()
    if not resolved.is_relative_to(root):
        return False
    name = resolved.relative_to(root).as_posix() + ("/" if is_folder else "")
    return bool(_spec(settings.exclude).match_file(name))


def _reason(error: OSError) -> str:
    """What the system says, in words that name the remedy where there is one."""
    reasons = {
        errno.ENOENT: "there is no such file or folder.",
        errno.ELOOP: "a loop of links; it leads nowhere.",
        errno.EACCES: "you may not read it; check its permissions.",
        errno.ENAMETOOLONG: "the name is too long.",
    }
    return reasons.get(error.errno or 0, f"{error.strerror}.")
