"""The decision page without what nobody reads: it has to arrive in the first few packets."""

import re

# Between blocks a line break says nothing. Inside them it may part two words, so there it stays.
BLOCK = "blockquote|details|div|h[1-6]|li|ol|p|section|summary|ul"
BREAK = re.compile(rf"(?:(</(?:{BLOCK})>)|(<(?:blockquote|div|ol|section|ul)\b[^<>]*>))\n+")
# The search knows headings only, and only by their ids.
TITLE = "--title"
TITLE_ID = re.compile(rf' id="[\w-]+{TITLE}"')
TITLE_LINK = re.compile(rf'(\bhref="[^"]*#[\w-]+){TITLE}"')
INNER_HEADING = re.compile(r'<h3 id="[^"<>]*">')


def minify_steps(html: str) -> str:
    """The HTML that Markdown made of the steps, shorter, and the same to look at.

    Headings inside a step lose their ids: links and the search lead to the step, not to its “Do”.
    """
    return BREAK.sub(r"\1\2", INNER_HEADING.sub("<h3>", html))


def without_title_ids(html: str) -> str:
    """The decision page whose titles have no ids; links to them lead to their steps."""
    return TITLE_LINK.sub(r'\1"', TITLE_ID.sub("", html))


def index_of_steps(index: str) -> str:
    """The search index that leads to the steps, and not to their titles."""
    return index.replace(f'{TITLE}"', '"')
