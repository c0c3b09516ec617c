"""What the address of the Timeline chooses: which phases stand side by side, and what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.finding_words import topic_name
from pages.parts.claims.account_lines import phase_rows
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.running_page import Frame
from queries.compare.question_ids import question_id
from queries.compare.questions import Question
from queries.side_by_side.first_screen import phase_story

MOST_TOPICS = 5


@dataclass(frozen=True)
class Topic:
    """`id` is that of its question, as addresses hold it."""

    id: str
    label: str
    question: Question


@dataclass(frozen=True)
class View:
    """The phases `shown`, in their order; the ids of those `between` them or around them that are not; the topics, the
    one chosen, and a sentence where the address means nothing."""

    shown: tuple[str, ...]
    between: tuple[str, ...]
    topics: tuple[Topic, ...]
    topic: Topic | None
    note: str = ""

    @property
    def is_both(self) -> bool:
        """Whether two phases stand side by side."""
        return len(self.shown) > 1


def chosen_view(frame: Frame, parameters: Mapping[str, str]) -> View:
    """The view that the reader's address means."""
    rows = answer(phase_rows, frame)
    dated = [phase for phase, row in rows.items() if row["zero"] is not None]
    is_one = parameters.get("view") == "one"
    shown = (frame.phase,) if is_one else beside(list(rows), dated, frame.phase)
    found = topics_of(frame, shown)
    wanted = parameters.get("topic")
    chosen = next((topic for topic in found if topic.id == wanted), found[0] if found else None)
    note = f"There is no topic “{wanted[:60]}” here; {chosen.label} is shown." if wanted and chosen else ""
    between = tuple(phase for phase in rows if phase not in shown)
    return View(shown, between, found, chosen, note if chosen and wanted != chosen.id else "")


def beside(known: Sequence[str], dated: Sequence[str], chosen: str) -> tuple[str, ...]:
    """The chosen phase with the one before it, or the one after it where it is the first; phases without a day zero
    stand beside none: around such a one, the two nearest that have one."""
    if chosen in dated:
        place = dated.index(chosen)
        return tuple(dated[max(0, place - 1) : max(0, place - 1) + 2])
    here = known.index(chosen)
    before = [phase for phase in dated if known.index(phase) < here][-1:]
    after = [phase for phase in dated if known.index(phase) > here][:1]
    return tuple(before + after) if before and after else (chosen,)


def topics_of(frame: Frame, shown: Sequence[str]) -> tuple[Topic, ...]:
    """The topics of the phases shown, those of the page's phase first; at most five."""
    found: dict[str, Topic] = {}
    for phase in sorted(reversed(shown), key=lambda phase: phase != frame.phase):
        story = answer(phase_story, frame, phase, frame.zone)
        for topic in story.topics:
            example, group = story.names[topic]
            name = question_id({**example, "by": topic.by})
            label = topic_name([example], group) + (f" in {story.account.place}" if story.account.place else "")
            others = [one.question.by for one in found.values() if one.label == label]
            if topic.by and any(by not in (None, topic.by) for by in others):
                doer = next(claim["by_name"] for claim in story.account.claims if claim["by"] == topic.by)
                label = f"{label}, by {doer}"
            asked = Question(phase, topic.family, topic.group, "", topic.by, story.account.place_key)
            found.setdefault(name, Topic(name, label, asked))
    attributed = {(one.question.family, one.question.group) for one in found.values() if one.question.by}
    # Where one phase names who did it and another leaves it open, the question that names them holds both.
    kept = [t for t in found.values() if t.question.by or (t.question.family, t.question.group) not in attributed]
    return tuple(kept)[:MOST_TOPICS]
