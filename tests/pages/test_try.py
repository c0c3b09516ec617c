"""Try your YAML: checked with the same messages, shown as it would appear, and nothing changed."""

import pytest

from ledger.checks.load_dataset import load_dataset
from ledger.checks.try_statement import try_text
from ledger.store.build_store import in_memory
from ledger.store.live_snapshot import Live
from ledger.yaml.write_statement import new_id, write_records
from queries.try_statement.try_statement import try_claims, try_ids
from tests.support.conflicts import other_conflict

LATER = """\
- id: league-1931-09-23
  claimant: league-command
  said: 1931-09-23
  covers: {from: 1931-09-20, to: 1931-09-22}
  reports: [handbill]
  claims:
    - {metric: killed, of: wardens, by: crews, figure: more than 25}
    - {metric: outcome, says: the quay was held}
"""
WITH_REPORT = f"""\
reports:
  - {{id: leaflet, publisher: A leaflet, not_linked: paper only, read: full}}
statements:
{"".join("  " + line for line in LATER.replace("handbill", "leaflet").splitlines(keepends=True))}"""


@pytest.fixture
def folder(tmp_path):
    return other_conflict(tmp_path / "data")


def messages(folder, text: str) -> list[str]:
    return [str(problem) for problem in try_text(folder, "spring", text).problems]


def test_a_good_statement_has_no_problems_and_changes_nothing(folder):
    before = load_dataset(folder)
    trial = try_text(folder, "spring", LATER)
    assert (trial.problems, trial.statements, trial.replaced) == ((), ("league-1931-09-23",), ())
    assert trial.is_shown
    assert len(trial.data.claims) == len(before.claims) + 2
    assert load_dataset(folder).version == before.version
    assert trial.data.version.startswith("draft-")


def test_a_statement_may_bring_its_report(folder):
    assert messages(folder, WITH_REPORT) == []
    assert try_text(folder, "spring", WITH_REPORT).is_shown


def test_a_single_statement_needs_no_list(folder):
    single = "".join(line[2:] for line in LATER.splitlines(keepends=True))
    assert try_text(folder, "spring", single).statements == ("league-1931-09-23",)


def test_the_messages_are_those_of_the_folder_with_line_and_column_of_the_text(folder):
    assert messages(folder, LATER.replace("league-command", "leage-command").replace("crews", "crew")) == [
        'your text:2:13  league-1931-09-23: unknown claimant "leage-command"; did you mean "league-command"?',
        'your text:7:41  league-1931-09-23.killed.wardens.crew: unknown group or side "crew"; '
        'did you mean "crews"?',
    ]
    assert messages(folder, LATER.replace("more than 25", "1,500")) == [
        "your text:7:58  league-1931-09-23: figure: 1,500 was read as two things; write 1500 or quote it: "
        '"1,500"'
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("just words", "your text:1:1  a list of statements is expected; begin each with '- id: …'"),
        ("- 1", "your text:1:3  a record with fields (name: value) is expected here"),
        ("statments: []", 'your text:1:1  unknown part "statments"; did you mean "statements"?'),
        ("- &a {}", "your text:1:3  anchors (&a) are not read; write the value out where it is needed"),
    ],
)
def test_what_is_no_statement_is_refused_in_words(folder, text, message):
    assert messages(folder, text) == [message]
    assert not try_text(folder, "spring", text).is_shown


def test_a_statement_of_an_id_that_is_there_takes_its_place(folder):
    text = LATER.replace("league-1931-09-23", "league-1931-09-22")
    trial = try_text(folder, "spring", text)
    assert trial.replaced == ("data/statements/spring/league.yaml:12",)
    assert trial.is_shown
    assert len(trial.data.claims) == len(load_dataset(folder).claims)


def test_a_broken_folder_is_not_blamed_on_the_text(folder):
    (folder / "statements/spring/upland.yaml").write_text("- id: [\n")
    trial = try_text(folder, "spring", LATER)
    assert trial.problems == ()
    assert not trial.is_shown


def test_a_tried_claim_says_which_one_it_takes_the_place_of(folder):
    trial = try_text(folder, "spring", LATER)
    claims = try_claims(in_memory(trial.data), trial.statements)
    assert claims[["id", "before"]].fillna("").values.tolist() == [
        ["league-1931-09-23.killed.wardens.crews", "league-1931-09-22.killed.wardens.crews"],
        ["league-1931-09-23.outcome", ""],
    ]


def test_the_ids_offered_are_all_that_there_are(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "store"))
    rows = try_ids(Live(folder, watch=False).snapshot.connection)
    found = {kind: list(ids) for kind, ids in rows.groupby("kind")["id"]}
    assert found["place"] == ["north-quay", "orrin", "saltmarket"]
    assert found["doer"] == ["everyone", "crews", "wardens", "islanders", "ferrymen", "league", "observers", "upland"]
    assert rows[rows["kind"] == "claimant"].set_index("id")["side"]["rumour"] == "unattributed"
    assert set(found["report"]) == {"gazette-1931-09-21", "gazette-1931-09-22", "handbill", "gazette-1932-03-06"}


