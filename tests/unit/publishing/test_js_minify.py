import pytest
from answertree.publishing.js_minify import without_comments

SCRIPT = """// @ts-check
/** @param {string} a */
const one = (a) => {
  // Why it is so.
  const address = "https://x.org/*"; // kept
  /**
   * Several lines, with a * and a / in them.
   * @returns {string}
   */
  return /\\/\\*\\*/.test(a) ? `/** no */` : address;
};
"""
RUN = """const one = (a) => {
  const address = "https://x.org/*"; // kept
  return /\\/\\*\\*/.test(a) ? `/** no */` : address;
};
"""


def test_only_lines_that_comment_go() -> None:
    assert without_comments(SCRIPT) == RUN


def test_once_is_enough() -> None:
    assert without_comments(RUN) == RUN


@pytest.mark.parametrize(
    "script", ["/** never ends", "a /** b\n*/ c", "/* a */ b()", "", "/**/ b()"]
)
def test_what_is_no_such_line_stays(script: str) -> None:
    assert without_comments(script) == script


def test_a_comment_at_the_end_goes_too() -> None:
    assert without_comments("a();\n// last") == "a();\n"
