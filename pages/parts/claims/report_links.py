"""A report as links: the publisher's page, and the copy in a web archive beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from charts import words
from pages.parts.frame.markup import joined, outer_link


def report_links(row: Mapping[str, Any]) -> Markup:
    """`The Gazette · archived copy`; the name with the reason where the page is not linked. `row` has publisher, url,
    not_linked and archived."""
    url = row["url"] if words.given(row["url"]) else None
    reason = row["not_linked"] if words.given(row["not_linked"]) else None
    page = outer_link(row["publisher"], url, reason)
    copies = [outer_link("archived copy", row["archived"])] if words.given(row["archived"]) else []
    return joined([page, *copies], " · ")
