"""A folder made anew beside the old one and put in its place, so that it is whole at any moment."""

import ctypes
import errno
import glob
import os
import secrets
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

ABANDONED = 3600  # seconds: whoever has not finished by then was killed


def new_folder(target: Path) -> Path:
    """An empty folder beside `target`, on the same disk, to be filled and put in its place.

    Folders that a killed process left there are removed. Raises OSError.
    """
    for left in target.parent.glob(f".{glob.escape(target.name)}-new-*"):
        with suppress(FileNotFoundError):  # another process may be removing it too
            if left.stat().st_mtime < time.time() - ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
    folder = target.with_name(f".{target.name}-new-{secrets.token_hex(4)}")
    folder.mkdir(parents=True)
    return folder


def replace_folder(target: Path, new: Path) -> None:
    """Put the folder `new` in the place of `target`, and remove what was there.

    Hidden files of `target`, such as a repository's `.git`, stay in it. Where the system can
    exchange two folders in one step there is no moment without a whole `target`; elsewhere the old
    one is renamed away, and then the new one renamed in. Raises OSError, and then leaves `target`
    as it was.
    """
    exchange = _exchange if sys.platform == "linux" else _rename_twice
    while True:
        try:
            if target.exists():
                _keep_hidden(target, new)
                exchange(target, new)
            else:
                new.rename(target)
            break
        except OSError as error:
            # Another process has put its folder there, or taken it away, since we looked.
            if error.errno not in (errno.ENOENT, errno.EEXIST, errno.ENOTEMPTY) or not new.exists():
                raise
    shutil.rmtree(new, ignore_errors=True)


def _keep_hidden(target: Path, new: Path) -> None:
    for path in target.glob(".*"):
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, dirs_exist_ok=True)
        else:
            shutil.copy2(path, new / path.name, follow_symlinks=False)


def _exchange(target: Path, new: Path) -> None:
    """Exchange two folders in one step, or rename twice where the file system cannot do that."""
    at_folder, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename and not rename(at_folder, os.fsencode(new), at_folder, os.fsencode(target), exchange):
        return
    code = ctypes.get_errno() if rename else errno.ENOSYS
    if code not in (errno.EINVAL, errno.ENOSYS):
        raise OSError(code, os.strerror(code), str(target))
    _rename_twice(target, new)


def _rename_twice(target: Path, new: Path) -> None:
    old = new.with_name(f"{new.name}-old")
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if not target.exists():
            old.rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
