"""A folder of YAML in; a knowledge base, and every problem with its place, out."""
