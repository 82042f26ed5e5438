"""Asks axe what stands in the way of readers with disabilities."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# Contrast takes axe longer than all its other rules together. So a text passes if another on this
# page has passed that looks the same: by itself, and by all that it stands in.
LOOKS = """() => {
    const check = axe._audit.checks["color-contrast"];
    const rule = axe._audit.rules.find(({ id }) => id === "color-contrast");
    const { evaluate } = check, { matches } = rule;
    const numbers = new Map(), passed = new Set();
    let looks;
    window.lookAnew = () => { looks = new Map(); };
    const look = (element) => {
        if (!element) return "";
        if (!looks.has(element)) {
            const s = getComputedStyle(element);
            const key = [look(element.parentElement), element.localName, element.className, s.color,
                s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode,
                s.textShadow, s.fontSize, s.fontWeight, s.position, s.zIndex].join(";");
            if (!numbers.has(key)) numbers.set(key, numbers.size);
            looks.set(element, numbers.get(key));
        }
        return looks.get(element);
    };
    rule.matches = (node, ...more) => !passed.has(look(node)) && matches(node, ...more);
    check.evaluate = function (node, ...more) {
        const passes = passed.has(look(node)) || evaluate.call(this, node, ...more);
        if (passes === true) passed.add(look(node));
        return passes;
    };
}"""
# Steps that are not shown are looked at when they are: axe goes through them all the same, so they
# are taken out for as long as it looks. By night nothing but the colours is another, so there only
# the rules about colours are asked.
RUN = """async () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const rules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
    const hidden = [...document.querySelectorAll("section[data-step]:not(:target)")]
        .map((step) => [step, document.createComment("")]);
    for (const [step, place] of hidden) step.replaceWith(place);
    for (const details of document.querySelectorAll("details")) details.open = true;
    lookAnew();
    const options = { resultTypes: ["violations"], ...(dark && { runOnly: rules }) };
    const { violations } = await axe.run(document, options);
    for (const [step, place] of hidden) place.replaceWith(step);
    return violations.map(({ id, help, nodes }) =>
        `${help} (axe: ${id}): ${nodes.map((n) => n.target).join(" | ")}`);
}"""


def violations(page: Page, where: str) -> list[str]:
    """What axe finds on the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.evaluate(LOOKS)
    return [f"{where}: {found}" for found in page.evaluate(RUN)]


def by_day_and_night(page: Page, where: str) -> list[str]:
    """The same in the colours of the day and in those of the night; it is day afterwards."""
    found = violations(page, where)
    page.emulate_media(color_scheme="dark")
    found += violations(page, f"{where}, by night")
    page.emulate_media(color_scheme="light")
    return found
