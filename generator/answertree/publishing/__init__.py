"""A built site is completed: its policy, its offline copies, smaller pages, its share card."""
