"""Files made from nothing: by the grammar of YAML, and in the shape that the model asks for."""

from random import Random
from typing import Any

import yaml

from tests.fuzz.mutants import SNIPPETS, VALUES
from tests.fuzz.schemas import further_values, is_text, referred, schemas, types_of


def file_of(kind: str, name: str) -> str:
    """Where a thing of this kind stands in a content folder."""
    return "guide.yml" if kind == "guide" else f"{kind}/{name}.yml"


def shaped(random: Random, names: list[str]) -> tuple[str, bytes]:
    """A file with what its kind may have, and now and then something else."""
    kind = random.choice(sorted(schemas()))
    schema = schemas()[kind]
    data = _value(random, schema, types_of(schema), names, 0)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=random.random() < 0.5)
    return file_of(kind, random.choice(names)), text.encode()


def _value(
    random: Random, schema: dict[str, Any], types: dict[str, Any], names: list[str], depth: int
) -> Any:
    if random.random() < 0.03:
        return random.choice(VALUES)
    if "$ref" in schema:
        return _value(random, types[referred(schema)], types, names, depth)
    for several in ("oneOf", "anyOf"):
        if several in schema and "properties" not in schema:
            return _value(random, random.choice(schema[several]), types, names, depth)
    if "enum" in schema:
        return random.choice(schema["enum"])
    kind = schema.get("type", "object")
    if kind == "object":
        return _mapping(random, schema, types, names, depth)
    if kind == "array":
        items = range(random.choice((0, 1, 2, 3)) if depth < 8 else 0)
        return [_value(random, schema["items"], types, names, depth + 1) for _ in items]
    if kind == "boolean":
        return random.random() < 0.5
    if kind == "integer":
        return random.choice((-1, 0, 1, 7, 10**12))
    if is_text(schema):
        return random.choice(("Words.", "A *few* words", "x", random.choice(SNIPPETS)))
    return _name(random, names)


def _mapping(
    random: Random, schema: dict[str, Any], types: dict[str, Any], names: list[str], depth: int
) -> dict[str, Any]:
    made = {}
    required = schema.get("required", ())
    for key, inner in schema.get("properties", {}).items():
        if random.random() < (0.98 if key in required else 0.4):
            made[key] = _value(random, inner, types, names, depth + 1)
    if further := further_values(schema):
        for _ in range(random.randint(0, 3)):
            made[random.choice(names)] = _value(random, further, types, names, depth + 1)
    return made


def _name(random: Random, names: list[str]) -> str:
    one, other = random.choice(names), random.choice(names)
    kinds = ("faq", "rule", "page", "point", "scenario", "script", "source", "step", "x")
    forms = (one, one, f"{one}.{other}", f"{random.choice(kinds)}:{one}", "9:00", "23:59")
    return random.choice(forms)


def wild(random: Random, names: list[str]) -> tuple[str, bytes]:
    """A file by the grammar of YAML: quotes, anchors, tags, blocks, several documents."""
    kind = random.choice(sorted(schemas()))
    keys = [key for each in _properties(schemas()[kind]) for key in each] + names
    text = random.choice(("", "", "%YAML 1.1\n---\n", "--- \n", "# x\n"))
    text += _block(random, keys, 0) + random.choice(("", "", "...\n", "---\nx: y\n", "\n\n"))
    return file_of(kind, random.choice(names)), text.encode("utf-8", errors="surrogatepass")


def _properties(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [part.get("properties", {}) for part in (schema, *types_of(schema).values())]


def _block(random: Random, keys: list[str], depth: int) -> str:
    indent = "  " * depth + random.choice(("",) * 12 + (" ", "\t"))
    lines = []
    for _ in range(random.randint(1, 5 if depth < 3 else 2)):
        start = random.choice((f"{_scalar(random, keys, key=True)}:",) * 4 + ("-", "?", ""))
        if depth < 5 and random.random() < 0.45:
            lines.append(f"{indent}{start} {_properties_of_node(random)}\n")
            lines.append(_block(random, keys, depth + 1))
        elif random.random() < 0.2:
            mark = random.choice(("|", ">", "|-", ">+", "|2", "|9", "|x"))
            lines.append(f"{indent}{start} {mark}\n{indent}  {random.choice(SNIPPETS)}\n")
        else:
            value = _flow(random, keys, 0)
            comment = random.choice(("", "", "", " # x", "#x"))
            lines.append(f"{indent}{start} {_properties_of_node(random)}{value}{comment}\n")
    return "".join(lines)


def _properties_of_node(random: Random) -> str:
    return random.choice(
        ("",) * 12 + ("&a ", "*a ", "!!str ", "!x ", "!!map ", "!!binary ", "&a !x ")
    )


def _flow(random: Random, keys: list[str], depth: int) -> str:
    if depth < 3 and random.random() < 0.3:
        parts = [_flow(random, keys, depth + 1) for _ in range(random.randint(0, 3))]
        if random.random() < 0.5:
            return "[" + ", ".join(parts) + random.choice(("]",) * 9 + ("", "}"))
        pairs = [f"{_scalar(random, keys, key=True)}: {part}" for part in parts]
        return "{" + ", ".join(pairs) + random.choice(("}",) * 9 + ("", "]"))
    return _scalar(random, keys)


def _scalar(random: Random, keys: list[str], key: bool = False) -> str:
    word = random.choice(keys)
    if key and random.random() < 0.8:
        return word
    plain = random.choice((word, word, "Words.", random.choice(SNIPPETS)))
    return random.choice((plain, plain, f"'{plain}'", f'"{plain}"', f'"{plain}', "~", "yes", "010"))
