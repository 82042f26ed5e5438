"""Ways to spoil a file that is whole. Each takes the file's bytes and gives others."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml
from answertree.reading.yaml_reader import MAX_CHARACTERS

SNIPPETS = (
    "<script>alert(1)</script>", "&lt;", "&#x3c;b>", "](javascript:x)", "[x](faq:a.b)", "![x](y)",
    "{{ 7*7 }}", "{% x %}", "{name}", "{: .x }", "`", "```\n", "***", "**", "__", "~~", "|", ">",
    "# x\n", "\n\n", "\r", "\r\n", "\n---\n", "\n...\n", "--- ", "%YAML 1.2\n", "%TAG ! x\n",
    "!!x ", "!!python/object:x ", "&a ", "*a", "<<: *a", "? ", ": ", ":", "- ", "-", ",", "[", "]",
    "{", "}", "'", '"', "\\", "\\x", "\\u12", "@", "%", "!", "\t", "    ", "\u00a0", "\u200b",
    "\u202e", "\ufeff", "\u2028", "\u0085", "\u3000", "\x00", "\x07", "\x1b[31m", "\U000e0041",
    "\U0001fad6", "e\u0301", "ß", "日本", "~", "null", "yes", "1e999", "0x1f", "-1", "1_000",
    "99999999999999999999", "2026-13-45", "25:00", ".inf", ".nan", "=", "<", "<<<<<<< x\n",
    "=======\n", ">>>>>>> x\n", "TODO", "[" * 30, "{" * 30, "- " * 30, "(" * 30,
    "*" * 30, "_" * 30, "`" * 30, "&" * 30, ">" * 30, "a" * 2_100, "[a](" * 30, "1. " * 20,
)  # fmt: skip

BAD_BYTES = (
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf0\x9f",
    b"\x00",
    b"\xfe\xff",
    b"\x80",
    b"\xc0\xaf",
)

VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, float("inf"), "", " ", "\n", "x", [], {}, [[]], [None],
    {"": ""}, {"x": None}, [[[["x"]]]], {"a": {"b": {"c": "d"}}}, "faq:x", "a.b", "a.b.c", "A", "-",
    "a-", "x" * 90, "x" * 2_100, ["x"] * 300, "x\ny", "*x*", "{x}", "<x>", "con", "index",
)  # fmt: skip


def damaged_bytes(random: Random, data: bytes) -> bytes:
    """Bytes changed, lost, doubled, or put in where no text has them."""
    for _ in range(random.randint(1, 4)):
        at, size = random.randint(0, len(data)), random.choice((1, 1, 2, 8, 100))
        part = data[at : at + size]
        new = random.choice(
            (b"", part * 2, part[::-1], random.randbytes(size), random.choice(BAD_BYTES))
        )
        data = data[:at] + new + data[at + size :]
    return data


def damaged_lines(random: Random, data: bytes) -> bytes:
    """Lines lost, doubled, moved, joined, or at another depth."""
    lines = data.split(b"\n")
    for _ in range(random.randint(1, 3)):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        line = lines[at]
        match random.randrange(7):
            case 0:
                lines[at : at + 1] = []
            case 1:
                lines.insert(other, line)
            case 2:
                lines[at], lines[other] = lines[other], line
            case 3:
                lines[at] = b" " * random.randint(1, 6) + line
            case 4:
                lines[at] = line.lstrip()
            case 5:
                lines[at : at + 2] = [b" ".join(lines[at : at + 2])]
            case _:
                lines[at] = random.choice((b"\t", b"- ", b"? ", b"#", b": ", b"  - ")) + line
        lines = lines or [b""]
    return b"\n".join(lines)


def with_snippets(random: Random, data: bytes) -> bytes:
    """Marks of YAML, Markdown, HTML and Unicode where nobody expects them."""
    text = data.decode("utf-8")
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(text))
        snippet = random.choice(SNIPPETS) * random.choice((1, 1, 1, 2, 50))
        text = text[:at] + snippet + text[at + random.choice((0, 0, len(snippet))) :]
    return text.encode("utf-8", errors="surrogatepass")


def with_odd_values(random: Random, data: bytes) -> bytes:
    """Keys renamed, moved, lost; values of another type."""
    found = yaml.load(data, yaml.BaseLoader)
    for _ in range(random.randint(1, 3)):
        containers = list(_containers(found))
        if not containers:
            break
        place = random.choice(containers)
        key = random.choice(list(place) if isinstance(place, dict) else range(len(place)))
        match random.randrange(5):
            case 0:
                place.pop(key)
            case 1:
                place[key] = deepcopy(random.choice(VALUES))
            case 2:
                place[key] = deepcopy(random.choice(containers))
            case 3 if isinstance(place, dict):
                place[random.choice(("x", "", "formerly", key + "x", key.upper()))] = place.pop(key)
            case _:
                place[key] = random.choice(SNIPPETS)
    return _dumped(random, found)


def with_runs(random: Random, data: bytes) -> bytes:
    """One thing again and again, which costs most where something looks at everything each time."""
    lines = data.decode("utf-8").split("\n")
    thing = random.choice(
        (random.choice(SNIPPETS)[:8], "k{n}: v\n", "a: 1\n", "- x\n", "  - y: z\n")
    )
    room = MAX_CHARACTERS - len(data)  # a longer file would not even be looked into
    full = max(20, room // len(thing.replace("{n}", "1234")))
    times = random.choice((20, 100, 300) * 4 + (full,))
    run = "".join(thing.replace("{n}", str(number)) for number in range(times))
    lines.insert(random.randint(0, len(lines)), run)
    return "\n".join(lines).encode()


MUTATIONS: dict[str, Callable[[Random, bytes], bytes]] = {
    "bytes": damaged_bytes,
    "lines": damaged_lines,
    "snippets": with_snippets,
    "values": with_odd_values,
    "runs": with_runs,
}


def _containers(data: Any) -> Iterator[Any]:
    """Every list and mapping that has something in it."""
    if isinstance(data, dict | list) and data:
        yield data
        for item in data.values() if isinstance(data, dict) else data:
            yield from _containers(item)


def _dumped(random: Random, data: Any) -> bytes:
    options: dict[str, Any] = {
        "default_flow_style": random.choice((None, True, False)),
        "default_style": random.choice((None, None, "'", '"', "|", ">")),
        "allow_unicode": random.random() < 0.5,
        "width": random.choice((20, 80, 10_000)),
        "sort_keys": random.random() < 0.2,
    }
    dumper = random.choice((yaml.SafeDumper, _NoAliases))
    text: str = yaml.dump(data, Dumper=dumper, **options)
    return text.encode()


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True
