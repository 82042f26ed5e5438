"""The sentences of the forms are known again wherever they are left."""

import pytest
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.knowledge.kinds import BY_FOLDER, WITH_FORM
from answertree.knowledge.model import walk
from answertree.knowledge.placeholders import is_placeholder, placeholders
from answertree.reading.load import load

from tests.unit.content import SMALL


@pytest.mark.parametrize("what", WITH_FORM)
def test_every_form_belongs_to_a_kind(what: str) -> None:
    assert WITH_FORM[what].folder in BY_FOLDER


def test_a_sentence_is_placeholder_however_it_is_spaced() -> None:
    assert is_placeholder("Answer it in one sentence.")
    assert is_placeholder("Write the words to say aloud.\n")
    assert not is_placeholder("Answer it in two sentences.")
    assert not is_placeholder("")


def test_no_name_is_placeholder() -> None:
    assert all(" " in sentence for sentence in placeholders())
    assert not placeholders() & {"first-question", "x", "[]"}


def test_nothing_in_the_guide_is_placeholder() -> None:
    base = load(SMALL).base
    for kind in BY_FOLDER:
        for entry in base.entries[kind].values():
            for _, value in walk(entry):
                assert not (isinstance(value, Plain | Line | Text) and is_placeholder(value)), value
