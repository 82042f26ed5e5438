"""Small faults of the theme, put right in the pages that it made."""

import re

# HTML has autocomplete on fields of text alone.
CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


def valid(html: str) -> str:
    """The page as valid HTML."""
    return CHECKBOX.sub(r"\1", html)
