"""What every record of the data folder has in common."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]*$"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class Record(BaseModel):
    """A frozen record; a key it does not know is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True)


def no_hidden_characters(text: str) -> str:
    """Refuse control and direction-override characters: what is quoted must be what is seen."""
    found = CONTROL.search(text)
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
    if not re.match(r"^https?://[^\s<>\"'\\]+$", text):
        raise ValueError("not a web link; it must begin with http:// or https:// and hold no spaces or quotes")
    return text


def as_list(value: object) -> object:
    """One id may be written without brackets."""
    return [value] if isinstance(value, str) else value


Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=120),
    Field(description="lower-case letters, digits, - and _"),
]
ClaimId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_+.-]*$", max_length=300)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(no_hidden_characters)]
Link = Annotated[str, StringConstraints(max_length=2000), AfterValidator(web_link)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list)]
ClaimIds = Annotated[tuple[ClaimId, ...], BeforeValidator(as_list)]
