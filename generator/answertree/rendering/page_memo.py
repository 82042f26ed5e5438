"""Pages that are rendered again only when something that they show has changed.

Of each page it is kept what it was given, and what its templates asked for on the way, with the
answers. As long as these are the same the page is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

Page = TypeVar("Page")
Function = Callable[..., Any]
Answers = dict[tuple[Any, ...], Any]  # by what was asked: the name of a function, its arguments


@dataclass
class _Kept(Generic[Page]):
    given: object
    answers: Answers
    page: Page


@dataclass
class PageMemo(Generic[Page]):
    """The pages of the last time, by name."""

    _kept: dict[str, _Kept[Page]] = field(default_factory=dict)
    _functions: dict[str, Function] = field(default_factory=dict)
    _answers: Answers | None = None  # those that were given while a page is made

    def noting(self, functions: Mapping[str, Function]) -> dict[str, Function]:
        """The same functions, by their names, so that it is noted what a page asks of them.

        They take the place of those that the pages of the last time were made with.
        """
        self._functions |= functions
        return {name: partial(self._ask, name) for name in functions}

    def page(self, name: str, given: object, make: Callable[[], Page]) -> Page:
        """What `make` gives, or gave when everything was as it is now.

        It follows from what is `given`, and from the answers of those functions.
        """
        kept = self._kept.get(name)
        if kept and kept.given == given and self._still_answered(kept.answers):
            return kept.page
        answers = self._answers = {}
        page = make()
        self._answers = None
        self._kept[name] = _Kept(given, answers, page)
        return page

    def _still_answered(self, answers: Answers) -> bool:
        # In the order in which it was asked: as long as the answers are the same, the page would
        # ask just this next, so that nothing is asked about what is there no more.
        of = self._functions
        return all(of[name](*asked) == answer for (name, *asked), answer in answers.items())

    def _ask(self, name: str, *asked: Any) -> Any:
        answer = self._functions[name](*asked)
        if self._answers is not None:
            self._answers[name, *asked] = answer
        return answer
