"""What readers fill in: once, on their device alone, and then every text has it."""

from collections.abc import Iterator
from typing import Any

import pytest
from answertree.testing.axe import by_day_and_night
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from answertree.testing.settled import settled
from playwright.sync_api import Locator, Page, expect

from tests.browser.small import small_site

SHOP = {
    "scenarios/shop.yml": [
        {"append": "    dial: shop-number"},
        {"replace": "go: write}", "with": "go: write, when: {notes: ..1}}"},
        {"replace": "go: repair}", "with": "go: repair, when: {notes: 2..}}"},
    ]
}
TEXT = {
    "scripts/letter.yml": {
        "replace": "My {model} stays cold.",
        "with": "My {model}, bought on {bought}, stays cold.",
    }
}
KEY = "details-1"  # after the path of the site
REFUSED = """Object.defineProperty(window, "localStorage", { get() { throw new Error("no"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new Error("it is full"); };"""


@pytest.fixture(scope="module")
def details_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with inputs of every type, and an outcome that dials."""
    with serve(small_site(tmp_path_factory.mktemp("details"), SHOP | TEXT)) as address:
        yield address


@pytest.fixture
def page(phones: Phones, details_site: str) -> Page:
    """A phone at the page with the fields."""
    phones.address = details_site
    page = phones.open()
    page.goto(f"{details_site}inputs/")
    return page


def at(page: Page, address: str) -> Page:
    """The same phone at another page, in another tab."""
    tab = page.context.new_page()
    tab.goto(address)
    return tab


def words(page: Page) -> Locator:
    return page.locator("#letter + * blockquote, .entry:has(#letter) blockquote").first


def kept(page: Page) -> Any:
    return page.evaluate(
        f"Object.entries(localStorage).find(([key]) => key.endsWith('{KEY}'))?.[1]"
    )


def keep(page: Page, text: str) -> None:
    """Put something in the place of what is kept."""
    page.evaluate(
        f"(text) => localStorage.setItem(location.pathname.replace('inputs/', '{KEY}'), text)", text
    )


def test_what_is_filled_in_stands_in_every_text(page: Page, details_site: str) -> None:
    page.get_by_label("your name").fill("Ada Bell")
    page.get_by_label("day of purchase").fill("2030-01-31")
    page.goto(f"{details_site}words/#letter")
    expect(words(page)).to_contain_text("my name is Ada Bell")
    expect(words(page)).to_contain_text("bought on January 31, stays cold")
    page.goto(f"{details_site}decide/#shop-write")
    expect(page.locator("#shop-write blockquote")).to_contain_text("my name is Ada Bell")


def test_what_is_not_filled_in_leads_to_its_field(page: Page, details_site: str) -> None:
    page.get_by_label("your name").fill("Ada Bell")
    page.goto(f"{details_site}decide/#shop-write")
    expect(page.locator("#shop-write .filled")).to_have_text("Ada Bell")
    page.locator("#shop-write .slot", has_text="model of the kettle").tap()
    expect(page.get_by_label("model of the kettle")).to_be_focused()
    page.keyboard.type("Old Faithful")
    page.go_back()
    expect(page.locator("#shop-write blockquote")).to_contain_text("My Old Faithful")


def test_a_number_that_is_filled_in_can_be_called(page: Page, details_site: str) -> None:
    dial = page.locator("#shop-repair .dial")
    page.goto(f"{details_site}decide/#shop-repair")
    dial.tap()
    page.get_by_label("number of the shop").fill("+44 (0)20 7946-0000")
    page.go_back()
    expect(dial).to_have_text("Call +44 (0)20 7946-0000")
    expect(dial).to_have_attribute("href", "tel:+442079460000")


def test_words_without_a_number_call_nobody(page: Page, details_site: str) -> None:
    page.get_by_label("number of the shop").fill("javascript:alert()")
    with settled(page):
        page.goto(f"{details_site}decide/#shop-repair")
    assert page.locator("#shop-repair .dial").get_attribute("href") == "../inputs/#shop-number"


def test_one_tap_erases_everything(page: Page, details_site: str) -> None:
    page.get_by_label("your name").fill("Ada Bell")
    page.get_by_role("button", name="Erase all").tap()
    expect(page.get_by_label("your name")).to_be_empty()
    expect(page.get_by_role("status")).to_contain_text("Erased")
    assert page.evaluate("localStorage.length") == 0
    with settled(page):
        page.goto(f"{details_site}words/#letter")
    expect(words(page)).to_contain_text("my name is your name")


def test_two_tabs_never_overwrite_each_other(page: Page, details_site: str) -> None:
    other = at(page, f"{details_site}inputs/")
    page.get_by_label("your name").fill("Ada Bell")
    expect(other.get_by_label("your name")).to_have_value("Ada Bell")
    other.get_by_label("model of the kettle").fill("Old Faithful")
    expect(page.get_by_label("model of the kettle")).to_have_value("Old Faithful")
    page.get_by_label("your name").fill("Bo")
    words_tab = at(page, f"{details_site}words/#letter")
    expect(words(words_tab)).to_contain_text("my name is Bo")
    expect(words(words_tab)).to_contain_text("My Old Faithful")
    page.get_by_role("button", name="Erase all").tap()
    expect(words(words_tab)).to_contain_text("my name is your name")


@pytest.mark.parametrize("device", [REFUSED, FULL])
def test_where_nothing_can_be_kept_the_page_says_so(
    phones: Phones, details_site: str, device: str
) -> None:
    phones.address = details_site
    page = phones.open()
    page.add_init_script(device)
    page.goto(f"{details_site}inputs/")
    page.get_by_label("your name").fill("Ada Bell")
    expect(page.get_by_role("status")).to_contain_text("does not let the page keep anything")
    page.get_by_role("button", name="Erase all").tap()
    expect(page.get_by_label("your name")).to_be_empty()
    with settled(page):
        page.goto(f"{details_site}decide/#shop-write")
    expect(page.locator("#shop-write blockquote")).to_contain_text("my name is your name")


UNREADABLE = (
    *("", "{", "null", "7", "[]", "{}", '{"values": []}', '{"values": {"name": {}}}'),
    *('{"values": null}', '{"values": {}, "notes": [{"at": 1}]}'),
)


ASIDE = """Object.entries(localStorage).filter(([key]) => key.includes("-unreadable"))
    .map(([, text]) => text).sort()"""


def test_what_cannot_be_read_is_set_aside(page: Page) -> None:
    for text in UNREADABLE:
        keep(page, text)
        page.reload()
        expect(page.get_by_role("status")).to_contain_text("cannot be read")
        page.get_by_label("your name").fill("Ada Bell")
        assert "Ada Bell" in kept(page)
        assert page.evaluate(ASIDE) == [text]
        page.get_by_role("button", name="Erase all").tap()
        assert page.evaluate("localStorage.length") == 0


def test_what_is_set_aside_next_does_not_replace_it(page: Page) -> None:
    for text in ("one", "two"):
        keep(page, text)
        page.reload()
        expect(page.get_by_role("status")).to_contain_text("cannot be read")
    assert page.evaluate(ASIDE) == ["one", "two"]
    page.get_by_role("button", name="Erase all").tap()
    assert page.evaluate("localStorage.length") == 0


def test_names_that_every_object_has_are_names_like_any_other(
    page: Page, details_site: str
) -> None:
    keep(page, '{"values": {"constructor": "x", "__proto__": "y", "kind": "Old Faithful"}}')
    page.goto(f"{details_site}words/#letter")
    expect(words(page)).to_contain_text("My Old Faithful")  # by the id that it had before
    expect(words(page)).to_contain_text("my name is your name")


def test_markup_that_is_typed_is_only_words(page: Page, details_site: str) -> None:
    page.get_by_label("your name").fill("<img src=x onerror=alert()>{model}")
    page.goto(f"{details_site}words/#letter")
    expect(words(page)).to_contain_text("my name is <img src=x onerror=alert()>{model}.")


def test_nothing_typed_leaves_the_page(page: Page, details_site: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.get_by_label("your name").fill("Adabell")
    page.get_by_label("your name").press("Enter")
    page.goto(f"{details_site}decide/#shop-write")
    expect(page.locator("#shop-write .filled")).to_have_text("Adabell")
    page.locator("#shop-write .next a").tap()
    assert "Adabell" not in "".join((*asked, page.url, page.title()))
    assert "Adabell" not in str(page.evaluate("JSON.stringify(history.state)"))


def test_what_fills_words_is_fetched_only_where_something_is_kept(
    page: Page, details_site: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    with settled(page):
        page.goto(f"{details_site}decide/#shop-write")
    assert "fill.js" not in asked
    assert "form.js" not in asked
    keep_at(page)
    with settled(page):
        page.reload()
    assert "fill.js" in asked


def keep_at(page: Page) -> None:
    """Keep a name, from the decision page."""
    page.evaluate(
        f"""localStorage.setItem(location.pathname.replace("decide/", "{KEY}"),
        '{{"values": {{"name": "Ada"}}}}')"""
    )


@pytest.fixture
def fields(phones: Phones, library: str) -> Page:
    """A phone in Berlin at fields of every type."""
    phones.address = library
    page = phones.open(timezone_id="Europe/Berlin")
    page.goto(f"{library}about-you/")
    return page


def test_what_is_chosen_stands_in_every_text_by_its_words(fields: Page, library: str) -> None:
    fields.get_by_label("place").select_option(label="The library van")
    fields.reload()
    expect(fields.get_by_label("place")).to_have_value("van")
    for path in ("words/#here-it-is", "decide/#book-give-back"):
        fields.goto(f"{library}{path}")
        said = fields.locator("blockquote", has_text="this is from").first
        expect(said).to_contain_text("this is from The library van")
    fields.goto(f"{library}about-you/")
    fields.get_by_label("place").select_option("")
    assert "van" not in kept(fields)


def test_an_option_that_is_gone_is_not_chosen(fields: Page, library: str) -> None:
    key = f"/{library.split('/', 3)[3]}{KEY}"
    text = '{"values": {"branch": "moon"}}'
    fields.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    with settled(fields):
        fields.goto(f"{library}words/#here-it-is")
    said = fields.locator("blockquote", has_text="this is from").first
    expect(said).to_contain_text("this is from place")


def test_a_number_has_its_bounds(fields: Page) -> None:
    number = fields.get_by_label("number of books")
    number.fill("7")
    fields.reload()
    expect(number).to_have_value("7")
    number.fill("21")
    assert number.evaluate("(field) => field.validity.rangeOverflow")


def test_a_zone_is_chosen_from_all_that_there_are(fields: Page) -> None:
    zone = fields.get_by_label("time zone of the library")
    expect(zone).to_have_value("")
    expect(zone.locator("option").first).to_have_text("Europe/Berlin, as on this device")
    assert zone.locator("option").count() > 300
    zone.select_option(label="America/New York")
    fields.reload()
    expect(zone).to_have_value("America/New_York")
    fields.get_by_role("button", name="Erase all").tap()
    expect(zone).to_have_value("")


def test_a_zone_by_another_name_than_the_lists_is_shown(fields: Page, library: str) -> None:
    names = fields.evaluate("Intl.supportedValuesOf('timeZone')")
    (name,) = {"Asia/Kolkata", "Asia/Calcutta"} - set(names)
    key = f"/{library.split('/', 3)[3]}{KEY}"
    text = f'{{"values": {{"their-zone": "{name}"}}}}'
    fields.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    fields.reload()
    expect(fields.get_by_label("time zone of the library")).to_have_value(name)


def test_where_a_browser_has_no_list_of_zones_one_is_typed(fields: Page) -> None:
    fields.add_init_script("delete Intl.supportedValuesOf;")
    fields.reload()
    zone = fields.get_by_label("time zone of the library")
    expect(zone).to_have_attribute("placeholder", "Europe/Berlin")
    zone.fill("Asia/Tokyo")
    fields.reload()
    expect(zone).to_have_value("Asia/Tokyo")


@pytest.mark.parametrize("name", ["place", "time zone of the library"])
def test_a_link_to_what_is_chosen_leads_into_its_field(
    fields: Page, library: str, name: str
) -> None:
    id_ = fields.get_by_label(name).get_attribute("id")
    fields.goto("about:blank")
    fields.goto(f"{library}about-you/#{id_}")
    expect(fields.get_by_label(name)).to_be_focused()


def keep_note(page: Page, who: str, said: str) -> None:
    page.get_by_label("who it was").fill(who)
    page.get_by_label("what was said").fill(said)
    page.get_by_role("button", name="Keep this note").tap()


def test_a_note_is_kept_with_its_day_until_it_is_deleted(page: Page) -> None:
    expect(page.get_by_label("day", exact=True)).not_to_have_value("")
    page.get_by_label("day", exact=True).fill("2030-01-31")
    keep_note(page, "Cy", "Bring the <b>receipt</b>.")
    expect(page.get_by_label("what was said")).to_be_empty()
    page.reload()
    note = page.locator(".notes__kept li")
    expect(note).to_contain_text("January 31, Cy")
    expect(note).to_contain_text("Bring the <b>receipt</b>.")
    page.get_by_role("button", name="Delete the note of January 31").tap()
    expect(note).to_have_count(0)
    assert "receipt" not in kept(page)


def test_an_empty_note_is_not_kept(page: Page) -> None:
    keep_note(page, " ", "")
    expect(page.get_by_label("what was said")).to_be_focused()
    expect(page.locator(".notes__kept li")).to_have_count(0)


def test_notes_of_two_tabs_are_all_kept_and_erased_with_the_rest(
    page: Page, details_site: str
) -> None:
    other = at(page, f"{details_site}inputs/")
    keep_note(page, "Cy", "One")
    keep_note(other, "Di", "Two")
    page.get_by_label("your name").fill("Ada Bell")
    for tab in (page, other):
        expect(tab.locator(".notes__kept li")).to_have_count(2)
    page.get_by_role("button", name="Erase all").tap()
    for tab in (page, other):
        expect(tab.locator(".notes__kept li")).to_have_count(0)


def test_the_answer_that_notes_give_comes_first_and_can_be_changed(
    page: Page, details_site: str
) -> None:
    tab = at(page, f"{details_site}decide/#shop-warranty")
    answers = tab.locator("#shop-warranty .answers a")
    expect(answers).to_have_text(["It is", "No longer"])
    keep_note(page, "Cy", "One")
    keep_note(page, "Di", "Two")
    expect(answers).to_have_text(["No longer", "It is"])
    expect(tab.locator("#shop-warranty .known")).to_have_text("From your notes")
    answers.last.tap()
    expect(tab.locator("#shop-write h2")).to_be_visible()
    tab.go_back()
    page.get_by_role("button", name="Delete the note").first.tap()
    expect(answers).to_have_text(["It is", "No longer"])
    expect(tab.locator("li:has(.known)")).to_contain_text("It is")
    page.get_by_role("button", name="Delete the note").first.tap()
    expect(tab.locator(".known")).to_have_count(0)


def test_without_javascript_slots_read_as_written(phones: Phones, details_site: str) -> None:
    phones.address = details_site
    page = phones.open(java_script_enabled=False)
    page.goto(f"{details_site}words/#letter")
    expect(words(page)).to_contain_text("my name is your name")
    page.goto(f"{details_site}inputs/")
    expect(page.locator(".fields")).to_be_hidden()
    expect(page.get_by_text("This part of the page needs JavaScript")).to_have_count(2)


def test_the_fields_have_no_accessibility_violations(page: Page, details_site: str) -> None:
    page.get_by_label("your name").fill("Ada Bell")
    assert by_day_and_night(page, "inputs") == []
    page.goto(f"{details_site}decide/#shop-write")
    expect(page.locator("#shop-write .filled")).to_have_text("Ada Bell")
    assert by_day_and_night(page, "step") == []
