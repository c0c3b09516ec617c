"""From a raw record to a checked one, with pydantic's findings in the words of the one message shape."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ledger.loader import Listing, Mapping, Position
from ledger.problems import Problem, unknown

R = TypeVar("R", bound=BaseModel)
THOUSANDS = re.compile(r"^\d{3}$")
NAMED = {"from_": "from"}


def check_record(model: type[R], raw: object, path: str) -> tuple[R | None, list[Problem]]:
    """The record, or None and everything that is wrong with it."""
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        found = {_problem(model, raw, path, detail) for detail in _telling(error, raw)}
        return None, sorted(found)


def _telling(error: ValidationError, raw: object) -> Iterable[dict[str, Any]]:
    """Leave out what pydantic says of the branch of a union that was plainly not meant."""
    for detail in error.errors(include_url=False, include_context=True):
        value = value_at(raw, detail["loc"])
        tagged = len(_steps(raw, detail["loc"])) < len([s for s in detail["loc"] if s not in NAMED])
        if tagged and detail["type"] == "string_type" and isinstance(value, dict):
            continue
        if tagged and detail["type"] in ("model_type", "model_attributes_type") and not isinstance(value, dict):
            continue
        yield detail


def _steps(raw: object, location: Iterable[object]) -> list[object]:
    """The part of pydantic's location that exists in the file: names of union branches are skipped."""
    steps: list[object] = []
    for step in location:
        if isinstance(raw, Mapping) and step in raw:
            raw = raw[step]  # type: ignore[index]
        elif isinstance(raw, Listing) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        else:
            continue
        steps.append(step)
    return steps


def value_at(raw: object, location: Iterable[object]) -> object:
    """The value in the file that the location means."""
    for step in _steps(raw, location):
        raw = raw[step]  # type: ignore[index]
    return raw


def position_at(raw: object, location: Iterable[object], *, of_key: bool = False) -> Position:
    """Line and column of a value (or its key) in the file, as near as can be told."""
    position = raw.position if isinstance(raw, Mapping | Listing) else (1, 1)
    for step in _steps(raw, location):
        if isinstance(raw, Mapping):
            position = raw.at[step][0 if of_key else 1]  # type: ignore[index]
        elif isinstance(raw, Listing):
            position = raw.at[step]  # type: ignore[call-overload]
        raw = raw[step]  # type: ignore[index]
    return position


def subject_of(raw: object, location: Iterable[object] = ()) -> str:
    """The id of the nearest record around the location."""
    subject = ""
    for step in [None, *_steps(raw, location)]:
        if step is not None:
            raw = raw[step]  # type: ignore[index]
        if isinstance(raw, dict) and isinstance(raw.get("id"), str):
            subject = raw["id"]
    return subject


def _problem(model: type[BaseModel], raw: object, path: str, detail: dict[str, Any]) -> Problem:
    location = detail["loc"]
    line, column = position_at(raw, location, of_key=detail["type"] == "extra_forbidden")
    return Problem(path, line, column, subject_of(raw, location), _message(model, raw, detail))


def _message(model: type[BaseModel], raw: object, detail: dict[str, Any]) -> str:
    kind, location = detail["type"], detail["loc"]
    field = _field(location)
    if kind == "missing":
        return f'the field "{field}" is missing; add it'
    if kind == "extra_forbidden":
        return _unknown_field(model, raw, location)
    if kind == "value_error":
        text = str(detail["ctx"]["error"])
        return f"{field}: {text}" if field else text
    if kind == "literal_error":
        choice = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
        return unknown(f"value of {field}", detail["input"], choice, offer=12)
    if kind == "string_pattern_mismatch":
        return f'{field}: "{detail["input"]}" is not allowed; use lower-case letters, digits, - and _'
    if isinstance(detail["input"], dict | list) and kind in ("string_type", "int_type"):
        return f"{field}: one value is expected here, not a list or a record"
    shown = detail["input"] if isinstance(detail["input"], str | int) else type(detail["input"]).__name__
    return f'{field}: {detail["msg"][0].lower()}{detail["msg"][1:]}; found "{str(shown)[:80]}"'


def _field(location: Iterable[object]) -> str:
    words = [str(step) for step in location if isinstance(step, str) and re.match(r"^[a-z_]+$", step)]
    return NAMED.get(words[-1], words[-1]) if words else ""


def _unknown_field(model: type[BaseModel], raw: object, location: tuple[object, ...]) -> str:
    key = str(location[-1])
    holder = value_at(raw, location[:-1])
    if isinstance(holder, dict) and THOUSANDS.match(key) and holder.get(key) is None:
        names = list(holder)
        before = names[names.index(location[-1]) - 1]
        whole = f"{holder[before]}{key}"
        return f'{before}: {holder[before]},{key} was read as two things; write {whole} or quote it: "{holder[before]},{key}"'
    return unknown("field", key, field_names(model))


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
        for name, field in current.model_fields.items():
            names.add(field.alias or name)
            todo.extend(_models_in(field.annotation))
    return frozenset(names)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models_in(inner)]
