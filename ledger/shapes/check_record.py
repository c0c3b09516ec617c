"""From a raw record to a checked one, with pydantic's findings in the words of the one message shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ledger.yaml.placed_values import Listing, Mapping, Position
from ledger.yaml.problems import Problem, unknown

R = TypeVar("R", bound=BaseModel)
THOUSANDS = re.compile(r"^[0-9]{3}$")


def check_record(model: type[R], raw: Mapping, path: str) -> tuple[R | None, list[Problem]]:
    """The record, or None and everything that is wrong with it. A field with nothing behind it is never read as left
    out: somebody has not finished writing."""
    empty = list(empty_fields(raw))
    try:
        record = model.model_validate(raw)
    except ValidationError as error:
        # Of a value that is neither number nor text, what is said of the text is enough.
        details = [detail for detail in error.errors(include_url=False) if detail["loc"][-1:] != ("int",)]
        empty, details = _told_once(raw, empty, details)
        found = {_problem(model, raw, path, detail) for detail in details}
    else:
        found = set()
    found |= {_unfinished(raw, path, steps) for steps in empty}
    return (None, sorted(found)) if found else (record, [])


Steps = tuple[str | int, ...]


def empty_fields(raw: object, before: Steps = ()) -> Iterator[Steps]:
    """Where nothing stands behind a colon or a dash, however deep."""
    if isinstance(raw, Mapping | Listing):
        for step, value in raw.items() if isinstance(raw, Mapping) else enumerate(raw):
            if value is None:
                yield (*before, step)
            elif isinstance(value, Mapping | Listing):
                yield from empty_fields(value, (*before, step))


def _told_once(raw: Mapping, empty: list[Steps], details: list[Any]) -> tuple[list[Steps], list[Any]]:
    """Of an unknown field it is enough to say that it is unknown; of an empty one, that it is empty; of a record with
    an empty field, nothing that may come of it alone."""
    places = [(tuple(steps_in(raw, detail["loc"])), detail) for detail in details]
    unknown_ones = {steps for steps, detail in places if detail["type"] == "extra_forbidden"}
    left = [steps for steps in empty if steps not in unknown_ones]
    holders = {steps[:-1] for steps in left}
    told = [
        detail
        for steps, detail in places
        if detail["type"] == "extra_forbidden"
        or not (steps in left or (steps in holders and detail["type"] == "value_error"))
    ]
    return left, told


def _unfinished(raw: Mapping, path: str, steps: Steps) -> Problem:
    """One field with nothing behind it, at the line of its name."""
    holder = value_at(raw, steps[:-1])
    line, column = position_at(raw, steps, of_key=True)
    name = f"{steps[-1]}: " if isinstance(steps[-1], str) else ""
    beside = isinstance(holder, Mapping) and any(
        holder.position_of(key, itself=True)[0] == line for key in holder if key != steps[-1]
    )
    way_out = "leave the field out" if beside else "delete the line"
    message = f"{name}nothing is written here; write a value or {way_out}"
    return Problem(path, line, column, _subject(raw, steps), message)


def steps_in(raw: object, location: Iterable[object]) -> list[str | int]:
    """The part of a location that exists in the file: not a missing field, not names of union branches."""
    steps: list[str | int] = []
    for step in location:
        if isinstance(raw, Mapping) and isinstance(step, str):
            step = step if step in raw else step.removesuffix("_")  # from_ is written from
            if step not in raw:
                continue
            raw = raw[step]
        elif isinstance(raw, Listing) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        else:
            continue
        steps.append(step)
    return steps


def value_at(raw: object, location: Iterable[object]) -> object:
    """The value in the file that the location means."""
    for step in steps_in(raw, location):
        raw = raw[step]  # type: ignore[index]
    return raw


def position_at(raw: object, location: Iterable[object], *, of_key: bool = False) -> Position:
    """Line and column of a value (or its key) in the file, as near as can be told."""
    position = raw.position if isinstance(raw, Mapping | Listing) else (1, 1)
    for step in steps_in(raw, location):
        if isinstance(raw, Mapping) and isinstance(step, str):
            position = raw.position_of(step, itself=of_key)
        elif isinstance(raw, Listing) and isinstance(step, int):
            position = raw.position_of(step)
        raw = raw[step]  # type: ignore[index]
    return position


def _subject(raw: object, location: Iterable[object]) -> str:
    """The id of the nearest record around the location."""
    subject = ""
    for step in [None, *steps_in(raw, location)]:
        raw = raw if step is None else raw[step]  # type: ignore[index]
        if isinstance(raw, Mapping) and isinstance(raw.get("id"), str | int):
            subject = str(raw["id"])
    return subject


def _problem(model: type[BaseModel], raw: Mapping, path: str, detail: Any) -> Problem:
    location = detail["loc"]
    line, column = position_at(raw, location, of_key=detail["type"] == "extra_forbidden")
    return Problem(path, line, column, _subject(raw, location), _message(model, raw, detail))


def _message(model: type[BaseModel], raw: Mapping, detail: Any) -> str:
    kind, location, found = detail["type"], detail["loc"], detail["input"]
    if kind == "extra_forbidden":
        return _unknown_field(model, raw, location)
    if kind == "missing":
        return f'the field "{_written(location[-1])}" is missing; add it'
    steps = steps_in(raw, location)
    words = [step for step in steps if isinstance(step, str)]
    is_item = bool(steps) and isinstance(steps[-1], int) and isinstance(found, Mapping)
    what = f"{words[-1]}: " if words and not is_item else ""
    if kind == "value_error":
        return f"{what}{detail['ctx']['error']}"
    if kind == "literal_error":
        choice = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
        return unknown(f"value of {words[-1]}", found, choice, offer=12)
    return what + _in_our_words(kind, detail)


def _in_our_words(kind: str, detail: Any) -> str:
    found = detail["input"]
    if kind in ("tuple_type", "list_type"):
        return 'a list is expected here; begin each item with "- "'
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f'a record with fields (name: value) is expected here; found "{str(found)[:40]}"'
    if isinstance(found, dict | list) and kind != "too_short":
        return "one value is expected here, not a list or a record"
    if kind == "string_pattern_mismatch":
        return f'"{str(found)[:80]}" is not allowed; {_pattern(detail["ctx"]["pattern"])}'
    if kind == "string_too_short":
        return "nothing is written here; write a value or leave the field out"
    if kind == "string_too_long":
        return f"{len(str(found))} characters, at most {detail['ctx']['max_length']} are allowed; shorten it"
    if kind == "too_short":
        return "the list is empty; at least one is needed"
    if kind in ("float_parsing", "float_type", "finite_number"):
        return f'a number such as 29.5 is expected here; found "{str(found)[:40]}"'
    return f'{detail["msg"][0].lower()}{detail["msg"][1:]}; found "{str(found)[:40]}"'


def _pattern(pattern: str) -> str:
    if "{2,3}" in pattern:
        return "write a language code of two or three letters, such as en or ur"
    signs = "- _ + ." if "+." in pattern else "- _"
    return f"use lower-case letters, digits and {signs} only, and begin with a letter or digit"


def _written(field: object) -> str:
    return str(field).removesuffix("_")


def _unknown_field(model: type[BaseModel], raw: Mapping, location: Sequence[object]) -> str:
    key = str(location[-1])
    holder = value_at(raw, location[:-1])
    if isinstance(holder, Mapping) and THOUSANDS.match(key) and holder.get(key) is None:
        names = list(holder)
        before = names[max(0, names.index(key) - 1)]
        printed = f"{holder[before]},{key}"
        number = f"{holder[before]}{key}"
        return f'{before}: {printed} was read as two things; write {number} or quote it: "{printed}"'
    here = _model_at(model, location[:-1])
    if key in field_names(model) and key not in _own_names(here):
        return f'the field "{key}" does not belong to a {_noun(here)}; move it, or check the indentation'
    return unknown("field", key, _own_names(here))


def _noun(model: type[BaseModel]) -> str:
    return re.sub(r"(?<!^)([A-Z])", r" \1", model.__name__.removesuffix("File")).lower()


def _model_at(model: type[BaseModel], location: Iterable[object]) -> type[BaseModel]:
    """The record that a location lies in."""
    for step in location:
        for name, field in model.model_fields.items():
            if step in (name, field.alias) and (inner := _models_in(field.annotation, *field.metadata)):
                model = inner[0]
                break
    return model


def _own_names(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


@cache
def field_names(model: type[BaseModel]) -> frozenset[str]:
    """Every field name of the model and the records inside it."""
    names: set[str] = set()
    todo, seen = [model], set()
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        names |= _own_names(current)
        for field in current.model_fields.values():
            todo.extend(_models_in(field.annotation))
    return frozenset(names)


def _models_in(*annotations: Any) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            found.append(annotation)
        found += _models_in(*getattr(annotation, "__args__", ()))
    return found
