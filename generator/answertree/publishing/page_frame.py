"""A page without the text in it, which is nearly all of a long one and loads nothing."""

import re

# What may load or run something, or end `<main>`, however it is written.
MATTERS = re.compile(
    r"<(?:!|/?(?:script|style|link|meta|head|main|base)\b)|[\s\"'/](?:style|src|on\w+)\s*=",
    re.IGNORECASE,
)
# What scripts need to know is never run, and nearly every page has some.
DATA = re.compile(r'<script type="application/json" id="[\w-]+">[^<]*</script>')


def frame(html: str) -> str:
    """The page without what stands in `<main>`; all of it where something of that may matter."""
    start, end = html.find("<main"), html.rfind("</main>")
    inside = html.find(">", start) + 1
    if start < 0 or not inside or end < inside or MATTERS.search(DATA.sub("", html[inside:end])):
        return html
    return html[:inside] + html[end:]
