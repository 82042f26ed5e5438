"""The sentences of the forms are known again wherever they are left."""

import pytest
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.knowledge.model import KINDS, walk
from answertree.knowledge.placeholders import BLANKS, FORMS, is_blank
from answertree.reading.load import load

from tests.conftest import ROOT


@pytest.mark.parametrize("what", FORMS)
def test_every_form_belongs_to_a_kind(what: str) -> None:
    assert FORMS[what].folder in KINDS


def test_a_sentence_is_blank_however_it_is_spaced() -> None:
    assert is_blank("Answer it in one sentence.")
    assert is_blank("Write the words to say aloud.\n")
    assert not is_blank("Answer it in two sentences.")
    assert not is_blank("")


def test_no_name_is_blank() -> None:
    assert all(" " in sentence for sentence in BLANKS)
    assert not BLANKS & {"first-question", "x", "[]"}


def test_nothing_in_the_guide_is_blank() -> None:
    base = load(ROOT / "content").base
    for kind in KINDS:
        for entry in getattr(base, kind).values():
            for _, value in walk(entry):
                assert not (isinstance(value, Plain | Line | Text) and is_blank(value)), value
