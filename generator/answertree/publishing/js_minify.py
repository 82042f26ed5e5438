"""The guide's own scripts without their comments, which are for those who read the source."""

import re

# Lines that are a comment and nothing else; what stands behind code or inside a line stays.
COMMENTS = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)(?:\n|\Z)", re.M)


def without_comments(script: str) -> str:
    """The script without the lines that only comment, and the same to run.

    A text over several lines must not hold a line that begins like a comment.
    """
    return COMMENTS.sub("", script)
