"""Whole sites of payloads, held against a harmless site of the same shape in a real browser."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from answertree.knowledge.field_types import MAX_TEXT
from answertree.knowledge.problems import Problem
from answertree.knowledge.report import as_html
from answertree.testing.phone import LOG_VIOLATIONS, Phones
from answertree.testing.publish import serve
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import ROOT, build_site
from tests.fuzz.payloads import Injected, Place
from tests.unit.content import copied

# Before anything of the page runs: whatever a payload would run says so, and so do violations.
WATCH = f"""
window.ran = () => console.error("a payload ran");
for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = window.ran;
{LOG_VIOLATIONS}"""
SHAPE = """() => [...document.querySelectorAll("*")].map(
    (each) => [each.localName, ...each.getAttributeNames().sort()].join(" "))"""
LEADS_AWAY = "http-equiv=refresh"  # a page that is moved can only be looked at from outside
# Links that nobody may be led to, and data that cannot be read.
BROKEN = """() => [
    ...[...document.links].map((link) => link.protocol)
        .filter((protocol) => !["http:", "https:", "mailto:", "tel:"].includes(protocol)),
    ...[...document.querySelectorAll("script[type$=json]")].flatMap((script) => {
        try { JSON.parse(script.textContent); return []; } catch (error) { return [String(error)]; }
    }),
]"""
# What Markdown may make of a text, as often as it likes, and the slots of words to say.
INLINE = {
    *("p", "em", "strong", "code", "ul", "ol", "li", "br", "a href", "a class data-slot href"),
    *("a class data-formerly data-slot href", "a class data-slot data-type href"),
}
SEARCHED = "words-for-search: [limescale]"
# The text fields that the small base leaves out.
FURTHER = {
    "guide.yml": {"append": "review: {say: One of us., last: 2030-01-31, after-days: 36500}"},
    "faq/scale.yml": {"append": SEARCHED},
    "pages/rules.yml": [
        {"append": "    words-for-search: [opening time]"},
        {"append": "  try: {title: Try it, rehearse: shop}"},
        {"append": "words-for-search: [advice]"},
    ],
    "rules/unplug-first.yml": {"append": "words-for-search: [mains plug]"},
    "scenarios/shop.yml": {"replace": "go: repair}", "with": "go: repair, hear: Too old}"},
    "scripts/letter.yml": {"append": "words-for-search: [warranty claim]"},
    "scenarios/kettle.yml": {"replace": "Descale it", "with": "Descale it\n    next: errand"},
    "scenarios/errand.yml": """
title: An errand
start: which
steps:
  which:
    ask: Which shop is it?
    text: Look at the receipt.
    answers:
      - {say: The near one, hint: Around the corner, go: fetch, when: {place: near}}
      - {say: The far one, go: fetch, when: {place: far}, sets: {place: far}}
  fetch:
    do-then: Fetch the receipt
    text: It is in the box.
    do: [Open the box]
    dont: [Tear it]
    next: there
    next-say: I have it
  there:
    advise: Take it there
    text: [Go now., {say: It is far., when: {place: far}}]
    do: [{say: Take a bus, when: {place: far}}]
    dont: [{say: Run, when: {place: near}}]
    next: [{go: shop.repair, say: Ask there, when: {place: near}}]
