"""The decision page without what nobody reads: it has to arrive in the first few packets."""

import re
from pathlib import Path

DECIDE = "decide/index.html"
SEARCH = "search/search_index.json"
# Between blocks a line break says nothing. Inside them it may part two words, so there it stays.
BLOCK = "blockquote|details|div|h[1-6]|li|ol|p|section|summary|ul"
BREAK = re.compile(rf"(?:(</(?:{BLOCK})>)|(<(?:blockquote|div|ol|section|ul)\b[^<>]*>))\n+")
# The search knows headings only, and only by their ids.
TITLE = "--title"
TITLE_ID = re.compile(rf' id="[\w-]+{TITLE}"')
INNER_HEADING = re.compile(r'<h3 id="[^"<>]*">')


def lean(html: str) -> str:
    """The HTML that Markdown made of the steps, shorter, and the same to look at.

    Headings inside a step lose their ids: links and the search lead to the step, not to its “Do”.
    """
    return BREAK.sub(r"\1\2", INNER_HEADING.sub("<h3>", html))


def lead_to_steps(site: Path) -> None:
    """Let the built site's search lead to the steps, whose titles then need no ids of their own."""
    decide, search = site / DECIDE, site / SEARCH
    decide.write_bytes(TITLE_ID.sub("", decide.read_text("utf-8")).encode())
    search.write_bytes(search.read_text("utf-8").replace(f'{TITLE}"', '"').encode())
