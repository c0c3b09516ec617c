"""What each page shows first, made by the functions that draw it: the same heading, figures, verdict and source
line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from charts import words
from pages.parts.checks.counts import checks_heading, first_counts
from pages.parts.cities.chosen_place import place_card
from pages.parts.cities.matrix import matrix
from pages.parts.cities.place_choice import chosen_place
from pages.parts.cities.who_named import NO_PLACE, cities_picture, subtitle_with_key
from pages.parts.claims.places_named import places_of, told_at
from pages.parts.claims.question_choice import Chosen, chosen_question
from pages.parts.claims.topic_rows import question_of_topic, story_of
from pages.parts.compare.newest import newest_of, newest_picture
from pages.parts.compare.question_chips import chips
from pages.parts.compare.verdict_card import verdict_card
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import joined, tag
from pages.parts.frame.nothing_yet import no_figure_yet
from pages.parts.frame.page_names import FIRST
from pages.parts.frame.phase_and_moment import choice_of
from pages.parts.frame.picture import Picture, heading_of, source_of_picture
from pages.parts.frame.running_page import Frame
from pages.parts.method.worked_example import example_title
from pages.parts.method.worked_example import first_words as method_words
from pages.parts.overview.no_figure import no_figure, no_figure_title
from pages.parts.overview.side_by_side import first_words as overview_words
from pages.parts.overview.side_by_side import narrow_rows, side_by_side_picture
from pages.parts.public.figures_told import figures_told
from pages.parts.public.finding import finding_of, question_at
from pages.parts.sources.filters import wanted_at
from pages.parts.sources.heading import sources_heading
from pages.parts.sources.one_claim import claim_title, first_facts
from pages.parts.timeline import choice as timeline_choice
from pages.parts.timeline import count_picture as timeline
from pages.parts.try_statement.text import TRY_TITLE
from pages.parts.try_statement.text import first_words as try_words
from queries.compare.question_ids import question_id
from queries.sources.claims_and_reports import claim_by_id


@dataclass(frozen=True)
class Shown:
    """What one page shows first: its heading, its HTML, the question that previews and card are about, and what of the
    address belongs to the page, in ids. `is_there` is False where the address names something that the data do not
    have: the page says so and shows another, a preview must not."""

    heading: str
    body: tuple[Markup, ...] = ()
    chosen: Chosen | None = None
    ids: Mapping[str, str | None] = field(default_factory=dict)
    is_there: bool = True
    frame: Frame | None = None  # where it is another than the address's: that of a claim


def _overview(frame: Frame, asked: Mapping[str, str]) -> Shown:
    story = story_of(frame)
    if not story.topics:
        return Shown(no_figure_title(frame), (no_figure(frame),))
    picture = kept(side_by_side_picture, frame)
    body = kept(overview_words, frame), kept(narrow_rows, frame), source_of_picture(picture, frame)
    return Shown(picture.heading, body, chosen_question(frame, {"q": question_of_topic(story, story.topics[0])}))


def _compare(frame: Frame, asked: Mapping[str, str]) -> Shown:
    chosen = chosen_question(frame, asked)
    if chosen is None:
        return _bare(no_figure_yet(frame))
    quoted = tuple(asked[name] for name in ("a", "b") if name in asked)
    newest, picture = kept(newest_of, frame, chosen.question, quoted), newest_picture(frame, chosen, quoted)
    address = {**{name: value for name, value in frame.address.items() if value}, "q": chosen.id}
    told = [claim for own in newest.sides for claim in own.claims[:2]]
    body = [_together(heading_of(picture), chips(frame, chosen), *_note(chosen.note))]
    if told:
        first = tag("div", figures_told(frame, told, chosen.question.group))
        card = verdict_card(frame, chosen.question, newest, asked.get("gate") == "open", address)
        body += [tag("div", joined([first, card]), class_="sight-columns"), source_of_picture(picture, frame)]
    named = {"q": chosen.id if "q" in asked or "question" in asked else None}
    return Shown(picture.heading, tuple(body), chosen, named, not chosen.note)


def _cities(frame: Frame, asked: Mapping[str, str]) -> Shown:
    if not any(row["spoken_in"] for row in places_of(frame).places.values()):
        return _bare(NO_PLACE.format(frame.phase_name))
    choice = chosen_place(frame, asked, told_at(frame))
    picture = cities_picture(frame, choice)
    has_places = bool(told_at(frame).cities)
    line = kept(subtitle_with_key, frame) if has_places else f"{frame.phase_name}."
    body = [_together(heading_of(picture, line), *_note(choice.note))]
    if has_places:
        body.append(kept(matrix, frame, choice.key, choice.order, False))
    if choice.key is not None:
        body.append(kept(place_card, frame, choice.key))
    body.append(source_of_picture(picture, frame))
    chosen = question_at(frame, choice.key) if choice.is_asked and choice.key else None
    named = {"place": choice.key if choice.is_asked else None}
    return Shown(picture.heading, tuple(body), chosen, named, not choice.note)


def _timeline(frame: Frame, asked: Mapping[str, str]) -> Shown:
    view = timeline_choice.chosen_view(frame, asked)
    if view.topic is None:
        return _bare(no_figure_yet(frame))
    picture: Picture = kept(timeline.count_picture, frame, view, view.topic)
    body = [_together(kept(timeline.first_words, frame, view, view.topic), timeline.chips(frame, view, view.topic))]
    for panel in kept(timeline.speaking, frame, view, view.topic):
        told = sorted(panel.leads.values(), key=lambda claim: claim["side_position"])
        figures = figures_told(frame, told, view.topic.question.group)
        body.append(joined([tag("h2", panel.title, class_="section"), figures]))
    body.append(source_of_picture(picture, frame))
    named = {"topic": view.topic.id if "topic" in asked else None}
    return Shown(picture.heading, tuple(body), chosen_question(frame, {"q": view.topic.id}), named, not view.note)


def _checks(frame: Frame, asked: Mapping[str, str]) -> Shown:
    return Shown(checks_heading(frame), (kept(first_counts, frame),))


def _sources(frame: Frame, asked: Mapping[str, str]) -> Shown:
    claim = asked.get("claim")
    if not claim:
        return _bare(sources_heading(frame, wanted_at(frame, asked)))
    title, found = kept(claim_title, frame, claim), answer(claim_by_id, frame, claim)
    if found.empty:
        return Shown(title, (tag("h1", title, class_="cc-heading"),), is_there=False)
    row = found.iloc[0]
    own = choice_of(frame.snapshot, {"phase": row["phase"]}).frame
    countable = row["metric_value"] in ("count", "share") and not words.given(row["site"])
    chosen = chosen_question(own, {"q": question_id(row)}) if countable else None
    answered = finding_of(own, chosen) if chosen and not chosen.note else None
    others = [tag("p", answered.heading, class_="lead")] if answered else []  # never one side alone
    return Shown(title, (first_facts(frame, row), *others), chosen, {"claim": row["id"]}, frame=own)


def _method(frame: Frame, asked: Mapping[str, str]) -> Shown:
    return Shown(example_title(frame), (kept(method_words, frame),))


def _try(frame: Frame, asked: Mapping[str, str]) -> Shown:
    return Shown(TRY_TITLE, tuple(try_words(frame)))


SCREENS: dict[str, Callable[[Frame, Mapping[str, str]], Shown]] = {
    FIRST: _overview,
    "compare": _compare,
    "cities": _cities,
    "timeline": _timeline,
    "checks": _checks,
    "sources": _sources,
    "method": _method,
    "try": _try,
}


def _bare(heading: str) -> Shown:
    return Shown(heading, (tag("h1", heading, class_="cc-heading"),))


def _together(*parts: Markup) -> Markup:
    """What the page shows as one message."""
    return tag("div", joined(parts), class_="stack")


def _note(note: str | None) -> list[Markup]:
    return [tag("p", note, class_="cc-note", role="status")] if note else []
