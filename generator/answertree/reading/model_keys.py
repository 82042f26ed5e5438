"""The keys of a model at any place in the data of a file, and what belongs behind them."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from answertree.knowledge.problems import DataPath
from answertree.knowledge.steps import STEP_KINDS, Scenario, kind_of_step
from answertree.reading.source_file import SourceFile


@cache
def required_keys(model: type[BaseModel]) -> list[str]:
    """The keys that a model cannot do without."""
    return [info.alias or name for name, info in model.model_fields.items() if info.is_required()]


def required_keys_at(model: type[BaseModel], path: DataPath, source: SourceFile) -> list[str]:
    """The keys that what stands at `path` cannot do without."""
    return required_keys(_model_at(model, path, source))


def keys_at(model: type[BaseModel], path: DataPath, source: SourceFile) -> dict[str, str | None]:
    """The keys that may stand at `path` in a `model`, each with its description."""
    fields = _model_at(model, path, source).model_fields
    return {info.alias or name: info.description for name, info in fields.items()}


def item_type_at(model: type[BaseModel], path: DataPath, source: SourceFile) -> Any:
    """The type of the items of the list that belongs at `path`; None where none does."""
    field = _by_key(_model_at(model, path[:-1], source)).get(str(path[-1]))
    is_list = field is not None and get_origin(field.annotation) is tuple
    return get_args(field.annotation)[0] if field and is_list else None


def _model_at(model: type[BaseModel], path: DataPath, source: SourceFile) -> type[BaseModel]:
    """The model of what stands at `path` in the data of a source."""
    data: Any = source.data
    is_name = False  # of a section, say: it may read like a key
    for part in path:
        data = data[part]
        field = None if is_name else _by_key(model).get(str(part))
        is_name = field is not None and get_origin(field.annotation) is dict
        if field is None:  # a name or an index: what is below it was found already
            if model is Scenario:
                model = STEP_KINDS[kind_of_step(data) or "question"]
            continue
        below = list(_models(field.annotation))
        model = model if model is Scenario and len(below) > 1 else (below or [model])[0]
    return model


def _by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
