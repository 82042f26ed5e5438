"""The site as its readers have it: on a phone, in a real browser."""
