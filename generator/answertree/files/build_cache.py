"""Results that are kept from one run to the next, below `.build/` beside the content.

A result is as good as its key, which stands for all that it follows from. It is signed too: what
came along with a repository, or was damaged since, is not believed. Whatever goes wrong, there is
no result, and it is worked out again. All of it can be deleted at any time.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs

from answertree.files.fingerprint import code_fingerprint

FOLDER = Path(".build") / "cache"
PROJECT_FILE = "mkdocs.yml"  # beside the content of a guide that is built
SECRET, LENGTH = "answertree/cache-key", 32  # the file in the user's own folder, and its bytes


class BuildCache:
    """What was kept in a folder. `version` stands for the code that works the results out."""

    def __init__(self, folder: Path | None, version: str = "", secret: bytes = b"") -> None:
        self._folder, self._version, self._secret = folder, version, secret

    def read(self, name: str, key: str) -> bytes | None:
        """What was kept under a name, if it was worked out from this key."""
        if not self._folder:
            return None
        try:
            kept = self._file(name).read_bytes()
        except OSError:
            return None
        signature, data = kept[:LENGTH], kept[LENGTH:]
        return data if hmac.compare_digest(signature, self._sign(name, key, data)) else None

    def write(self, name: str, key: str, data: bytes) -> None:
        """Keep a result in the place of the last one of that name."""
        if not self._folder:
            return
        file = self._file(name)
        aside = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(self._sign(name, key, data) + data)
            aside.replace(file)
        except OSError:  # nothing depends on it
            with suppress(OSError):
                aside.unlink()

    def kept(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        """What was kept under a name, or else what `make` works out, which is kept then."""
        data = self.read(name, key)
        if data is None:
            data = make()
            self.write(name, key, data)
        return data

    def _file(self, name: str) -> Path:
        assert self._folder
        return self._folder / hashlib.sha256(name.encode()).hexdigest()

    def _sign(self, name: str, key: str, data: bytes) -> bytes:
        text = "\0".join((name, key, self._version)).encode()
        return hmac.digest(self._secret, hashlib.sha256(text).digest() + data, "sha256")


NO_CACHE = BuildCache(None)


def cache_of(content: Path) -> BuildCache:
    """The cache of the guide with this content folder.

    It keeps nothing where there is only content and no project, or where it cannot sign.
    """
    project = content.absolute().parent
    if not (project / PROJECT_FILE).is_file():
        return NO_CACHE
    try:
        return BuildCache(project / FOLDER, code_fingerprint(), _secret())
    except OSError:
        return NO_CACHE


def _secret() -> bytes:
    """The key by which results are signed: it stays in the user's own folder. Raises OSError."""
    file = platformdirs.user_cache_path() / SECRET
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as made:
            made.write(secrets.token_bytes(LENGTH))
    found = file.read_bytes()
    if len(found) != LENGTH:
        raise OSError("this is not a key")  # its disk was full
    return found
