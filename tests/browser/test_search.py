"""The theme's own search finds first what an entry says it is to be found by."""

from collections.abc import Iterator

import pytest
from answertree.build import Built
from answertree.publishing.search_words import words_by_location
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from playwright.sync_api import Page, expect

from tests.browser.small import small_site

pytestmark = pytest.mark.usefixtures("searching")
# The theme's worker, as the theme has set it up, is kept where a test can ask it.
KEEP_WORKER = """(() => {
    const Original = self.Worker;
    self.Worker = class extends Original {
        awaited = 0;
        constructor(...given) {
            super(...given);
            this.addEventListener("message", () => (this.awaited -= 1));
            self.searcher = this;
        }
        postMessage(...given) {
            this.awaited += 1;
            super.postMessage(...given);
        }
    };
})()"""
QUERY = 2
FIRST = f"""async (queries) => {{
    while (self.searcher.awaited) await new Promise(requestAnimationFrame);
    const ask = (data) => new Promise((resolve) => {{
        const answered = ({{ data }}) => resolve(data.data.items);
        self.searcher.addEventListener("message", answered, {{ once: true }});
        self.searcher.postMessage({{ type: {QUERY}, data }});
    }});
    const found = [];
    for (const query of queries) found.push((await ask(query))[0]?.[0].location ?? "nothing");
    return found;
}}"""
CHALK = {
    "faq/scale.yml": {"append": "words-for-search: [chalk, white stuff]"},
    "rules/leave-it-shut.yml": {"append": "words-for-search: [broken switch, do it myself]"},
}


def search(page: Page, words: str) -> None:
    """Type words into the search of a page, and wait for what it finds."""
    page.locator("header label[for=__search]").first.tap()
    page.locator(".md-search__input").press_sequentially(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def ready(phones: Phones, address: str, sought: str) -> Page:
    """A page whose search is set up and has found something."""
    page = phones.open()
    page.add_init_script(KEEP_WORKER)
    page.goto(address)
    search(page, sought)
    return page


def test_what_an_entry_is_to_be_found_by_finds_it_first(
    phones: Phones, built: Built, inner: str, sought: str
) -> None:
    wanted = [
        (words, location)
        for location, listed in words_by_location(built.base).items()
        for words in listed.split(", ")
    ]
    page = ready(phones, f"{phones.address}{inner}", sought)
    found = page.evaluate(FIRST, [words for words, _ in wanted])
    wrong = [
        f"{words!r} finds {first} before {location}"
        for (words, location), first in zip(wanted, found, strict=True)
        if first != location
    ]
    assert not wrong, "\n".join(wrong)


@pytest.fixture(scope="module")
def chalk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site with words for the search."""
    with serve(small_site(tmp_path_factory.mktemp("chalk"), CHALK)) as address:
        yield address


def test_words_outweigh_titles(phones: Phones, chalk: str) -> None:
    phones.address = chalk
    page = ready(phones, f"{chalk}answers/", "kettle")
    found = page.evaluate(FIRST, ["chalk", "Chal", "nowhere"])
    assert found == ["answers/#scale", "answers/#scale", "nothing"]


def test_small_words_of_a_question_do_not_count(phones: Phones, chalk: str) -> None:
    phones.address = chalk
    page = ready(phones, f"{chalk}answers/", "kettle")
    queries = ["Where's the white of it from?", "I do not see a switch. What then?"]
    assert page.evaluate(FIRST, queries) == ["answers/#scale", "rules/#leave-it-shut"]


def test_nobody_sees_the_words_and_the_first_result_leads_there(phones: Phones, chalk: str) -> None:
    phones.address = chalk
    page = phones.open()
    page.goto(f"{chalk}answers/")
    search(page, "chalk")
    first = page.locator(".md-search-result__item").first
    expect(first).not_to_contain_text("chalk")
    first.locator("a[href*='#']").first.tap()
    expect(page.locator("#scale")).to_be_in_viewport()
    expect(page.locator("main")).not_to_contain_text("chalk")
