"""GitHub's form for suggesting a question: it offers the topics of the guide."""

from collections.abc import Sequence
from pathlib import Path

import yaml

from answertree.knowledge.problems import Place, Problem

FORM = Path(".github") / "ISSUE_TEMPLATE" / "suggest-a-question.yml"


def check_issue_form(content: Path, topics: Sequence[str]) -> list[Problem]:
    """What is wrong with the topics in the form that stands beside a content folder.

    `topics` are the titles that the guide gives them. Without a form, without a field for the topic
    or without topics there is nothing to compare. Raises OSError when the form cannot be read.
    """
    form = content.parent / FORM
    if not topics or not form.is_file():
        return []
    text = form.read_bytes().decode("utf-8", errors="replace")
    try:
        options = _options(yaml.compose(text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        place = Place(str(form), line, column)
        return [Problem(place, "yaml", "this form is not valid YAML")]
    if options is None:
        return []
    *offered, _ = [option.value for option in options.value] or [None]
    if offered == list(topics):
        return []
    mark = options.start_mark
    wanted = ", ".join(f"`{topic}`" for topic in topics)
    place = Place(str(form), mark.line + 1, mark.column + 1, text.splitlines()[mark.line])
    message = "the topics in this form are not those of guide.yml"
    hint = f"list {wanted}, in this order, and one more for everything else"
    return [Problem(place, "unknown-value", message, hint)]


def _options(form: yaml.Node | None) -> yaml.Node | None:
    """The list of options of the field with the id `topic`."""
    body = _value(form, "body")
    for field in body.value if isinstance(body, yaml.SequenceNode) else ():
        name = _value(field, "id")
        if name is not None and name.value == "topic":
            options = _value(_value(field, "attributes"), "options")
            return options if isinstance(options, yaml.SequenceNode) else None
    return None


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)
