"""The data of a page for search engines: JSON-LD in the terms of schema.org."""

from collections.abc import Iterable

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.model import Faq
from answertree.knowledge.text_nodes import filled, without_links
from answertree.knowledge.text_output import to_html
from answertree.knowledge.text_parser import parse
from answertree.rendering.script_data import in_script


def questions(base: KnowledgeBase, names: Iterable[str]) -> str:
    """These questions and their answers, in the order of the page, for use in a script element."""
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
                for entry in map(base.faq.__getitem__, names)
            ],
        }
    )


def _html(base: KnowledgeBase, entry: Faq) -> str:
    """An answer without its links, and with what a reader sees in place of its slots."""
    return "\n".join(
        to_html(filled(without_links(parse(each)), base.slots))
        for each in (entry.short, entry.answer)
    )
