"""What search engines are told of a page in their own terms: JSON of schema.org."""

import json
import re
from typing import Any

from answertree.knowledge import text
from answertree.knowledge.base import KnowledgeBase
from answertree.rendering import labels


def questions(base: KnowledgeBase) -> str:
    """Every question and its answer, in the order of the page, for use in a script element."""
    entries = (
        entry
        for topic in base.guide.topics
        for _, entry in labels.in_order(base.faq)
        if entry.topic == topic
    )
    return _json(
        {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": entry.ask,
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": text.as_html(_filled(base, f"{entry.short}\n\n{entry.answer}")),
                    },
                }
                for entry in entries
            ],
        }
    )


def _filled(base: KnowledgeBase, written: str) -> str:
    """A text with what a reader sees in place of its slots."""
    return re.sub(r"\{([^{}]*)\}", lambda slot: text.plain(base.guide.slots[slot[1]]), written)


def _json(data: Any) -> str:
    # An HTML parser ends a script at the first `</script`, wherever that stands.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