def test_the_yaml_written_reads_as_an_editor_would_write_it():
    record = {
        "id": "a-1931-09-21",
        "claimant": "a",
        "said": "1931-09-21",
        "covers": {"from": "1931-09-20", "to": "", "inferred": True},
        "reports": ["r"],
        "claims": [
            {"metric": "killed", "of": "crews", "figure": " 12 ", "place": None, "note": "No: not so"},
            {"figure": "at least 3", "metric": "killed", "counting": "period", "as_stated": "no"},
            {"how": "denies", "answers": "b.killed", "says": "not so", "basis": None, "withdraws": ""},
        ],
    }
    assert write_records([record]) == (
        "- id: a-1931-09-21\n"
        "  claimant: a\n"
        "  said: 1931-09-21\n"
        "  covers: {from: 1931-09-20, inferred: true}\n"
        "  reports: [r]\n"
        "  claims:\n"
        "    - {metric: killed, of: crews, figure: 12, note: 'No: not so'}\n"
        "    - {metric: killed, figure: at least 3, as_stated: 'no', counting: period}\n"
        "    - {says: not so, answers: b.killed, how: denies}\n"
    )


def test_what_is_written_can_be_read(folder):
    hard = ["a: b", "- x", "{", "it's", '"q"', "#", "1931-09-21", "yes", "null", "نو", "0755", "1e3", "*a", "&a", "%"]
    record = {"id": "s", "claimant": "rumour", "said": "1931-09-21", "reports": ["handbill"]}
    record["claims"] = [
        {"metric": "killed", "figure": 1, "of": "crews", "note": note, "place": "saltmarket", "key": f"k{number}"}
        for number, note in enumerate(hard)
    ]
    trial = try_text(folder, "spring", write_records([record]))
    assert trial.problems == ()
    assert [claim.record.note for claim in trial.data.claims if claim.statement == "s"] == hard


def test_a_new_id_is_plain_and_not_taken():
    assert new_id("league-command", "1931-09-21") == "league-command-1931-09-21"
    assert new_id("The Gazette!", "1931", taken={"the-gazette-1931"}) == "the-gazette-1931-b"
    assert new_id("", "") == "new"


def test_the_page_shows_the_statement_and_its_gate(open_app, folder):
    at = open_app("try", folder, phase="The spring raids")
    assert [info.value for info in at.info] == ["Paste a statement, upload a file, or let the form write one."]
    at.text_area(key="try-text").set_value(LATER).run()
    assert not at.exception
    shown = " ".join(html.proto.body for html in at.get("html"))
    assert "No errors, no warnings. It can be put into the folder as it is." in shown
    assert "current; takes the place of 20, said 22 Sep 1931, 18:30" in shown
    assert at.selectbox(key="try-question").value == "Council wardens · killed · by League crews · whole operation"
    assert "(your text)" in at.get("plotly_chart")[0].proto.spec
    assert "The gate between the text" in shown and "Council press office: 4" in shown
    assert "claim=league-1931-09-23" not in shown
    at.text_area(key="try-text").set_value(LATER.replace("wardens", "wardans")).run()
    shown = " ".join(html.proto.body for html in at.get("html"))
    assert "unknown group &#34;wardans&#34;; did you mean &#34;wardens&#34;?" in shown
    assert not at.get("plotly_chart")


def test_the_form_writes_a_statement_that_passes_and_is_shown(open_app, folder):
    at = open_app("try", folder, phase="spring", way="form")
    at.selectbox(key="try-claimant").set_value("league-command")
    at.selectbox(key="try-report-known").set_value("handbill")
    at.text_input(key="try-said").set_value("1931-09-24")
    at.text_input(key="try-from").set_value("1931-09-20")
    at.run()
    at.selectbox(key="try-0-metric").set_value("killed")
    at.selectbox(key="try-0-of").set_value("wardens")
    at.text_input(key="try-0-figure").set_value("at least 30")
    at.run()
    assert not at.exception
    assert at.code[0].value.rstrip("\n") == (
        "- id: league-command-1931-09-24\n"
        "  claimant: league-command\n"
        "  said: 1931-09-24\n"
        "  covers: {from: 1931-09-20}\n"
        "  reports: [handbill]\n"
        "  claims:\n"
        "    - {metric: killed, of: wardens, figure: at least 30}"
    )
    shown = " ".join(html.proto.body for html in at.get("html"))
    assert "No errors, no warnings." in shown
    assert "statements/spring/league-league-command-1931-09-24.yaml" in shown
