"""What a knowledge base is: its model, its texts, its graph, and what can be wrong with it."""
