"""The first screen of the Overview: the finding, the count side by side, the verdict of the gate in each row."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from charts import words
from charts.finding_words import credit, owner, told
from charts.look import GREY, Mark, side_marks
from charts.overview.count_side_by_side import Row, count_side_by_side, scale_of
from charts.plain_figure import Figure
from charts.replay_frames import thinned, with_frames
from charts.side_figures import glyph
from pages.parts.claims.topic_rows import (
    drawn_rows,
    finding_of,
    name_of,
    parties_of,
    place_words,
    question_of_topic,
    rows_at,
    shown_sides,
    story_of,
)
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Cell, inner_link, joined, show, tag
from pages.parts.frame.picture import Picture, as_of_words, cited, draw_picture, heading_of, key_of_sides
from pages.parts.frame.running_page import Frame
from queries.frame.phases_and_sides import side_order
from queries.side_by_side.first_screen import TopicRow
from queries.side_by_side.phase_account import Claim

KEY = "count-side-by-side"


def draw_side_by_side(frame: Frame) -> str:
    """Heading, the figures as a list for narrow screens and as a picture for wide ones; gives the finding."""
    picture = kept(side_by_side_picture, frame)
    show(kept(first_words, frame), kept(narrow_rows, frame), of=KEY)
    figure = kept(side_by_side_figure, frame, theme_now())
    draw_picture(figure, picture, frame, alt=kept(alternative, frame), after=kept(ways_to_compare, frame))
    return picture.heading


def side_by_side_picture(frame: Frame) -> Picture:
    """What the picture says besides its marks."""
    story, rows = story_of(frame), rows_at(frame)
    heading = finding_of(story, rows[0])
    address = tuple((name, value) for name, value in frame.address.items() if value)
    source, links = source_of(frame, rows), cited(credited(frame, rows), frame.zone)
    return Picture(KEY, heading, subtitle(frame), source, "", address, "overview", links)


def source_of(frame: Frame, rows: tuple[TopicRow, ...]) -> str:
    """Claimant and day of each figure shown."""
    return credit(credited(frame, rows), frame.zone)


def credited(frame: Frame, rows: tuple[TopicRow, ...]) -> list[Claim]:
    """The figures shown, one for each statement."""
    claims = [claim for row in drawn_rows(story_of(frame), rows) for claim in row.leads.values()]
    return list({claim["statement"]: claim for claim in claims}.values())


def subtitle(frame: Frame) -> str:
    """What is drawn, in a line."""
    where = place_words(story_of(frame), frame.whole)
    return f"What each side had said by {as_of_words(frame)}, for {where}; the newest figure of each."


def first_words(frame: Frame) -> Markup:
    """The finding and the line under it, with the key of the marks."""
    picture = kept(side_by_side_picture, frame)
    story = story_of(frame)
    told = [story.rows[at] for at in story.account.moments]
    findings = [(finding_of(story, rows[0]), source_of(frame, rows)) for rows in told]
    return heading_of(picture, joined([picture.subtitle, " ", sides_key(frame)]), findings)


def sides_key(frame: Frame) -> Markup:
    """The marks of the sides that the pictures of this page use."""
    marks = marks_of_sides(frame)
    sides = shown_sides(story_of(frame))
    shown = {side["short"]: (glyph(marks[side["id"]]), marks[side["id"]].colour) for side in sides}
    return key_of_sides(shown)


def marks_of_sides(frame: Frame) -> dict[str | None, Mark]:
    """Colour and shape of each side that is shown."""
    every = side_marks(answer(side_order, frame))
    return {side["id"]: every[side["id"]] for side in shown_sides(story_of(frame))}


def side_by_side_figure(frame: Frame, theme: str | None) -> Figure:
    """The picture at the moment of the page, with those of all other moments for the replay."""
    story, marks = story_of(frame), marks_of_sides(frame)
    rows = {at: drawn_rows(story, told) for at, told in story.rows.items()}
    top = scale_of(claim for told in rows.values() for row in told for claim in row.leads.values())
    shown = count_side_by_side(rows[frame.at], marks, top, theme, frame.zone)
    moments = story.account.moments
    numbers = thinned(len(moments))
    frames = [count_side_by_side(rows[moments[number]], marks, top, theme, frame.zone) for number in numbers]
    return with_frames(shown, frames, numbers)


def alternative(frame: Frame) -> str:
    """The finding, then each row in words."""
    story = story_of(frame)
    rows = drawn_rows(story, rows_at(frame))
    return ". ".join([finding_of(story, rows_at(frame)[0]), *(row_words(row) for row in rows[1:])]) + "."


def row_words(row: Row) -> str:
    """`Crews killed: League 3, Council dozens; not comparable, …`."""
    said = ", ".join(f"{owner(claim)} {told(claim, row.group)}" for claim in row.leads.values())
    outcome = ", ".join(part for part in (row.verdict.short, row.verdict.why) if part)
    return f"{row.name}: {said or 'no figure'}; {outcome}"


def narrow_rows(frame: Frame) -> Markup:
    """The same rows for a phone: owner above, number large, the verdict as the way to Compare."""
    story, rows = story_of(frame), rows_at(frame)
    marks = marks_of_sides(frame)
    parts = []
    for row, drawn in zip(rows, drawn_rows(story, rows), strict=True):
        q = question_of_topic(story, row.topic)
        owners = [_owner(frame, party, drawn, marks) for party in parties_of(story)]
        others = [
            tag("span", f"{owner(claim)}: {told(claim, drawn.group)}", class_="cc-other")
            for side, claim in drawn.leads.items()
            if side not in drawn.parties
        ]
        outcome = ", ".join(part for part in (drawn.verdict.short, drawn.verdict.why) if part)
        parts.append(tag("section", joined([
            tag("h2", inner_link(drawn.name, "compare", q=q)),
            tag("div", joined(owners), class_="cc-owners"),
            *([tag("p", joined(others, "; "), class_="cc-others")] if others else []),
            tag("p", inner_link(joined([outcome, " ›"]), "compare", q=q), class_="cc-outcome"),
        ])))
    return tag("div", joined(parts), class_="cc-narrow")


def ways_to_compare(frame: Frame) -> Markup:
    """A link to each row's own question."""
    story, rows = story_of(frame), rows_at(frame)
    ways = [inner_link(name_of(story, row), "compare", q=question_of_topic(story, row.topic)) for row in rows]
    return tag("p", joined(["Compare in full: ", joined(ways, " · ")]), class_="cc-compare-ways")


def _owner(frame: Frame, party: Mapping, row: Row, marks: Mapping[str | None, Mark]) -> Markup:
    mark = marks.get(party["id"], Mark(GREY, "x"))
    sign = tag("span", glyph(mark), style=f"color:{mark.colour}", aria_hidden="true")
    claim = row.leads.get(party["id"])
    if claim is None:
        body: Cell = tag("span", "no figure in what was read", class_="cc-none")
        return tag("div", joined([tag("span", joined([sign, " ", party["short"]]), class_="cc-who"), body]))
    number = inner_link(told(claim, row.group), "sources", claim=claim["id"])
    return tag("div", joined([
        tag("span", joined([sign, " ", owner(claim)]), class_="cc-who"),
        tag("span", number, class_="cc-number"),
        tag("span", words.said(claim, frame.zone), class_="cc-day"),
    ]))
