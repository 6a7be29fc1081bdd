"""Dataclasses of `corpus.model` to JSON-able values and back, by their type hints."""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
# Values change type on their way through: what goes in and comes out is checked by the two
# public functions, not by the checker.
_Convert: TypeAlias = Callable[[Any], Any]
T = TypeVar("T")

_PLAIN = (str, int, float, bool, types.NoneType)


def encode(item: object) -> dict[str, Json]:
    """Return a dataclass as a dict `json.dumps` accepts; `TypeError` for an unsupported hint."""
    return cast("dict[str, Json]", _encoder(cast("Hashable", type(item)))(item))


def decode(item_type: type[T], data: object) -> T:
    """Return the `item_type` that `encode` wrote; `ValueError` when `data` is not one."""
    try:
        return cast("T", _decoder(cast("Hashable", item_type))(data))
    except (KeyError, TypeError, AttributeError) as error:
        message = f"not a {item_type.__name__}: {error!r}"
        raise ValueError(message) from error


@cache
def _encoder(hint: Hashable) -> _Convert:
    if hint in _PLAIN:
        return _same
    if not isinstance(hint, type) or get_origin(hint) is not None:
        return _container(hint, _encoder, list)
    if issubclass(hint, Enum):
        return attrgetter("value")
    if hint is date:
        return date.isoformat
    if is_dataclass(hint):
        return _dataclass_encoder(hint)
    raise TypeError(hint)


@cache
def _decoder(hint: Hashable) -> _Convert:
    if hint in _PLAIN:
        return _same
    if not isinstance(hint, type) or get_origin(hint) is not None:
        return _container(hint, _decoder, tuple)
    if issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if hint is date:
        return date.fromisoformat
    if is_dataclass(hint):
        return _dataclass_decoder(hint)
    raise TypeError(hint)


def _container(
    hint: object, convert: Callable[[object], _Convert], sequence: Callable[[Any], Any]
) -> _Convert:
    """Return the converter of a tuple, a mapping or an optional value."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        each = convert(arguments[0])
        if each is _same:
            return sequence
        return lambda values: sequence([each(value) for value in values])
    if origin is dict and arguments[0] is str:
        each = convert(arguments[1])
        return lambda values: {key: each(value) for key, value in values.items()}
    if origin in {Union, types.UnionType}:
        return _optional(arguments, convert)
    raise TypeError(hint)


def _optional(arguments: tuple[object, ...], convert: Callable[[object], _Convert]) -> _Convert:
    present = [argument for argument in arguments if argument is not types.NoneType]
    if len(present) != 1:
        raise TypeError(arguments)
    each = convert(present[0])
    if each is _same:
        return _same
    return lambda value: None if value is None else each(value)


def _dataclass_encoder(item_type: type) -> _Convert:
    converters = tuple(_converters(item_type, _encoder).items())

    def to_dict(item: object) -> dict[str, Json]:
        return {name: convert(getattr(item, name)) for name, convert in converters}

    return to_dict


def _dataclass_decoder(item_type: type) -> _Convert:
    # Most fields are plain: converting only the others keeps reading forty passages under 1 ms.
    converters = tuple(
        (name, convert)
        for name, convert in _converters(item_type, _decoder).items()
        if convert is not _same
    )

    if not converters:
        return lambda data: item_type(**data)

    def to_item(data: Mapping[str, Json]) -> object:
        values = {**data}
        for name, convert in converters:
            values[name] = convert(values[name])
        return item_type(**values)

    return to_item


def _converters(item_type: type, convert: Callable[[object], _Convert]) -> dict[str, _Convert]:
    hints = get_type_hints(item_type)
    return {field.name: convert(hints[field.name]) for field in fields(item_type)}


def _same(value: T) -> T:
    return value
