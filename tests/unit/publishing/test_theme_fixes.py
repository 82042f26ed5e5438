"""What the theme writes and HTML does not allow is taken out, and nothing else."""

from answertree.publishing.theme_fixes import valid

TOGGLE = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"'
FIELD = '<input type="text" class="md-search__input" autocomplete="off" required>'


def test_a_checkbox_has_no_autocomplete() -> None:
    both = f'{TOGGLE} autocomplete="off">\n{TOGGLE} autocomplete="off">'
    assert valid(both) == f"{TOGGLE}>\n{TOGGLE}>"


def test_a_field_keeps_it() -> None:
    assert valid(f"{TOGGLE}>{FIELD}") == f"{TOGGLE}>{FIELD}"
