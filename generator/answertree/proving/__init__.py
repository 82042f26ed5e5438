"""Proofs that a decision tree is whole: who has no answer, and which answers nobody can give."""
