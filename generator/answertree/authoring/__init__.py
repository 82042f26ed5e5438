"""New content files to fill in, and JSON Schemas for editors."""
