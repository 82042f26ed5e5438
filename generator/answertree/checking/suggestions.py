"""What was most likely meant by a name that nothing has."""

import re
from collections.abc import Iterator, Set
from functools import cached_property

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import Graph, former
from answertree.knowledge.kinds import BY_LINK, KINDS, SCENARIOS
from answertree.knowledge.problems import folded, near
from answertree.knowledge.references import Names, Reference
from answertree.knowledge.steps import title_of

FEW = 12
# Whatever is wrong with a base, to guess at it takes no second: so many names are looked at in all.
MOST_LOOKED_AT = 20_000
LEAST_FOR_ONE = 50
# How alike two names are at least: the one is a typing error, or may be the other's old name.
TYPO, LIKE = 0.9, 0.4


class Suggestions:
    """The names of a base as people may have written them: mistyped, old, or by a title."""

    def __init__(self, base: KnowledgeBase, names: Names, graph: Graph) -> None:
        self._base = base
        self._names = names
        self._graph = graph
        self._looked_up: dict[tuple[str, str, str], str | None] = {}
        self._looked_at = 0

    def hint(self, ref: Reference) -> str:
        """What to write instead of a name that nothing has; empty when nobody can tell."""
        known = self._names.known(ref)
        if ";" in ref.name or _are_several(ref.name, known):
            return "put commas between the items of a list"
        if now := self._renamed(ref):
            return f"it is called `{now}` now"
        if meant := self._meant(ref):
            return f"did you mean `{meant}`?"
        if ref.what == "link" and ":" not in ref.name:
            return "a link has a kind and an id: `rule:some-id`, `page:some-id.section`"
        if 0 < len(known) <= FEW:
            return "known: " + ", ".join(f"`{each}`" for each in sorted(known))
        if ref.what == "link":
            return "remove this link, or write the entry"
        if ref.what in ("step", "topic", "list"):
            return ""  # nothing can stand without it
        what = "item" if isinstance(ref.path[-1], int) else "line"
        return f"remove this {what}, or write the {ref.what}"

    def meant(self, ref: Reference) -> str | None:
        """The name that a reference was most likely meant to be."""
        return self._renamed(ref) or self._meant(ref)

    def _meant(self, ref: Reference) -> str | None:
        """The likeliest name, for as many of the names as there is time for."""
        key = (ref.id if ref.what == "step" else "", ref.what, ref.name)
        if key not in self._looked_up and self._looked_at < MOST_LOOKED_AT:
            self._looked_at += LEAST_FOR_ONE + len(self._names.known(ref))
            self._looked_up[key] = self._likeliest(ref)
        return self._looked_up.get(key)

    def _likeliest(self, ref: Reference) -> str | None:
        if ref.what == "link":
            return self._meant_link(ref)
        known = self._names.known(ref)
        written = re.sub(r"^[a-z]+:\s*|\.ya?ml$", "", ref.name)
        same = [name for name in known if folded(name) == folded(written)]
        if same:
            return min(same, key=len)
        if typo := near(written, known, cutoff=TYPO):
            return typo
        # A step that was renamed leaves a name that nothing has, and a step that nothing leads to.
        unused = self._unused_steps(ref) if ref.what == "step" else set()
        if renamed := near(written, unused, cutoff=LIKE):
            return renamed
        if ref.what == "step":
            step = "." + folded(re.split(r"[./#]", written)[-1])
            elsewhere = [name for name in known if name.endswith(step)]
            if len(elsewhere) == 1:
                return elsewhere[0]
        titled = {name for title, name in self._titles(ref) if folded(title) == folded(written)}
        if len(titled) == 1:
            return titled.pop()
        guess = near(written, known)
        return guess or (unused.pop() if len(unused) == 1 else None)

    def _unused_steps(self, ref: Reference) -> set[str]:
        """The steps of the scenario of a reference to which no way leads yet."""
        if ref.kind != "scenarios":
            return set()
        scenario = self._base.scenarios[ref.id]
        return {
            step
            for step in scenario.steps
            if f"{ref.id}.{step}" not in self._led_to and step != scenario.start
        }

    @cached_property
    def _led_to(self) -> set[str]:
        edges = (edge for edges in self._graph.edges.values() for edge in edges)
        return {*self._graph.starts, *(edge.target for edge in edges)}

    def _meant_link(self, ref: Reference) -> str | None:
        known = self._names.known(ref)
        kind, colon, name = ref.name.partition(":")
        if not colon:
            same = [link for link in known if folded(link.partition(":")[2]) == folded(kind)]
            return same[0] if len(same) == 1 else None
        meant_kind = near(kind, BY_LINK) or kind
        within = [link.partition(":")[2] for link in known if link.startswith(f"{meant_kind}:")]
        if meant := near(name, within):
            return f"{meant_kind}:{meant}"
        same = [link for link in known if folded(link.partition(":")[2]) == folded(name)]
        return same[0] if len(same) == 1 else near(ref.name, known, cutoff=0.85)

    def _titles(self, ref: Reference) -> Iterator[tuple[str, str]]:
        """What readers see of the things that a reference may mean, each with its name."""
        base = self._base
        if ref.what == "topic":
            yield from ((title, topic) for topic, title in base.guide.topics.items())
        elif ref.what == "step":
            own = base.scenarios[ref.id].steps if ref.kind == "scenarios" else {}
            for name, step in own.items():
                yield title_of(step), name
            if ref.path != ("start",):
                yield from ((entry.title, name) for name, entry in base.scenarios.items())
        elif ref.what == "page":
            for name, page in base.pages.items():
                yield page.title, name
                yield page.menu or page.title, name
        elif kind := next((kind for kind in KINDS if kind.noun == ref.what), None):
            for name, entry in base.entries[kind.folder].items():
                yield str(getattr(entry, "title", name)), name

    def _renamed(self, ref: Reference) -> str | None:
        own = f"{ref.id}." if ref.what == "step" and ref.kind == "scenarios" else ""
        now = self._old_names.get((ref.what, own + ref.name)) if own else None
        now = now or self._old_names.get((ref.what, ref.name))
        return now.removeprefix(own) if now else None

    @cached_property
    def _old_names(self) -> dict[tuple[str, str], str]:
        """Every old name, as (what, name), with the name of today."""
        found: dict[tuple[str, str], str] = {}
        base = self._base
        for kind in KINDS:
            what = "step" if kind is SCENARIOS else kind.noun
            for name, entry in base.entries[kind.folder].items():
                for old in map(str, entry.formerly):
                    found[what, old] = name
                    if kind.link and not kind.parts_by_themselves:
                        found["link", f"{kind.link}:{old}"] = f"{kind.link}:{name}"
        for scenario, entry in base.scenarios.items():
            for step in entry.steps:
                for old, _ in former(scenario, entry, step):
                    found["step", old] = f"{scenario}.{step}"
                    found["link", f"scenario:{old}"] = f"scenario:{scenario}.{step}"
        return found


def _are_several(written: str, known: Set[str]) -> bool:
    """Whether this is several names with nothing but spaces between them."""
    names = written.split()
    return len(names) > 1 and all(each in known for each in names)
