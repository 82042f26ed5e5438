"""What all sentences to people have in common that say why something was not done."""


class Refusal(Exception):
    """Something cannot be done; says what and why, in plain words."""
