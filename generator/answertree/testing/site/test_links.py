"""Every link and anchor on every page leads somewhere, and where the content says."""

import re
from collections import Counter
from pathlib import Path

from bs4 import Tag

from answertree.build import Built
from answertree.testing.html import HtmlPage, pages

LINK = re.compile(r"\]\(([^()\s]+)\)")


def test_every_address_of_every_page_resolves(site: Path) -> None:
    found = {page.address: page for page in pages(site)}
    broken = []
    for page in found.values():
        for address in page.addresses():
            target = page.target(address)
            if target is None:
                continue
            place, anchor = target
            if place not in found:
                exists = (site / place).is_file()
                if not exists or anchor:
                    broken.append(f"{page.address}: {address} leads nowhere")
            elif anchor and anchor not in found[place].ids:
                broken.append(f"{page.address}: {address} has no anchor")
    assert not broken, "\n".join(broken)
    assert all(any(page.addresses()) for page in found.values())


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    for page in pages(site):
        twice = [name for name, count in Counter(page.ids).items() if count > 1]
        assert not twice, f"{page.address}: {twice}"


def markdown_links(markdown: str) -> Counter[str]:
    """The addresses of all links in Markdown, as the address of a page and an anchor."""

    def place(href: str) -> str:
        name, hash_, anchor = href.partition("#")
        page = {"index.md": ""}.get(name, name.replace(".md", "/"))
        return f"{page}{hash_}{anchor}"

    body = markdown.partition("\n---\n")[2]
    return Counter(place(href.replace("\\", "")) for href in LINK.findall(body))


def html_links(page: HtmlPage) -> Counter[str]:
    """The same of the built page, as far as its content goes."""
    found: Counter[str] = Counter()
    for link in page.content.find_all("a", href=True):
        assert isinstance(link, Tag)
        href = str(link["href"])
        target = page.target(href)
        if target is None:
            found[href] += 1
            continue
        place, anchor = target
        shown = "" if place == page.address and href.startswith("#") else place
        found[shown + (f"#{anchor}" if anchor else "")] += 1
    return found


def test_the_links_of_every_page_are_those_of_the_content(site: Path, built: Built) -> None:
    html = {page.address: page for page in pages(site)}
    wrong: list[str] = []
    for markdown in built.pages:
        address = {"index.md": ""}.get(markdown.path, markdown.path.replace(".md", "/"))
        wanted = markdown_links(markdown.markdown)
        found = html_links(html[address])
        wrong += [f"{address}: there is no link to {link}" for link in wanted - found]
        wrong += [f"{address}: nobody wrote the link to {link}" for link in found - wanted]
    assert not wrong, "\n".join(wrong)


def test_every_heading_has_the_anchor_that_the_content_gives_it(site: Path, built: Built) -> None:
    html = {page.address: page for page in pages(site)}
    for markdown in built.pages:
        address = {"index.md": ""}.get(markdown.path, markdown.path.replace(".md", "/"))
        wanted = re.findall(r"^#+ .*\{: #(\S+)[^}]*\}$", markdown.markdown, re.MULTILINE)
        count = len(re.findall(r"^#+ ", markdown.markdown, re.MULTILINE))
        headings = html[address].content.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
        anchors = [heading.get("id") for heading in headings]
        if html[address].content.select(
            "section.step"
        ):  # links and the search lead to the steps themselves
            assert set(anchors) == {None}
            steps = html[address].content.select(".intro, section.step")
            anchors = [f"{step['id']}--title" for step in steps]
            count = len(re.findall(r"^##? ", markdown.markdown, re.MULTILINE))
        assert anchors == wanted, markdown.path
        assert count == len(wanted), f"{markdown.path}: a heading without an anchor of its own"


def test_no_link_has_an_unsafe_scheme(site: Path) -> None:
    unsafe = ("javascript:", "data:", "vbscript:", "http:")
    for page in pages(site):
        for address in page.addresses():
            assert not address.strip().lower().startswith(unsafe), f"{page.address}: {address}"
