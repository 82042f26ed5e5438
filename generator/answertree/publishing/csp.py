"""A strict content security policy for a page: GitHub Pages sends no headers of its own."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

# What a page may load, run and send to: this, and nothing else.
RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's style sheet has its icons inside
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
DATA = {"application/json", "application/ld+json"}  # scripts that are never run


def with_policy(html: str) -> str:
    """The page with a policy right after its charset, before anything that could be run.

    Of inline scripts and styles the policy lets through those of the templates, by their hashes.
    What stands in `<main>` comes from the content: whatever is inline there stays blocked. Raises
    ValueError when the page has no `<meta charset>`.
    """
    page = _Page()
    page.feed(html)
    page.close()
    if not page.charset:
        raise ValueError("a page without <meta charset>: there is no place for its policy")
    before, charset, after = html.partition(page.charset)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_policy(page)}">'
    return f"{before}{charset}{policy}{after}"


class _Page(HTMLParser):
    """Notes the charset of a page, and the texts of its inline scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.charset = ""
        self.before_main: list[tuple[str, str]] = []
        self.since_main: list[tuple[str, str]] = []
        self.found = self.before_main
        self.inline: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and "charset" in values:
            self.charset = self.charset or self.get_starttag_text() or ""
        elif tag == "main":
            self.found = []
        elif tag == "style" or (
            tag == "script" and "src" not in values and values.get("type") not in DATA
        ):
            self.inline = ""

    def handle_data(self, data: str) -> None:
        if self.inline is not None:
            self.inline += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style") and self.inline is not None:
            self.found.append((tag, self.inline))
            self.inline = None
        elif tag == "main":
            # Content that closes <main> by itself does not get out of it: the last end counts.
            self.found = self.since_main = []


def _policy(page: _Page) -> str:
    rules = dict(RULES)
    for tag, text in dict.fromkeys(page.before_main + page.since_main):
        # Browsers read every line break as \n before they hash.
        digest = sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
        rules[f"{tag}-src"] += f" 'sha256-{b64encode(digest).decode()}'"
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())
