"""The built HTML, held to what the content says."""
