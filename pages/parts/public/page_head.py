"""The head of a page as it is sent: title, description, the tags of previews, its card, its one address."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup, escape

from ledger.exports.export_columns import COLUMNS
from pages.parts.frame.page_names import FIRST, PAGES
from pages.parts.public.finding import Finding
from pages.parts.public.first_screen import Screen
from pages.parts.public.own_address import written

LONGEST = 300
NONE_VERIFIED = "As reported, none verified here."


def head_of(screen: Screen, asked: Mapping[str, str], base: str) -> Markup:
    """Everything for the head of a page at an address; `asked` is what of the address counts, in ids."""
    facts = screen.view.snapshot.facts
    own = written(base, "" if screen.page == FIRST else screen.page, asked)
    shown = {name: value for name, value in asked.items() if name != "claim"}
    about = {"phase": screen.view.phase, "q": screen.view.q} if "claim" in asked else shown
    heading = screen.heading if screen.heading not in PAGES.values() else f"{screen.heading}: {facts['title']}"
    tags = title_and_tags(heading, description(screen), facts["title"])
    tags += [
        Markup('<link rel="canonical" href="{}">').format(own),
        _property("og:url", own),
        _property("og:image", written(base, "card.png", about)),
        _property("og:image:width", "1200"),
        _property("og:image:height", "630"),
        _property("og:image:alt", heading),
        _name("twitter:image", written(base, "card.png", about)),
        _name("twitter:image:alt", heading),
        Markup('<link rel="alternate" type="application/atom+xml" title="{}" href="{}">').format(
            facts["title"], written(base, "feed.xml", {})
        ),
    ]
    if screen.page == FIRST:
        tags.append(dataset(facts, base))
    return Markup("\n    ").join(tags)


def title_and_tags(heading: str, text: str, dataset_title: str) -> list[Markup]:
    """What a page has at any address."""
    return [
        Markup("<title>{}</title>").format(heading),
        _name("description", text),
        _property("og:type", "website"),
        _property("og:site_name", dataset_title),
        _property("og:title", heading),
        _property("og:description", text),
        _name("twitter:card", "summary_large_image"),
        _name("twitter:title", heading),
        _name("twitter:description", text),
    ]


def description(screen: Screen) -> str:
    """The figures with their days and the verdict, or what the dataset is."""
    if not screen.topics:
        text = f"{screen.view.snapshot.facts['summary']} {NONE_VERIFIED}"
        return text if len(text) <= LONGEST else f"{text[: text.rfind(' ', 0, LONGEST)]} …"
    return f"{told(screen.topics[0].finding)} {NONE_VERIFIED}"


def told(finding: Finding) -> str:
    """`League command: more than 25 (said 24 Sep 1931). Upland office: 4 (said 21 Sep 1931). Not comparable, other
    periods.`"""
    figures = [f"{figure.claimant}: {figure.value} (said {figure.said})." for figure in finding.figures]
    silent = [f"No figure from {side} in what was read." for side in finding.silent]
    outcome = ", ".join(part for part in (finding.verdict, finding.reasons) if part)
    return " ".join([*figures, *silent, *([f"{outcome}."] if outcome else [])])


def dataset(facts: Mapping[str, str], base: str) -> Markup:
    """The dataset as schema.org describes one, for search engines of data. Never a ClaimReview: there is no verdict."""
    kinds = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
    described = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": facts["title"],
        "description": f"{facts['summary']} {facts['read_note']} {NONE_VERIFIED}",
        "url": f"{base}/",
        "version": facts["data_version"],
        "license": facts["licence"],
        "isAccessibleForFree": True,
        "distribution": [
            _download(table, media, f"{base}/api/{table}.{kind}")
            for table in COLUMNS
            for kind, media in kinds.items()
        ],
    }
    # In a script nothing is escaped but what could end it.
    text = json.dumps(described, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup('<script type="application/ld+json">') + Markup(text) + Markup("</script>")


def _download(table: str, media: str, address: str) -> dict[str, str]:
    return {"@type": "DataDownload", "name": table, "encodingFormat": media, "contentUrl": address}


def _name(name: str, content: str) -> Markup:
    return Markup('<meta name="{}" content="{}">').format(name, escape(content))


def _property(name: str, content: str) -> Markup:
    return Markup('<meta property="{}" content="{}">').format(name, escape(content))
