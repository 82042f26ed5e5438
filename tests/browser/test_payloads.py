"""Texts that try to become more than text: refused with a place, or shown as what they are."""

import os

import pytest
from answertree.knowledge.problems import Problem
from playwright.sync_api import Browser

from tests.fuzz.payloads import Place, classes, spread, text_fields
from tests.fuzz.schemas import schemas
from tests.fuzz.sites import Sites, packed, wrong_in_report

# Rounds of injecting; `make fuzz` does more.
ROUNDS = int(os.environ.get("PAYLOAD_ROUNDS", "14"))


@pytest.fixture(scope="module")
def sites(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return Sites(browser, tmp_path_factory.mktemp("payloads"))


def test_there_are_payloads_of_every_class() -> None:
    assert sum(map(len, classes().values())) >= 300
    assert all(len(set(payloads)) == len(payloads) >= 20 for payloads in classes().values())


def test_every_text_field_of_the_model_has_a_text_to_replace(sites: Sites) -> None:
    fields = set().union(*(text_fields(kind) for kind in schemas()))
    assert fields == set(sites.content.places.values())


def test_payloads_are_refused_with_a_place_or_shown_as_text(sites: Sites, browser: Browser) -> None:
    fine: list[tuple[Place, str]] = []
    refused: list[Problem] = []
    for texts in spread(list(sites.content.places), ROUNDS):
        left, problems = sites.content.let_through(texts)
        fine += left.items()
        refused += problems
    assert wrong_in_report(browser, refused) == []
    shown = 0
    for count in packed(sites.content, fine):
        assert sites.wrong() == []
        shown += count
    assert shown == len(fine) > 0
