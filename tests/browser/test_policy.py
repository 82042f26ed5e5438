"""Neither search nor menu breaks the policy of a page; what is planted in one stays dead."""

from pathlib import Path

import pytest
from answertree.testing.phone import Phones
from playwright.sync_api import Page, Route, expect

PLANTED = """<script>window.ran = "script"</script>
<img src="missing.png" onerror="window.ran = 'handler'" alt="">
<svg onload="window.ran = 'svg'"></svg>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<script src="https://example.org/planted.js"></script>
<a id="link" href="javascript:window.ran = 'link'">link</a>
<p style="color: red">style</p>"""


@pytest.mark.usefixtures("searching")
def test_neither_search_nor_menu_breaks_the_policy(
    phone: Page, address: str, inner: str, sought: str
) -> None:
    phone.goto(address)
    phone.locator("header button").first.tap()
    phone.locator(f"#menu a[href='{inner}']").tap()
    expect(phone).to_have_url(f"{address}{inner}")
    phone.locator("header label[for=__search]").first.tap()
    phone.locator(".md-search__input").press_sequentially(sought)
    phone.locator(".md-search-result__item").filter(has_text=sought).first.locator("a").first.tap()
    expect(phone.locator("mark").first).to_be_attached()


@pytest.mark.parametrize("path", ["", "decide/"])
def test_what_is_planted_in_a_page_is_blocked(
    phones: Phones, address: str, site: Path, path: str
) -> None:
    page = phones.open()
    watch = phones.watches.pop()  # here it has to see something

    def plant(route: Route) -> None:
        whole = (site / path / "index.html").read_text("utf-8")
        body = whole.replace("</main>", f"{PLANTED}</main>")
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

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
