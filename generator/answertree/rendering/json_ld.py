"""The data of a page for search engines: JSON-LD in the terms of schema.org."""

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.model import Faq
from answertree.knowledge.text_nodes import filled, without_links
from answertree.knowledge.text_output import to_html
from answertree.knowledge.text_parser import parse
from answertree.rendering import labels
from answertree.rendering.script_data import in_script


def questions(base: KnowledgeBase) -> str:
    """Every question and its answer, in the order of the page, for use in a script element."""
    entries = (
        entry
        for topic in base.guide.topics
        for _, entry in labels.in_order(base.faq)
        if entry.topic == topic
    )
    return in_script(
        {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": entry.ask,
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": _html(base, entry),
                    },
                }
                for entry in entries
            ],
        }
    )


def _html(base: KnowledgeBase, entry: Faq) -> str:
    """An answer without its links, and with what a reader sees in place of its slots."""
    return "\n".join(
        to_html(filled(without_links(parse(each)), base.slots))
        for each in (entry.short, entry.answer)
    )
