"""Small faults of the theme, mended in the pages that it made."""

import re

# HTML has autocomplete on fields of text alone.
CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


def mended(html: str) -> str:
    """The page as valid HTML."""
    return CHECKBOX.sub(r"\1", html)
