"""A knowledge base as Markdown pages, JSON-LD and pictures of its graph."""
