"""A reader of the library guide: what they have filled in, and the time on their device."""

import json
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from answertree.testing.decide import KEY
from answertree.testing.settled import settled
from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Reader:
    """A phone at the library guide, with a clock that a test can set."""

    page: Page
    address: str

    def at(self, moment: str) -> "Reader":
        """Stop the clock of the device at a moment, as UTC or with an offset has it."""
        self.page.clock.set_fixed_time(moment)
        return self

    def keeps(self, **details: Any) -> "Reader":
        """Has filled these in; the names of inputs have underscores here. `notes` says how many."""
        note = {"at": 1, "day": "2026-01-01", "who": "", "said": "x"}
        notes = [note] * details.pop("notes", 0)
        values = {name.replace("_", "-"): value for name, value in details.items()}
        return self.keeps_text(json.dumps({"values": values, "notes": notes}))

    def keeps_text(self, text: str) -> "Reader":
        """Has this in the place of what is kept."""
        if self.page.url == "about:blank":
            self.page.goto(f"{self.address}robots.txt")  # a file without scripts
        self.page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)",
            [f"/{self.address.split('/', 3)[3]}{KEY}", text],
        )
        return self

    def opens(self, step: str, *, waits: bool = True) -> "Reader":
        """Goes to a step, as by a link from elsewhere, and waits until it has done what it does."""
        self.page.goto("about:blank")
        with settled(self.page) if waits else nullcontext():
            self.page.goto(f"{self.address}decide/#{step}")
        return self

    def step(self, step: str) -> Locator:
        return self.page.locator(f"section[id='{step}']")

    @property
    def shown(self) -> Locator:
        """The step that is shown."""
        return self.page.locator("section[data-step]:visible")

    @property
    def answers(self) -> Locator:
        return self.shown.locator(".answers li > a")

    @property
    def why(self) -> Locator:
        return self.shown.locator(".known")

    @property
    def skip(self) -> Locator:
        return self.page.get_by_role("button", name="Skip what my phone knows")

    @property
    def trail(self) -> Locator:
        return self.page.locator(".trail li")

    def taps(self, words: str) -> "Reader":
        """Gives an answer, or goes on, by its words."""
        self.shown.get_by_role("link", name=words, exact=True).tap()
        return self

    def expect_at(self, step: str) -> "Reader":
        expect(self.shown).to_have_count(1)
        expect(self.shown).to_have_id(step)
        expect(self.page).to_have_url(f"{self.address}decide/#{step}")
        return self

    def expect_first(self, answer: str, why: str) -> "Reader":
        """This answer comes first and says why, and every other is there as well."""
        expect(self.why).to_have_text(why)
        expect(self.answers.first).to_have_text(answer)
        expect(self.answers.first).to_have_accessible_description(why)
        return self

    def expect_nothing_known(self) -> "Reader":
        """The answers are as the content has them."""
        expect(self.why).to_have_count(0)
        expect(self.skip).to_have_count(0)
        return self
