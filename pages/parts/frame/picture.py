"""A picture on a page: the chart, its source line, the ways to take it along. Saved, it carries all its words
itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from charts import words
from charts.finding_words import credit_parts
from charts.plain_figure import Figure
from pages.parts.frame.address import Address
from pages.parts.frame.alone import drawing, figure_held_back
from pages.parts.frame.download import credit_line, file_name
from pages.parts.frame.markup import Cell, inner_link, joined, page_address, show, tag
from pages.parts.frame.running_page import Frame

CONFIG = {
    "displaylogo": False,
    # The bar stays hidden (style.css): its one button is what the buttons under a chart press.
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}


AROUND = 230  # pixels of heading, subtitle and source line around a chart that stands alone


@dataclass(frozen=True)
class Picture:
    """What a picture says besides its marks. `key` names it in addresses and files, `page` and `address` are where it
    stands, `source` is claimant and day of each figure, `cited` the same on the page, where each day leads to its
    claim, `view` is its rows' place under api/, where they have one."""

    key: str
    heading: str
    subtitle: str
    source: str
    page: str
    address: Address = ()
    view: str | None = None
    cited: Markup | None = None


def heading_of(picture: Picture, subtitle: Cell | None = None, findings: Sequence[tuple[str, str]] = ()) -> Markup:
    """The heading of a page's first picture: the finding, then one line on what is drawn and how. `findings`: the
    heading at each moment of the phase, for a replay."""
    parts = [
        tag("h1", picture.heading, class_="cc-heading"),
        tag("p", subtitle or picture.subtitle, class_="cc-subtitle"),
    ]
    told = json.dumps(list(findings)) if findings else None
    return tag("header", joined(parts), class_="cc-finding", data_findings=told)


def as_of_words(frame: Frame) -> str:
    """The moment of the page in words."""
    return words.moment(frame.as_of, frame.zone) if frame.as_of else "now"


def draw_picture(
    figure: Figure, picture: Picture, frame: Frame, *, alt: str, on_select: Any = "ignore", after: Markup | None = None,
    phone: Figure | None = None,
) -> Any:
    """The chart, then one quiet line under it. `alt` states the finding for readers who do not see the picture; `after`
    follows in the same message. `phone` is the same picture for narrow screens."""
    wanted = drawing(picture.key)
    if wanted is not None and not wanted.is_headed:
        show(heading_of(picture), of=picture.key)
    if phone is not None:
        draw_figure(phone, f"{picture.key}-phone", alt=alt)
    if wanted is None:
        chosen = draw_figure(figure, picture.key, alt=alt, on_select=on_select)
        height = int(figure["layout"]["height"])
        show(tools(picture, frame, height), *([after] if after else []))
        return chosen
    draw_figure(figure, picture.key, alt=alt)
    show(way_back(picture, frame), of=picture.key)
    wanted.is_drawn = True
    return st.stop()


def way_back(picture: Picture, frame: Frame) -> Markup:
    """Under a picture that stands alone in another site's page: its sources, the data version, the page it is from."""
    back = page_address(picture.page, dict(picture.address))
    source = joined([picture.source, ". ", credit_line(frame), " "])
    link = tag("a", f"{frame.snapshot.facts['title']} ›", href=back, target="_blank", rel="noopener")
    return tag("p", joined([tag("span", source, class_="cc-source"), link]), class_="cc-tools")


def draw_figure(figure: Figure, key: str, *, alt: str, on_select: Any = "ignore") -> Any:
    """The chart alone, such as the same picture for narrow screens."""
    if figure_held_back(key):
        return None
    return st.plotly_chart(
        _finished(figure), key=key, alt=alt, theme=None, width="stretch", config=CONFIG, on_select=on_select
    )


class _Finished(go.Figure):
    """A figure that nobody changes any more. Streamlit takes a dict too, but puts it through plotly's validators, which
    takes longer than all the rest of the page."""

    _whole: Figure

    def to_dict(self) -> Figure:
        return self._whole


def _finished(figure: Figure) -> go.Figure:
    done = _Finished.__new__(_Finished)  # without the template that __init__ copies
    done._whole = figure
    return done


def tools(picture: Picture, frame: Frame, height: int) -> Markup:
    """`BLA, 6 Feb 2026; … · data version`, then Image · Data · Link · Embed. `height` is the chart's, in pixels."""
    file = file_name(frame, picture.key, "")[:-1]
    saved = {
        "data_chart": picture.key,
        "data_file": file,
        "data_heading": picture.heading,
        "data_subtitle": f"{picture.subtitle} {frame.phase_name}.",
        "data_date": as_of_words(frame),
        "data_caption": picture.source,
        "data_credit": credit_line(frame),
    }
    address = page_address(picture.page, dict(picture.address))
    embedded = page_address(picture.page, {**dict(picture.address), "embed": "true", "show": picture.key})
    ways = [
        tag("button", "Image", type="button", data_picture="png", title="Save as PNG, 1200 pixels wide", **saved),
        tag("button", "SVG", type="button", data_picture="svg", title="Save as SVG", **saved),
        tag("a", "Data", href=page_address(f"api/{picture.view}.csv", dict(picture.address)), download="",
            class_="cc-api") if picture.view else Markup(""),
        tag("button", "Link", type="button", data_copy_address=address, title="Copy the address of this view"),
        tag("button", "Embed", type="button", data_copy_frame=embedded, data_height=str(height + AROUND),
            title="Copy an iframe of this picture"),
    ]
    taken = tag("span", joined([way for way in ways if way]), class_="cc-ways")
    return tag("div", joined([source_of_picture(picture, frame), taken]), class_="cc-tools")


def source_of_picture(picture: Picture, frame: Frame) -> Markup:
    """The source line: who said it and when, the dataset, its version."""
    version = f"{frame.snapshot.facts['title']}, data {frame.data_version}."
    return tag("span", joined([picture.cited or picture.source, ". ", version]), class_="cc-source")


def cited(claims: Sequence[Mapping[str, Any]], zone: str) -> Markup:
    """The source line with a link from each day to the first figure said on it."""
    parts = (
        joined([f"{name}, ", joined((inner_link(day, "sources", claim=claim["id"]) for day, claim in days), ", ")])
        for name, days in credit_parts(claims, zone)
    )
    return joined(parts, "; ")


def key_of_sides(sides: Mapping[str, tuple[str, str]]) -> Markup:
    """`● League  ■ Council`: glyph and colour of each side, by name."""
    keys = (
        joined([tag("span", glyph, style=f"color:{colour}", aria_hidden="true"), " ", name])
        for name, (glyph, colour) in sides.items()
    )
    return tag("span", joined((tag("span", key) for key in keys), " "), class_="cc-key")
