"""Whatever stands in the address, the history or the storage, a step is shown and leads on."""

import pytest
from answertree.knowledge.addresses import anchor
from answertree.knowledge.graph import Edge
from answertree.testing.decide import Decide
from playwright.sync_api import expect

LOST = [
    "__proto__",
    "constructor",
    "%",
    "%00",
    "%F0%9F",
    "%25E0%25A4",
    "'\"><img src=x onerror=alert(1)>",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "javascript:alert(1)",
    ":target",
    "?a=b",
    "/../..",
    "日本語",
    "e\u0301\u202e\u200b\ufeff",
    "x" * 100_000,
    "%41" * 30_000,
]
# A page's state may hold all of these, and a script may trip over each.
VALUES = """const cycle = [];
cycle.push(cycle, { step: cycle, answer: cycle });
const values = [
    null, true, Infinity, 10n, "__proto__", "<img src=x onerror=alert(1)>", "x".repeat(1e5),
    [], {}, cycle, { toString: 1, valueOf: 1 }, { length: 1e9 }, new Map([["step", 1]]),
    new Array(1e4).fill({ step: "start", answer: "x" }),
];
"""
# Come back to a step whose entry in the history was forged; tells where that went wrong.
COME_BACK = f"""async ([step, answer, next]) => {{
    {VALUES}
    const forged = values.flatMap((value) => [
        value,
        {{ trail: value }},
        {{ trail: [value] }},
        {{ trail: [{{ step: value, answer }}] }},
        {{ trail: [{{ step, answer: value }}] }},
        {{ trail: [], from: value, began: value, place: value }},
    ]);
    forged.push(
        {{ trail: [{{ step: [step], answer: [answer] }}] }},
        {{ trail: [{{ step, answer }}, {{ step, answer }}] }},
        {{ trail: [{{ step, answer: `${{answer}}<b>` }}] }},
        {{ trail: new Array(1e4).fill({{ step, answer }}) }},
    );
    const moved = async (act) => {{
        act();
        await new Promise((done) => addEventListener("hashchange", done, {{ once: true }}));
    }};
    const frame = () => new Promise(requestAnimationFrame);
    const shown = () => [...document.querySelectorAll("section.step")]
        .filter((section) => section.checkVisibility()).map(({{ id }}) => id).join();
    const wrong = [];
    for (const [index, state] of forged.entries()) {{
        history.replaceState(state, "", `#${{next}}`);
        await moved(() => {{ location.hash = "start"; }});
        await moved(() => history.back());
        await frame();
        await frame(); // in which focus and answers follow
        const focused = document.activeElement?.closest("section")?.id;
        const answers = document.querySelectorAll(".trail li").length;
        if (shown() !== next || focused !== next || answers) wrong.push(`${{index}}: ${{shown()}}`);
    }}
    return wrong;
}}"""
FORGE = f"""(index) => {{
    {VALUES}
    const value = values[index];
    const place = {{ top: value, open: value }};
    history.replaceState({{ trail: [], from: value, began: value, place }}, "");
}}"""
COUNT = f"() => {{ {VALUES} return values.length; }}"

REFUSED = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(globalThis, name, { get() { throw new Error("no"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new Error("it is full"); };"""
KEPT = """for (const storage of [localStorage, sessionStorage])
    for (const key of ["details-1", "details-1-unreadable", ".__palette", "guide"])
        storage.setItem(`/guide/${key}`, %s);
"""


@pytest.fixture
def first(decide: Decide, way: list[Edge]) -> Edge:
    """The first answer of a longest way, on a decision page that is open."""
    decide.open()
    return way[0]


def expect_way_on(decide: Decide, edge: Edge, why: str) -> None:
    """From the start a reader comes to the first step, and by an answer to the next."""
    decide.page.locator("a[data-start]").tap()
    decide.expect_step(edge.source, why=why)
    decide.walk([edge])
    decide.expect_trail([edge], why)


def test_an_address_that_names_nothing_shows_the_start(decide: Decide, first: Edge) -> None:
    for hash in LOST:
        decide.page.evaluate(
            "([step, hash]) => { location.hash = step; location.hash = hash; }",
            [anchor(first.source), hash],
        )
        expect(decide.page.locator(".notice"), hash[:40]).to_be_visible()
        decide.expect_start(f"at {hash[:40]!r}")
    decide.page.reload()
    decide.expect_start("on opening such an address")
    expect_way_on(decide, first, "after a bad address")


def test_an_address_of_what_is_no_step_shows_the_start(decide: Decide, first: Edge) -> None:
    ids = decide.page.evaluate(
        "[...document.querySelectorAll('[id]')].filter((e) => !e.closest('section.step'))"
        ".map(({ id }) => id)"
    )
    for hash in ("start", "%73tart", *ids):
        decide.page.evaluate("(hash) => { location.hash = hash; }", hash)
        decide.expect_start(f"at {hash!r}")
        expect(decide.page.locator(".notice"), hash).to_have_count(0)
    expect_way_on(decide, first, "after an address of no step")


def test_an_address_may_be_escaped(decide: Decide, first: Edge) -> None:
    name = anchor(first.source)
    decide.page.evaluate("(hash) => { location.hash = hash; }", f"%{ord(name[0]):x}{name[1:]}")
    decide.expect_step(first.source, why="by an escaped address")
    decide.walk([first])
    decide.expect_trail([first])


def test_a_forged_history_is_a_history_without_answers(decide: Decide, first: Edge) -> None:
    way = [anchor(first.source), first.say, anchor(first.target)]
    assert decide.page.evaluate(COME_BACK, way) == []
    decide.open("start")
    expect_way_on(decide, first, "after a forged history")


def test_a_page_opens_on_a_forged_history(decide: Decide, first: Edge) -> None:
    live = decide.page.locator("[data-live]")
    step = live.first.get_attribute("id") if live.count() else anchor(first.source)
    decide.page.goto("about:blank")  # the entry before, to which no forged one may lead
    decide.open(step or "")
    for index in range(decide.page.evaluate(COUNT)):
        decide.page.evaluate(FORGE, index)
        decide.page.reload()
        assert decide.shown() == [step], index
    decide.page.locator("[data-back]").tap()
    decide.expect_start("back from a step with a forged history")
    decide.open("start")
    expect_way_on(decide, first, "after a forged history")


@pytest.mark.parametrize(
    "storage",
    [
        REFUSED,
        FULL,
        KEPT % "'{'",
        KEPT % """'{"values": {"__proto__": {"length": 1e9}}, "index": "<img src=x>"}'""",
        KEPT % "'['.repeat(1e5)",
        KEPT % "'x'.repeat(6e5)",
    ],
    ids=["refused", "full", "cut off", "another shape", "deep", "huge"],
)
def test_whatever_is_in_the_storage_the_way_goes_on(
    decide: Decide, way: list[Edge], storage: str
) -> None:
    decide.page.add_init_script(storage)
    decide.open()
    expect_way_on(decide, way[0], "with a forged storage")
