"""One step at a time: before the script has arrived, and after, when no rule looks at all steps."""

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide
from answertree.testing.phone import Phones
from answertree.testing.settled import settled
from playwright.sync_api import Page, Route

# What can be seen of what is there without the script.
PARTS = "header, .intro > :not(h1), .step, .step > *, .bar > :not([data-back], .clock)"
SEEN = f"""() => [...document.querySelectorAll("{PARTS}")].flatMap((part, index) =>
    part.checkVisibility({{ visibilityProperty: true }}) ? [index] : [])"""
# The selectors in use that follow the address; those for paper are not.
ASKING = """() => {
    const found = [];
    const look = (rules) => { for (const rule of rules) {
        if (rule.media && !matchMedia(rule.media.mediaText).matches) continue;
        if (rule.selectorText?.includes(":target")) found.push(rule.selectorText);
        look(rule.cssRules ?? []);
    } };
    for (const sheet of document.styleSheets) look(sheet.cssRules);
    return found;
}"""

# Whether the next frame after a tap has this step, and no other.
NEXT_FRAME = """([from, to]) => new Promise((done) => {
    const links = document.getElementById(from).querySelectorAll(".answers a");
    [...links].find(({ hash }) => hash === `#${to}`).click();
    requestAnimationFrame(() => {
        const steps = [...document.querySelectorAll("section[data-step]")];
        done(steps.filter((step) => step.checkVisibility()).map(({ id }) => id));
    });
})"""


def not_yet(route: Route) -> None:
    route.fulfill(body="", content_type="text/javascript")


def seen(page: Page) -> list[int]:
    found: list[int] = page.evaluate(SEEN)
    return found


def test_an_address_shows_its_step_before_the_script_has_arrived(
    phones: Phones, decide: Decide, built: Built
) -> None:
    live = [f"{name}.{each.start}" for name, each in built.base.scenarios.items() if each.live]
    for place in ("", *map(anchor, (decide.graph.tree.starts[0], *live[:1]))):
        # Each time a new phone: no copies are on it that would be shown in place of that file.
        early = Decide(phones.open(), decide.address, decide.graph)
        early.page.route("**/decide.js", not_yet)
        for each in (decide, early):
            each.page.goto("about:blank")
            each.open(place)
            assert each.shown() == ([place] if place else [])
        assert early.page.evaluate(ASKING), "without its script the page goes by the address"
        assert seen(early.page) == seen(decide.page), place


def test_after_that_no_rule_asks_where_the_address_leads(decide: Decide) -> None:
    decide.open(anchor(decide.graph.tree.starts[0]))
    decide.expect_step(decide.graph.tree.starts[0], "when linked to", focus=False)
    assert decide.page.evaluate(ASKING) == []


def test_an_answer_shows_its_step_in_the_next_frame(phones: Phones, small: str) -> None:
    phones.address = small
    page = phones.open()
    with settled(page):
        page.goto(f"{small}decide/#kettle-plugged-in")
    shown = page.evaluate(NEXT_FRAME, ["kettle-plugged-in", "kettle-plug-it-in"])
    assert shown == ["kettle-plug-it-in"]
