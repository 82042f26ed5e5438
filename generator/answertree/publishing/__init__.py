"""A built site made whole: its policy, its offline copies, its lean pages, its share card."""
