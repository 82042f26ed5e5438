import pytest
from answertree.publishing.css_prune import prune

WORDS = {"card", "open", "search", "h:1"}


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{b:c}", "a{b:c}"),
        (".card{b:c}", ".card{b:c}"),
        (".gone{b:c}", ""),
        (".card .gone{b:c}", ""),
        (".card,.gone{b:c}", ".card{b:c}"),
        (":is(.card,.gone) a,.gone{b:c}", ":is(.card,.gone) a{b:c}"),
        (".card:not(.gone){b:c}", ".card:not(.gone){b:c}"),
        (r".h\:1{b:c}", r".h\:1{b:c}"),
        ("#search>[data-a=x],#gone{b:c}", "#search>[data-a=x]{b:c}"),
        ('a[href$=".pdf"]{b:c}', 'a[href$=".pdf"]{b:c}'),
        ('a[href="#gone,"],.gone{b:c}', 'a[href="#gone,"]{b:c}'),
        (".card:not(:is(.gone,:not(.gone a))){b:c}", ".card:not(:is(.gone,:not(.gone a))){b:c}"),
        ("@media print{.gone{b:c}}", ""),
        ("@supports (b:c){.gone{b:c}}", ""),
        ("@supports (b:c){.card{b:c}.gone{b:c}}", "@supports (b:c){.card{b:c}}"),
        (
            "@media print{@supports (b:c){.gone{b:c}a{b:c}}}",
            "@media print{@supports (b:c){a{b:c}}}",
        ),
        ("@layer a,b;a{b:c}", "@layer a,b;a{b:c}"),
        ("@media print{.card{b:c}.gone{b:c}}", "@media print{.card{b:c}}"),
        ("@keyframes gone{0%{b:c}to{b:d}}", "@keyframes gone{0%{b:c}to{b:d}}"),
        ('@charset "UTF-8";a{b:c}', '@charset "UTF-8";a{b:c}'),
        ('a{b:url("x;{y}")}.gone{b:c}', 'a{b:url("x;{y}")}'),
        ("a{b:url('x\"}')}", 'a{b:url("x\\"}")}'),
        ("a{b:c/d}/*# map */", "a{b:c/d}"),
    ],
)
def test_only_what_is_used_stays(css: str, left: str) -> None:
    assert prune(css, WORDS) == left


@pytest.mark.parametrize("css", ["a{b:c}\n}", "a{b:c}\na"])
def test_what_cannot_be_parsed_is_refused_with_its_line(css: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        prune(css, WORDS)
