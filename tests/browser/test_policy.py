"""Neither search nor menu breaks the policy of a page; what is planted in one stays dead."""

import pytest
from answertree.build import Built
from answertree.testing.phone import LOG_VIOLATIONS, Phones
from playwright.sync_api import Page, Route, expect

PLANTED = """<script>window.ran = "script"</script>
<img src="missing.png" onerror="window.ran = 'handler'" alt="">
<svg onload="window.ran = 'svg'"></svg>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<script src="https://example.org/planted.js"></script>
<a id="link" href="javascript:window.ran = 'link'">link</a>
<p style="color: red">style</p>"""


@pytest.fixture
def noted(phone: Page) -> Page:
    """A phone that logs every violation, which it takes for a failure like all that is logged."""
    phone.add_init_script(LOG_VIOLATIONS)
    return phone


def test_neither_search_nor_menu_breaks_the_policy(
    noted: Page, address: str, built: Built, inner: str, sought: str
) -> None:
    noted.goto(f"{address}{built.base.guide.pages[-1]}/")
    noted.locator("header button").first.tap()
    noted.locator(f"#menu a[href='../{inner}']").tap()
    expect(noted).to_have_url(f"{address}{inner}")
    noted.locator("header label[for=__search]").first.tap()
    noted.locator(".md-search__input").press_sequentially(sought)
    noted.locator(".md-search-result__item").filter(has_text=sought).first.locator("a").first.tap()
    expect(noted.locator("mark").first).to_be_attached()


@pytest.mark.parametrize("path", ["", "decide/"])
def test_what_is_planted_in_a_page_is_blocked(phones: Phones, address: str, path: str) -> None:
    page = phones.open()
    page.add_init_script(LOG_VIOLATIONS)
    watch = phones.watches.pop()  # here it has to see something

    def plant(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("</main>", f"{PLANTED}</main>")
        route.fulfill(response=answer, body=body)

    page.route(address + path, plant)
    page.goto(address + path, wait_until="load")
    page.evaluate("document.getElementById('link').click()")
    page.evaluate(
        f"document.body.append(document.createRange().createContextualFragment(`{PLANTED}`))"
    )
    expect(page.get_by_text("style", exact=True).first).not_to_have_css("color", "rgb(255, 0, 0)")
    assert page.evaluate("window.ran") is None
    seen = "\n".join(watch.wrong)
    for directive in ("script-src-elem", "script-src-attr", "style-src-attr"):
        assert f"violation: {directive} inline" in seen, directive
    assert "violation: script-src-elem https://example.org/planted.js" in seen
