"""Words that people search for, added to the index of the theme's search: nobody sees them."""

import json
from collections.abc import Mapping

from answertree.knowledge.addresses import addresses
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.references import linked

# A field of the index that no result shows. It outweighs titles, whose boost is 1,000, but not so
# much that a word of it would hide a title that holds all words.
FIELD = "words"
BOOST = {"boost": 2e3}


def words_by_location(base: KnowledgeBase) -> dict[str, str]:
    """The words of each thing that has some, by its location as the index has it."""
    found = {}
    for link, address in addresses(base).items():
        if words := getattr(linked(base, link), "words_for_search", ()):
            found[address.replace(".md", "/", 1)] = ", ".join(words)
    return found


def with_words(index: str, words: Mapping[str, str]) -> str:
    """The index in which each place is found by its words too.

    Raises ValueError when this is no index as Material for MkDocs writes it.
    """
    data = json.loads(index)
    try:
        data["config"]["fields"][FIELD] = BOOST
        for doc in data["docs"]:
            if doc["location"] in words:
                doc[FIELD] = words[doc["location"]]
    except (KeyError, TypeError):
        raise ValueError("it is not a search index of the theme") from None
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
