"""How much a guide says: a large one is searched and kept on phones in a way that grows gently."""

from functools import lru_cache

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.leaves import leaves

# Bytes of text, some seven times what a guide of fifty questions and a hundred steps has. The index
# of the search is as large as that, and all pages together have about five times as much.
LARGE = 500_000


@lru_cache(maxsize=1)
def is_large(base: KnowledgeBase) -> bool:
    """Whether phones are not to fetch all of the guide at once, nor to search all of it."""
    texts = (leaf.value for leaf in leaves(base) if isinstance(leaf.value, str))
    return sum(len(text.encode()) for text in texts) > LARGE
