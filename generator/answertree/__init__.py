"""A knowledge base with a decision tree: structured YAML in, Markdown pages out."""
