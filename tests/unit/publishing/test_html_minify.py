import re

from answertree.publishing.html_minify import index_of_steps, minify_steps, without_title_ids

STEP = """<section class="step" id="a-b">
<h2 id="a-b--title">Call
now</h2>
<div class="do">
<h3 id="do_3">Do</h3>
<ul>
<li>Say <em>one</em>
<strong>two</strong></li>
<li>Breathe</li>
</ul>
</div>
</section>
"""


def test_between_blocks_there_is_no_line_break() -> None:
    assert "</li><li>Breathe</li></ul></div></section>" in minify_steps(STEP)
    assert '<section class="step" id="a-b"><h2' in minify_steps(STEP)


def test_words_stay_apart() -> None:
    assert "<em>one</em>\n<strong>two</strong>" in minify_steps(STEP)
    assert "Call\nnow" in minify_steps(STEP)


def test_only_inner_headings_lose_their_ids() -> None:
    assert re.findall(r'id="([^"]*)"', minify_steps(STEP)) == ["a-b", "a-b--title"]
    assert "<h3>Do</h3>" in minify_steps(STEP)


def test_titles_lose_their_ids_and_links_to_them_lead_to_the_steps() -> None:
    contents = '<a href="#a-b--title">Call now</a> <a href="../decide/#a-b--title">x</a>'
    html = without_title_ids(contents + STEP + '<p>x--title"</p>')
    assert "<h2>Call\nnow</h2>" in html
    assert re.findall(r'href="([^"]*)"', html) == ["#a-b", "../decide/#a-b"]
    assert 'x--title"' in html
    assert without_title_ids(html) == html


def test_the_search_leads_to_the_steps() -> None:
    index = '[{"location":"decide/#a-b--title"}]'
    assert index_of_steps(index) == '[{"location":"decide/#a-b"}]'
