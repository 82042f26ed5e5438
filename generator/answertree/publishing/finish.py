"""What a built site needs once all its files are there: it is changed in place."""

from pathlib import Path

from answertree.knowledge.model import Guide
from answertree.publishing.csp import with_policy
from answertree.publishing.css_prune import prune_theme
from answertree.publishing.html_minify import lead_to_steps
from answertree.publishing.service_worker import write_worker
from answertree.publishing.social_card import CARD, SIGN, STYLE, draw
from answertree.publishing.theme_fixes import mended


def finish(site: Path, guide: Guide, offline: bool = True) -> None:
    """Complete the built site of the guide in the folder `site`, to be read `offline` too.

    The same site comes out as the same bytes. Raises ValueError when a page or the style sheet is
    not as the templates make them.
    """
    # Nothing asks for it, and MkDocs writes the time into it.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    card = draw(guide, (site / STYLE).read_text("utf-8"), (site / SIGN).read_bytes())
    (site / CARD).write_bytes(card)
    lead_to_steps(site)
    for page in sorted(site.rglob("*.html")):
        html = page.read_text("utf-8")
        page.write_bytes(with_policy(mended(html)).encode())
    prune_theme(site)
    write_worker(site, offline)  # last: it hashes what is there
