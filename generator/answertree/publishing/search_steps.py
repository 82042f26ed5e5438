"""The search index of a built site, led to the steps of the decision pages."""

import json
from collections.abc import Collection
from typing import Any

from answertree.knowledge.addresses import addresses
from answertree.knowledge.base import KnowledgeBase
from answertree.publishing.html_minify import TITLE

# Where Material for MkDocs has its index, and where Zensical has it; and the key of its entries.
INDEXES = {"search/search_index.json": "docs", "search.json": "items"}


def step_locations(base: KnowledgeBase) -> set[str]:
    """Where each step is, as an index has it."""
    return {
        address.replace(".md", "/", 1)
        for link, address in addresses(base).items()
        if link.startswith("scenario:")
    }


def led_to_steps(index: str, key: str, steps: Collection[str]) -> str:
    """The index that leads to the steps, and not to their titles, nor to the headings inside them.

    What stands below such a heading is found with its step. Raises ValueError when this is no
    index with entries below that key.
    """
    data = json.loads(index)
    pages = {step.partition("#")[0] for step in steps}
    kept: list[dict[str, Any]] = []
    try:
        for entry in data[key]:
            place = entry["location"].removesuffix(TITLE)
            page, _, anchor = place.partition("#")
            inside = anchor and place == entry["location"] and place not in steps
            if inside and page in pages and anchor != "start" and kept:
                kept[-1]["text"] += f"{entry['title']}{entry['text']}"
            else:
                kept.append({**entry, "location": place})
    except (KeyError, TypeError):
        raise ValueError("it is not a search index of the theme") from None
    return json.dumps({**data, key: kept}, ensure_ascii=False, separators=(",", ":"))
