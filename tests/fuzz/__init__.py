"""Hostile content by the thousand: whatever a file holds, the answer is never a traceback."""
