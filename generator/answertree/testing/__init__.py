"""Tests of a built site, of any guide: `pytest -p answertree.testing.plugin --site site`."""