""",
    "inputs/place.yml": "{ask: place, type: choice, options: {near: The corner, far: The mall}}",
}
BETWEEN = " / "  # texts in one place
STEPS = 6  # answers given on the decision page, each time the first that there is


@dataclass
class Sites:
    """Builds sites of payloads, and looks at each with the pages' policy on and off."""

    browser: Browser
    scratch: Path
    shapes: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=lambda: set(INLINE))
    built: int = 0

    def __post_init__(self) -> None:
        shutil.copy(ROOT / "mkdocs.yml", self.scratch)
        self.content = Injected(copied(self.scratch, FURTHER))
        if wrong := self.wrong():  # which notes the shapes of the pages without payloads
            raise AssertionError("\n".join(wrong))

    def wrong(self) -> list[str]:
        """Everything that the content, as it stands, did in a site and must not."""
        self.built += 1
        folder = build_site(self.scratch, self.scratch / f"site-{self.built}")
        pages = sorted(page.relative_to(folder).as_posix() for page in folder.rglob("*.html"))
        found: list[str] = []
        with serve(folder) as address:
            for bypass in (False, True):
                phones = Phones(self.browser, address, searches=True)
                page = phones.open(bypass_csp=bypass)
                phones.watches[-1].missing.add(f"{address}404.html")
                page.add_init_script(WATCH)
                for path in pages:
                    html = (folder / path).read_text("utf-8")
                    found += self._compared(path, html)
                    if LEADS_AWAY not in html.replace('"', ""):
                        page.goto(address + path, wait_until="load")
                        found += self._looked_at(path, page)
                found += [*self._walked(page, address), *self._searched(page, address)]
                found += phones.put_away()
        shutil.rmtree(folder)
        return list(dict.fromkeys(found))

    def _compared(self, name: str, html: str) -> Iterator[str]:
        """What is in this page's HTML and was not there without payloads, or is not there now."""
        tags = BeautifulSoup(html, "html5lib").find_all(True)  # which reads as browsers do
        shape = Counter(" ".join([tag.name, *sorted(tag.attrs)]) for tag in tags)
        for each in INLINE:
            shape.pop(each, None)
        shape["h2"] += shape.pop("h2 id", 0)  # an id made of the words may be kept or not
        before = self.shapes.setdefault(name, shape)
        yield from (f"{name}: <{each}> is new" for each in (shape - before).elements())
        yield from (f"{name}: <{each}> is gone" for each in (before - shape).elements())

    def _looked_at(self, name: str, page: Page) -> Iterator[str]:
        """What scripts have made of this page, and leads astray, or is of no kind known."""
        shape = set(cast(list[str], page.evaluate(SHAPE)))
        if self.built == 1:
            self.kinds |= shape
        yield from (f"{name}: <{each}> is new" for each in shape - self.kinds)
        yield from (f"{name}: {each}" for each in page.evaluate(BROKEN))

    def _walked(self, page: Page, address: str) -> Iterator[str]:
        """Give the first answer again and again, so that scripts show texts as well."""
        page.goto(f"{address}decide/", wait_until="load")
        _follow(page, page.locator("a[data-start]").first)
        for step in range(STEPS):
            answers = page.locator("section[data-step]:visible a[href^='#']:visible")
            if answers.count() == 0:
                break
            _follow(page, answers.first)
            yield from self._looked_at(f"decide/ after {step + 1} answers", page)

    def _searched(self, page: Page, address: str) -> Iterator[str]:
        """Find the payloads by the words around them."""
        page.goto(address, wait_until="load")
        page.locator("header label[for=__search]").first.tap()
        page.locator(".md-search__input").press_sequentially("kettle" if self.built == 1 else "zq")
        page.locator(".md-search-result__item").first.wait_for()
        page.locator("body[data-md-scrolllock]").wait_for()  # the theme's, a while after opening
        page.wait_for_timeout(300)  # the rest of the list
        yield from self._looked_at("search", page)


def _follow(page: Page, link: Locator) -> None:
    """Go by a link to a step, and wait until the scripts have shown all of that step.

    By key: words of 2,000 characters may be higher than the screen, with nothing to tap in sight.
    """
    target = (link.get_attribute("href") or "").partition("#")[2]
    link.press("Enter")
    expect(page.locator(f"section[data-step][id='{target}'] h2")).to_be_focused()


def packed(content: Injected, pools: Iterable[tuple[Place, str]]) -> Iterator[int]:
    """Fill the content, again and again, until it has held all of these texts.

    In each place stand as many as there is room for. Those that are refused together come again in
    smaller groups. Gives how many the content holds now.
    """
    waiting: dict[Place, list[list[str]]] = {}
    for place, text in pools:
        groups = waiting.setdefault(place, [[]])
        if len(BETWEEN.join([*groups[-1], text])) > MAX_TEXT:
            groups.append([])
        groups[-1].append(text)
    while waiting:
        now = {place: groups.pop() for place, groups in waiting.items()}
        left, _ = content.let_through({place: BETWEEN.join(now[place]) for place in now})
        assert left, "a text that was let through is refused now"
        for place in now.keys() - left.keys():
            half = (len(now[place]) + 1) // 2
            waiting[place] += filter(None, (now[place][:half], now[place][half:]))
        waiting = {place: groups for place, groups in waiting.items() if groups}
        yield sum(len(now[place]) for place in left)


def wrong_in_report(browser: Browser, problems: Iterable[Problem]) -> list[str]:
    """What problems do in the page that shows them while somebody edits."""
    page = browser.new_page(bypass_csp=True)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url))
    page.add_init_script(WATCH)
    shapes = []
    for shown in ([], sorted(set(problems))):
        page.goto("about:blank")
        page.set_content(as_html(shown), wait_until="load")
        shapes.append(page.evaluate(SHAPE))
    page.close()
    return said + ([] if shapes[0] == shapes[1] else ["the report has another shape"])
