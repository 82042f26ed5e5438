"""A table of values fits the phone of somebody who has made the text larger."""

from pathlib import Path

from answertree.testing.layout import TOO_WIDE
from answertree.testing.phone import SCREEN, Phones
from answertree.testing.publish import serve
from playwright.sync_api import expect

from tests.browser.small import small_site

WIDE = {
    "pages/rules.yml": {
        "replace": "{name: Longest wait, value: 10 minutes,",
        "with": "{name: Extraordinarily long waits, value: approximately ten minutes at most,",
    }
}


def test_a_table_of_values_fits_when_text_alone_is_twice_as_large(
    phones: Phones, tmp_path: Path
) -> None:
    with serve(small_site(tmp_path, WIDE)) as phones.address:
        page = phones.open(bypass_csp=True)
        page.goto(f"{phones.address}rules/")
        expect(page.locator(".numbers")).to_be_visible()
        page.add_style_tag(content="html { font-size: 250%; }")  # the theme's own is 125%
        assert page.evaluate(TOO_WIDE, SCREEN["width"]) is None
