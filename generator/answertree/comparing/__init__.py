"""What a change does to the reader."""
