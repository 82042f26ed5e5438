import re
from pathlib import Path

from answertree.publishing.html_minify import DECIDE, SEARCH, lead_to_steps, lean

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
    assert "</li><li>Breathe</li></ul></div></section>" in lean(STEP)
    assert '<section class="step" id="a-b"><h2' in lean(STEP)


def test_words_stay_apart() -> None:
    assert "<em>one</em>\n<strong>two</strong>" in lean(STEP)
    assert "Call\nnow" in lean(STEP)


def test_only_inner_headings_lose_their_ids() -> None:
    assert re.findall(r'id="([^"]*)"', lean(STEP)) == ["a-b", "a-b--title"]
    assert "<h3>Do</h3>" in lean(STEP)


def test_the_search_leads_to_steps_whose_titles_have_no_ids(tmp_path: Path) -> None:
    for name, text in ((DECIDE, STEP), (SEARCH, '[{"location":"decide/#a-b--title"}]')):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    lead_to_steps(tmp_path)
    assert "--title" not in (tmp_path / DECIDE).read_text(encoding="utf-8")
    assert (tmp_path / SEARCH).read_text(encoding="utf-8") == '[{"location":"decide/#a-b"}]'
