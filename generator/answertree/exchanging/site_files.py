"""What lies beside the pages of a site for other programs: the guide as data, and the feed."""

from pathlib import Path

from answertree.build import Built
from answertree.exchanging.feed import FEED, feed
from answertree.exchanging.guide_json import as_json
from answertree.exchanging.guide_schema import SCHEMA, schema

DATA = "guide.json"


def site_files(built: Built, content: Path, site_url: str = "") -> dict[str, bytes]:
    """The bytes of each file by its path on the site; `built` is what the content folder says.

    `site_url` is the address of the site, with a slash at its end. Without it there is no feed: a
    feed needs whole addresses.
    """
    files = {DATA: as_json(built.base, built.language.code, site_url), SCHEMA: schema()}
    if site_url and (news := feed(content, built.base, built.language, site_url)):
        files[FEED] = news
    return {path: text.encode() for path, text in files.items()}
