import re

from answertree.publishing.html_minify import minify_page, minify_steps

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


PAGE = (
    f'<nav>\n<a href="../decide/#a-b--title">x</a>\n</nav><main>{STEP}</main>\n<p>x--title"</p>\n'
)


def test_titles_lose_their_ids_and_links_to_them_lead_to_the_steps() -> None:
    html = minify_page(PAGE)
    assert '<nav>\n<a href="../decide/#a-b">x</a>\n</nav>' in html
    assert re.findall(r'id="([^"]*)"', html) == ["a-b"]
    assert 'x--title"' in html
    assert minify_page(html) == html


def test_what_stands_around_the_steps_stays_but_for_the_styles() -> None:
    styles = '<style>/* Why */\na { b: c; }\n</style><style id="d">\ne { f: g; }\n</style>'
    html = minify_page(styles + PAGE)
    assert html.startswith('<style>a{b:c}</style><style id="d">e{f:g}</style><nav>\n<a ')
    assert html.endswith('</main>\n<p>x--title"</p>\n')
