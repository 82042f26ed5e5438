"""How things in the base are named on its pages, and their texts as Markdown."""

from collections.abc import Callable
from functools import lru_cache

from answertree.knowledge import model
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line
from answertree.knowledge.language import Language
from answertree.knowledge.references import linked
from answertree.knowledge.steps import Outcome, Question, Step, Task, title_of
from answertree.knowledge.text_nodes import (
    Document,
    filled,
    first_sentence,
    on_one_line,
    without_links,
)
from answertree.knowledge.text_output import escape, to_markdown
from answertree.knowledge.text_parser import parse
from answertree.knowledge.when import WayOn


def label(base: KnowledgeBase, link: str, language: Language) -> str:
    """What a link by id says when nobody wrote words for it, as Markdown."""
    thing = linked(base, link)
    if isinstance(thing, model.Rule):
        thing = sentence(thing, language)
    elif isinstance(thing, Question | Outcome | Task):
        thing = title_of(thing)
    elif not isinstance(thing, str):
        thing = thing.ask if hasattr(thing, "ask") else thing.title
    return in_link(base, thing)


def sentence(thing: model.Rule | model.Essential, language: Language) -> Line:
    """What to do, or what not to do as a sentence."""
    return thing.do or dont(thing.dont or Line(""), language)


def dont(line: Line, language: Language) -> Line:
    """A don't as a sentence: “Don’t open the lid”."""
    return Line(language.label("parts.dont-this", text=uncapitalized(line)))


def uncapitalized(line: str) -> str:
    """A line for the middle of a sentence. Names such as USB stay as they are."""
    return (line[:1].lower() if line[1:2].islower() else line[:1]) + line[1:]


def next_label(base: KnowledgeBase, way: WayOn, target: str, language: Language) -> str:
    """What a way on says: its own words, the scenario it leads to, or else the step."""
    if way.say:
        return in_link(base, way.say)
    if scenario := base.scenarios.get(way.go):
        return in_link(base, scenario.title)
    return label(base, f"scenario:{target}", language)


def label_of_words(step: Step, language: Language) -> str:
    """What stands above the words of a step; "" where its verdict says to say them already."""
    verdict = step.verdict if isinstance(step, Outcome) else None
    by_verdict = {"write": language.label("parts.write"), "say": ""}
    return by_verdict.get(verdict or "", language.label("parts.say"))


def in_link(base: KnowledgeBase, text: str, first: bool = False) -> str:
    """A text, or its `first` sentence, as Markdown for use inside a link.

    It is on one line, without links, and its slots are filled.
    """
    return words_in_link(text, tuple(base.slots.items()), first)


@lru_cache(maxsize=None, typed=True)  # the same characters are another text where Markdown is not
def words_in_link(text: str, slots: tuple[tuple[str, str], ...], first: bool) -> str:
    """The same, given what fills each slot: it is worked out once in a process."""
    document = first_sentence(parse(text)) if first else parse(text)
    return to_markdown(on_one_line(filled(without_links(document), dict(slots))))


def on_page(base: KnowledgeBase, address: Callable[[str], str], written: str | Document) -> str:
    """A text or a title as Markdown for a page, where slots are links too.

    `address` gives the address of a link by id, and of any other link that link.
    """

    def slot(name: str) -> str:
        entry = base.inputs[name]
        attributes = f'.slot data-slot="{name}"'
        if entry.type in ("date", "choice"):
            attributes += f' data-type="{entry.type}"'
        if entry.formerly:
            attributes += f' data-formerly="{" ".join(entry.formerly)}"'
        return f"[{escape(entry.ask)}]({address(f'input:{name}')}){{: {attributes} }}"

    document = parse(written) if isinstance(written, str) else written
    one_line = on_one_line(document) if isinstance(written, Line) else document
    return to_markdown(one_line, address, slot)
