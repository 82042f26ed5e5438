"""For Python-Markdown: what of its Markdown the pages never use, switched off.

It looks for everything in every piece of text, which takes a third of its time. Titles and texts
are escaped, so none of this can stand in them by chance.
"""

from markdown import Markdown
from markdown.extensions import Extension

UNUSED_INLINE = ("backtick", "reference", "image_link", "image_reference", "short_reference",
                 "short_image_ref", "autolink", "automail", "linebreak")  # fmt: skip
UNUSED_BLOCKS = ("code", "setextheader", "hr", "reference", "table")
UNUSED_BEFORE = ("fenced_code_block",)


class PagesOnly(Extension):
    """Leaves Python-Markdown with what the pages use; goes last among its extensions."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take away what is there of the rest."""
        for registry, names in (
            (md.inlinePatterns, UNUSED_INLINE),
            (md.parser.blockprocessors, UNUSED_BLOCKS),
            (md.preprocessors, UNUSED_BEFORE),
        ):
            for name in names:
                if name in registry:
                    registry.deregister(name)
