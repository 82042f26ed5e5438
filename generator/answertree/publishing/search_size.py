"""The search index of a large guide, in which each entry of a list has its short text alone."""

import json
from collections.abc import Mapping

from answertree.knowledge.addresses import addresses
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.references import linked
from answertree.knowledge.text_nodes import filled, without_links
from answertree.knowledge.text_output import to_html
from answertree.knowledge.text_parser import parse

SHORT = {"faq": "short", "rule": "reason", "script": "use"}  # from the kind of a link to its field


def short_texts(base: KnowledgeBase) -> dict[str, str]:
    """The short text of each entry as HTML, by its location as the index has it; "" for none."""
    found = {}
    for link, address in addresses(base).items():
        if field := SHORT.get(link.partition(":")[0]):
            short = getattr(linked(base, link), field)
            document = filled(without_links(parse(short or "")), base.slots)
            found[address.replace(".md", "/", 1)] = to_html(document)
    return found


def trimmed(index: str, key: str, texts: Mapping[str, str]) -> str:
    """The index in which what is at these locations has these texts.

    Raises ValueError when this is no index with entries below that key.
    """
    data = json.loads(index)
    try:
        for entry in data[key]:
            entry["text"] = texts.get(entry["location"], entry["text"])
    except (KeyError, TypeError):
        raise ValueError("it is not a search index of the theme") from None
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
