"""What every record of the data folder has in common."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from ledger.shapes.moments import read_moment

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]*$"
# Control characters (not tab and line end), invisible ones, and those that turn the direction of reading.
# Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) belong to correct Urdu and Hindi, and stay.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
NOT_STATED = "not stated"
TRUE_FALSE = ("true", "false", "True", "False", "TRUE", "FALSE")
FORMS = "a day (2026-01-31), a time with zone (2026-01-31 22:10+05:00) or a month (2026-02)"


class Record(BaseModel):
    """A frozen record; a key it does not know is an error, never ignored."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True
    )


def no_hidden_characters(text: str) -> str:
    """Refuse control and direction-override characters: what is quoted must be what is seen."""
    found = HIDDEN.search(text)
    if found:
        raise ValueError(f"hidden character U+{ord(found.group()):04X}; delete it")
    return text


def at_most_words(limit: int) -> AfterValidator:
    """A validator for short texts of our own; long ones tempt to copy a page's sentence."""

    def check(text: str) -> str:
        count = len(text.split())
        if count > limit:
            raise ValueError(f"{count} words, at most {limit} are allowed; shorten it")
        return text

    return AfterValidator(check)


def web_link(text: str) -> str:
    """Only http and https: any other scheme could run code in a reader's browser."""
    if not re.fullmatch(r"https?://[^\s<>\"'\\/?#][^\s<>\"'\\]*", text):
        must = "it must begin with http:// or https:// and hold no spaces or quotes"
        raise ValueError(f"not a web link; {must}")
    return no_hidden_characters(text)


def as_list(value: object) -> object:
    """One id may be written without brackets."""
    return [value] if isinstance(value, str | int) else value


def true_or_false(value: object) -> object:
    """`true` and `false` only: `yes` and `on` mean different things to different readers of YAML."""
    if isinstance(value, str):
        value = {word: word.lower() == "true" for word in TRUE_FALSE}.get(value)
    if isinstance(value, bool):
        return value
    raise ValueError("write true or false")


def moment_text(text: str) -> str:
    """A day, a time with zone or a month, kept as written."""
    read_moment(text)
    return text


def period_text(text: str) -> str:
    """A day, a time, a month, or the words for none."""
    return text if text == NOT_STATED else moment_text(text)


def _kind_of(value: object) -> str:
    return "(record)" if isinstance(value, dict | BaseModel) else "(text)"


# For a field that holds one value or a record: only the kind that was meant is complained about.
RECORD, TEXT, EITHER = Tag("(record)"), Tag("(text)"), Discriminator(_kind_of)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=120)]
ClaimId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_+.-]*$", max_length=300)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(no_hidden_characters)]
Link = Annotated[str, StringConstraints(max_length=2000), AfterValidator(web_link)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=Id | tuple[Id, ...])]
SomeIds = Annotated[
    tuple[Id, ...],
    Field(min_length=1),
    BeforeValidator(as_list, json_schema_input_type=Id | Annotated[tuple[Id, ...], Field(min_length=1)]),
]
ClaimIds = Annotated[
    tuple[ClaimId, ...], BeforeValidator(as_list, json_schema_input_type=ClaimId | tuple[ClaimId, ...])
]
Flag = Annotated[bool, BeforeValidator(true_or_false, json_schema_input_type=bool)]
When = Annotated[str, AfterValidator(moment_text)]
Number = Annotated[float, Field(allow_inf_nan=False)]
