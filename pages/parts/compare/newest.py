"""Compare's first screen: what stands at the moment on one question, side by side, and the pair that is quoted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts import words
from charts.compare.newest_figures import newest_figures
from charts.finding_words import credit, finding, topic_name
from charts.look import side_marks
from charts.plain_figure import Figure
from pages.parts.claims.question_choice import Chosen
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.picture import Picture, as_of_words, cited
from pages.parts.frame.running_page import Frame
from queries.ask_store import Store, ask_rows
from queries.compare.questions import Question, question_pairs
from queries.frame.phases_and_sides import side_order
from queries.side_by_side.phase_account import Claim, gate_of
from queries.side_by_side.standing_figures import Standing, sides_of

KEY = "newest-figures"


@dataclass(frozen=True)
class Newest:
    """The current claims of a question by side, and the two figures that are quoted: of each party that has spoken the
    one that stands for it, or the one that the address names; of others only where no party has spoken. `pair` is the
    gate's row of the first two, `silent` the parties without a figure."""

    sides: tuple[Standing, ...]
    quoted: tuple[Claim, ...]
    silent: tuple[str, ...]
    pair: Mapping[str, Any] | None

    @property
    def claims(self) -> list[Claim]:
        """All of them, sides in order."""
        return [claim for own in self.sides for claim in own.claims]


def question_rows(store: Store, question: Question, t: Any) -> list[dict[str, Any]]:
    """One row is a claim on the question at T, as in queries/compare/question_claims.sql."""
    return ask_rows(store, "compare/question_claims", **question.values(t))


def newest_of(frame: Frame, question: Question, asked: tuple[str, ...] = ()) -> Newest:
    """What stands on the question at the moment of the page; `asked` are claim ids the address wants quoted."""
    rows = answer(question_rows, frame, question, frame.at)
    sides = answer(side_order, frame).to_dict("records")
    told = sides_of(rows, [side["id"] for side in sides], frame.zone)
    parties = {side["id"]: side["name"] for side in sides if side["role"] == "party"}
    speaking = [own for own in told if own.side in parties] or told
    quoted = tuple(next((c for c in own.claims if c["id"] in asked), own.lead) for own in speaking)
    silent = tuple(name for side, name in parties.items() if side not in {own.side for own in told})
    return Newest(tuple(told), quoted, silent, _gate(frame, question, quoted) if len(quoted) > 1 else None)


def _gate(frame: Frame, question: Question, quoted: tuple[Claim, ...]) -> Mapping[str, Any]:
    """The gate's row of the first two, which the page has among those of all pairs but where neither side speaks of
    this very group."""
    wanted = (quoted[0]["id"], quoted[1]["id"])
    among = (pair for pair in answer(question_pairs, frame, question, frame.at) if (pair["a"], pair["b"]) == wanted)
    return next(among, None) or gate_of(frame.store, [wanted])[wanted]


def heading_text(frame: Frame, chosen: Chosen, newest: Newest) -> str:
    """`State forces killed: League said more than 20, Council said 4`."""
    topic = topic_of(chosen.row)
    parties = [side for side in answer(side_order, frame).to_dict("records") if side["role"] == "party"]
    leads = {claim["side"]: claim for claim in newest.quoted if claim["side"] is not None}
    if not leads and newest.quoted:
        leads = {str(number): claim for number, claim in enumerate(newest.quoted)}
    return finding(topic, leads, parties, chosen.question.group)


def topic_of(row: Mapping[str, Any]) -> str:
    """`State forces killed`, `State forces, women killed in Harbour`: who, where they are told apart, what is counted,
    and the place where it is not the whole."""
    who = ", ".join(str(part) for part in (row["group_name"], row["who_names"]) if isinstance(part, str) and part)
    place = "" if row["place_key"] == "operation" else f" in {row['place_names']}"
    return f"{topic_name([row], who or None)}{place}"


def newest_picture(frame: Frame, chosen: Chosen, asked: tuple[str, ...]) -> Picture:
    """What the picture says besides its marks."""
    newest = kept(newest_of, frame, chosen.question, asked)
    shown = [claim for own in newest.sides for claim in own.claims[:2]]
    address = {**{k: v for k, v in frame.address.items() if v}, "q": chosen.id}
    return Picture(KEY, heading_text(frame, chosen, newest), subtitle(frame, chosen), credit(shown, frame.zone),
                   "compare", tuple(sorted(address.items())), "compare", cited(shown, frame.zone))


def subtitle(frame: Frame, chosen: Chosen) -> str:
    """What is drawn, in a line."""
    by = chosen.row["by_name"]
    doer = f", attributed to {by} or to nobody" if isinstance(by, str) else ""
    place = words.sentence_case(str(chosen.row["place_names"]))
    return f"{place}{doer}; the newest figures of each side by {as_of_words(frame)}."


def newest_figure(frame: Frame, question: Question, theme: str | None) -> Figure:
    """The picture itself."""
    newest = kept(newest_of, frame, question, ())
    sides = [(own.side, own.claims) for own in newest.sides]
    return newest_figures(sides, side_marks(answer(side_order, frame)), question.group, theme, frame.zone)
