"""Templates as Jinja compiled them, kept from one build to the next."""

import jinja2
from jinja2.bccache import Bucket

from answertree.files.build_cache import BuildCache


class TemplateCache(jinja2.BytecodeCache):
    """Where Jinja looks for a compiled template before it compiles one."""

    def __init__(self, cache: BuildCache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of the template, if that was made of the same text."""
        kept = self._cache.read(f"template {bucket.key}", bucket.checksum)
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was just compiled."""
        self._cache.write(f"template {bucket.key}", bucket.checksum, bucket.bytecode_to_string())
