"""One hash for a whole built site: hash_site.py SITE [HASH].

It is the SHA-256 of the list that `sha256sum` prints of all files, in the order of their paths.
Prints it, and exits with 1 when a HASH is given and is another.
"""

import hashlib
import sys
from pathlib import Path


def hash_site(site: Path) -> str:
    """The hash of every file and of its path below the site."""
    lines = []
    for file in site.rglob("*"):
        if file.is_file():
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            lines.append((file.relative_to(site).as_posix(), digest))
    listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(lines))
    return hashlib.sha256(listed.encode()).hexdigest()


def main(site: Path, expected: str = "") -> int:
    """0 when the site is as expected, or nothing is; 1 when it is another or is not there."""
    if not site.is_dir():
        print(f"there is no folder {site}", file=sys.stderr)
        return 1
    found = hash_site(site)
    print(found)
    if expected in ("", found):
        return 0
    print(f"This is not the site whose hash is {expected}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
