"""A phase's topics at the moment of the page: rows for the pictures, the finding in words, links to Compare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from charts.finding_words import Verdict, finding, silence, topic_name, verdict
from charts.overview.count_side_by_side import Row
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.running_page import Frame
from queries.compare.question_ids import question_id
from queries.side_by_side.first_screen import PhaseStory, TopicRow, phase_story
from queries.side_by_side.standing_figures import Topic

ONE_SIDE = "one side only"
NO_PARTY = "no party has spoken"
NOBODY_YET = "nobody yet"


def story_of(frame: Frame) -> PhaseStory:
    """The phase's topics at all its moments, worked out once for the store."""
    return answer(phase_story, frame, frame.phase, frame.zone)


def rows_at(frame: Frame) -> tuple[TopicRow, ...]:
    """The topics at the moment of the page."""
    return story_of(frame).rows[frame.at]


def parties_of(story: PhaseStory) -> list[Mapping[str, Any]]:
    """The parties, in the one order of sides."""
    return story.account.parties


def finding_of(story: PhaseStory, row: TopicRow) -> str:
    """`State forces killed: League said more than 20, Council said 4`."""
    leads = {side: claim for side, claim in row.leads.items() if side is not None}
    where = f" in {story.account.place}" if story.account.place else ""
    return finding(f"{name_of(story, row)}{where}", leads, parties_of(story), row.topic.group)


def name_of(story: PhaseStory, row: TopicRow) -> str:
    """`State forces killed`."""
    example, group = story.names[row.topic]
    return topic_name([example], group)


def verdict_of(story: PhaseStory, row: TopicRow) -> Verdict:
    """What the gate says of the parties' leading figures; where there are not two, who is silent."""
    parties = parties_of(story)
    spoken = [row.leads[party["id"]] for party in parties if party["id"] in row.leads]
    silent = [str(party["name"]) for party in parties if party["id"] not in row.leads]
    if row.pair is not None and len(spoken) > 1:
        return verdict(row.pair, spoken[0], spoken[1])
    if not row.leads:
        return Verdict(None, NOBODY_YET, "no figure by then in what was read")
    if not spoken and len(silent) > 1:
        return Verdict(None, NO_PARTY, silence(silent, spoken=False))
    return Verdict(None, ONE_SIDE, silence(silent) if silent else "")


def drawn_rows(story: PhaseStory, rows: tuple[TopicRow, ...]) -> list[Row]:
    """The rows as the picture wants them."""
    parties = [party["id"] for party in parties_of(story)]
    shown = {side["id"] for side in shown_sides(story)}
    return [
        Row(name_of(story, row), about(story, row), row.topic.group,
            {side: claim for side, claim in row.leads.items() if side in shown}, parties, verdict_of(story, row))
        for row in rows
    ]


def shown_sides(story: PhaseStory) -> list[Mapping[str, Any]]:
    """Parties and third parties: tallies sum and repeat what these say, and are no further voices (design.md §5.8)."""
    return [side for side in story.account.sides if side["role"] != "tally"]


def about(story: PhaseStory, row: TopicRow) -> str:
    """By whom, as these claimants attribute it, where any of them does."""
    doers = {claim["by"]: claim["by_name"] for claim in story.account.claims if claim["by"]}
    return f"attributed to {doers[row.topic.by]}" if row.topic.by in doers else ""


def question_of_topic(story: PhaseStory, topic: Topic) -> str:
    """The topic's question as the address of Compare holds it."""
    example, _ = story.names[topic]
    return question_id({**example, "by": topic.by})


def place_words(story: PhaseStory, whole: str) -> str:
    """What the topics are about, in a subtitle: the whole, as the dataset names it, or the place that stands for it."""
    return story.account.place or whole
