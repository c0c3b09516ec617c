"""The watcher of the data folder, one look at a time: what is swapped in, waited for and kept."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.store import build_store as store
from ledger.store import kept_stores as keep
from ledger.store import live_snapshot as live
from ledger.store import run_checks as running
from ledger.store.live_snapshot import Live, Snapshot
from tests.support.conflicts import OTHER, other_conflict

BROKEN = "- id: [\n"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "store"))
    return other_conflict(tmp_path / "data")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The store of the folder as it is at first, built once for all tests."""
    kept = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEDGER_STORE", str(kept))
        Live(OTHER, watch=False).close()
    return kept


@pytest.fixture
def watched(folder, tmp_path, built) -> Live:
    shutil.copytree(built, tmp_path / "store")
    return Live(folder, watch=False)


def league(folder: Path) -> Path:
    return folder / "statements/spring/league.yaml"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def figure(watched: Live | Snapshot, claim: str = "league-1931-09-21.killed.crews") -> int | None:
    snapshot = watched.snapshot if isinstance(watched, Live) else watched
    with snapshot.connection.cursor() as cursor:
        row = cursor.execute("select point from claims where id = $id", {"id": claim}).fetchone()
    return row[0] if row else None


def test_an_unchanged_folder_is_left_alone(watched):
    before = watched.snapshot
    assert [watched.look() for _ in range(3)] == [False, False, False]
    assert watched.snapshot is before


def test_a_save_is_shown_after_two_equal_looks(folder, watched):
    change(league(folder), "figure: 3}", "figure: 5}")
    assert (watched.look(), figure(watched)) == (False, 3)
    assert (watched.look(), figure(watched)) == (True, 5)
    assert watched.look() is False


def test_a_half_written_save_is_no_error(folder, watched):
    whole = league(folder).read_text()
    league(folder).write_text(whole[:200])
    assert watched.look() is False
    league(folder).write_text(whole.replace("figure: 3}", "figure: 6}"))
    assert (watched.look(), watched.look(), figure(watched)) == (False, True, 6)
    assert watched.snapshot.errors == ()


def test_a_save_while_the_folder_is_read_is_waited_for(folder, watched, monkeypatch):
    """Half of the files from before a pull and half from after it must never be shown together."""
    read = live.load_dataset

    def read_slowly(path):
        data = read(path)
        change(folder / "statements/spring/upland.yaml", "figure: 4}", "figure: 40}")
        return data

    change(league(folder), "figure: 3}", "figure: 7}")
    watched.look()
    monkeypatch.setattr(live, "load_dataset", read_slowly)
    stores = len(keep.kept_stores())
    assert (watched.look(), figure(watched)) == (False, 3)
    assert len(keep.kept_stores()) == stores
    monkeypatch.setattr(live, "load_dataset", read)
    assert (watched.look(), watched.look(), figure(watched)) == (False, True, 7)
    assert figure(watched, "council-1931-09-21.killed.wardens.crews") == 40


def test_broken_yaml_keeps_the_figures_and_names_every_problem(folder, watched):
    before = watched.snapshot
    change(league(folder), "place: north-quay", "place: north-key")
    change(folder / "statements/spring/upland.yaml", "of: ferrymen", "of: ferymen")
    watched.look(), watched.look()
    after = watched.snapshot
    assert [str(problem) for problem in after.errors] == [
        "data/statements/spring/league.yaml:10:55  league-1931-09-21.killed.wardens.crews.north-key: "
        'unknown place "north-key"; did you mean "north-quay"?',
        "data/statements/spring/upland.yaml:16:28  doctor-1931-09-22.killed.ferymen: "
        'unknown group "ferymen"; did you mean "ferrymen"?',
    ]
    assert (after.connection, after.fingerprint, after.figures_of) == (
        before.connection, before.fingerprint, before.figures_of,
    )  # fmt: skip
    assert after.number == before.number + 1


def test_mending_takes_the_problems_away(folder, watched):
    good = league(folder).read_text()
    league(folder).write_text(BROKEN)
    watched.look(), watched.look()
    assert len(watched.snapshot.errors) == 1
    league(folder).write_text(good)
    watched.look()
    assert watched.look() is True
    assert watched.snapshot.errors == ()
    assert figure(watched) == 3


def test_the_same_errors_again_draw_no_page_again(folder, watched):
    league(folder).write_text(BROKEN)
    watched.look(), watched.look()
    os.utime(league(folder), (1, 1))
    assert (watched.look(), watched.look()) == (False, False)


def test_a_touch_draws_no_page_again(folder, watched):
    before = watched.snapshot
    os.utime(league(folder), (1, 1))
    assert (watched.look(), watched.look()) == (False, False)
    assert watched.snapshot.number == before.number
    assert watched.snapshot.figures_of > before.figures_of


def test_new_and_deleted_files_are_seen(folder, watched):
    (folder / "statements/spring/observers.yaml").unlink()
    watched.look(), watched.look()
    assert figure(watched, "pilots-1931-09-23.boats_sunk.saltmarket") is None
    new = "- {id: late, claimant: pilots, reports: [handbill], claims: [{metric: boats_sunk, figure: 9}]}\n"
    (folder / "statements/spring/observers.yaml").write_text(new)
    watched.look(), watched.look()
    assert figure(watched, "late.boats_sunk") == 9


def test_a_folder_that_goes_away_and_comes_back(folder, watched, tmp_path):
    folder.rename(tmp_path / "away")
    watched.look(), watched.look()
    assert "there is no such data folder" in watched.snapshot.errors[0].message
    assert figure(watched) == 3
    (tmp_path / "away").rename(folder)
    watched.look(), watched.look()
    assert watched.snapshot.errors == ()


def test_a_cold_start_with_broken_yaml_serves_the_store_used_last(folder):
    watched = Live(folder, watch=False)  # builds its own: a store knows its folder
    change(league(folder), "figure: 3}", "figure: 8}")
    watched.look(), watched.look()
    change(league(folder), "figure: 8}", "figure: 3}")  # taken back: the older file is in use again
    watched.look(), watched.look()
    league(folder).write_text(BROKEN)
    cold = Live(folder, watch=False)
    assert figure(cold) == 3
    assert len(cold.snapshot.errors) == 1
    assert cold.snapshot.figures_of is not None
    assert cold.snapshot.facts["title"].startswith("Contested Count: the Strait")


def test_a_cold_start_with_broken_yaml_and_no_store_has_the_problems_alone(folder):
    league(folder).write_text(BROKEN)
    cold = Live(folder, watch=False)
    assert cold.snapshot.connection is None
    assert len(cold.snapshot.errors) == 1


def test_the_store_of_another_folder_is_not_served(folder, watched, tmp_path):
    elsewhere = Path(shutil.copytree(folder, tmp_path / "elsewhere"))
    league(elsewhere).write_text(BROKEN)
    assert Live(elsewhere, watch=False).snapshot.connection is None


def test_a_damaged_store_is_passed_over_and_built_again(folder):
    Live(folder, watch=False)
    for path in keep.kept_stores():
        path.write_bytes(b"not a database")
    assert figure(Live(folder, watch=False)) == 3
    league(folder).write_text(BROKEN)
    for path in keep.kept_stores():
        path.write_bytes(b"not a database")
    assert Live(folder, watch=False).snapshot.connection is None


def test_a_store_folder_that_cannot_be_written_gives_a_store_in_memory(folder, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "file" / "store"))
    assert figure(Live(folder, watch=False)) == 3


def test_what_nobody_foresaw_is_shown_and_gone_when_it_is_over(folder, watched, monkeypatch):
    def fails(path):
        raise RuntimeError("a surprise\nin two lines")

    with monkeypatch.context() as patch:
        patch.setattr(live, "load_dataset", fails)
        change(league(folder), "figure: 3}", "figure: 9}")
        watched.look(), watched.look()
        assert [str(problem) for problem in watched.snapshot.errors] == [
            "data  could not be read (RuntimeError: a surprise); undo the last change"
        ]
        assert Live(folder, watch=False).snapshot.errors == watched.snapshot.errors
    change(league(folder), "figure: 9}", "figure: 10}")
    watched.look(), watched.look()
    assert (watched.snapshot.errors, figure(watched)) == ((), 10)


def test_a_store_that_refuses_the_figures_keeps_the_ones_before(folder, watched, monkeypatch):
    def refuses(data):
        raise ValueError("bounds")

    monkeypatch.setattr(live, "_open", refuses)
    change(league(folder), "figure: 3}", "figure: 9}")
    watched.look(), watched.look()
    assert [str(problem) for problem in watched.snapshot.errors] == [
        "data  the store refused the figures (bounds); undo the last change"
    ]
    assert figure(watched) == 3


def test_a_crash_while_building_leaves_no_store(folder, tmp_path, monkeypatch):
    def crashes(connection, data):
        connection.execute("create table half (a integer)")
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "fill", crashes)
    with pytest.raises(KeyboardInterrupt):
        Live(folder, watch=False)
    assert [path.name for path in (tmp_path / "store").iterdir() if path.suffix != ".lock"] == []
    monkeypatch.undo()
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "store"))
    assert figure(Live(folder, watch=False)) == 3


def test_a_page_in_the_middle_of_its_run_keeps_its_store(folder, watched):
    taken = watched.snapshot
    change(league(folder), "figure: 3}", "figure: 11}")
    watched.look(), watched.look()
    assert figure(taken) == 3
    assert figure(watched) == 11


def test_a_broken_base_map_is_no_error(folder, watched):
    (folder / "outline.geojson").write_text("{")
    watched.look(), watched.look()
    assert (watched.snapshot.errors, watched.snapshot.outline) == ((), None)
    (folder / "outline.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    watched.look(), watched.look()
    assert watched.snapshot.outline == {"type": "FeatureCollection", "features": []}


def test_a_page_that_fails_is_followed_all_the_same(open_app, folder, monkeypatch):
    """The next save may mend what it failed on."""
    followed = []

    def fails(snapshot, parameters):
        raise ValueError("a fault of ours")

    monkeypatch.setattr("pages.parts.frame.dashboard.choice_of", fails)
    monkeypatch.setattr("pages.parts.frame.dashboard.follow", followed.append)
    at = open_app("overview", folder)
    assert len(at.exception) == 1
    assert followed


def test_two_open_pages_share_one_watcher_and_one_rebuild(open_app, folder, monkeypatch):
    from pages.parts.frame.live_store import live as shared

    first, second = open_app("overview", folder), open_app("sources", folder)
    shared().stop()
    reads = []
    read = live.load_dataset
    monkeypatch.setattr(live, "load_dataset", lambda path: reads.append(path) or read(path))
    change(league(folder), "figure: 20\n", "figure: 4761\n")
    shared().look(), shared().look()
    for page in (first, second):
        page.query_params["phase"] = "spring"
        page.run()
        assert any("4,761" in html.proto.body for html in page.get("html"))
    assert reads == [folder]


def odd_folder(folder: Path, what: str) -> None:
    """Something that nobody should put into a data folder, and somebody will."""
    spring = folder / "statements/spring"
    if what == "a folder named like a file":
        (spring / "more.yaml").mkdir()
    elif what == "a link to nowhere":
        (spring / "upland.yaml").unlink()
        (spring / "upland.yaml").symlink_to("nowhere")
    elif what == "a link in a circle":
        (folder / "round").symlink_to(folder)
    elif what == "a name that is no text":
        Path(os.fsdecode(os.fsencode(spring) + b"/league-\xff.yaml")).write_text("[")
    elif what == "a file of another kind":
        os.mkfifo(spring / "league-pipe.yaml")
    elif what == "a spreadsheet":
        (spring / "league.xlsx").write_bytes(b"PK\x03\x04")
    elif what == "a file of six megabytes":
        league(folder).write_text("# " + "x" * 6_000_000)
    elif what == "no file at all":
        shutil.rmtree(folder)
        folder.mkdir()


@pytest.mark.parametrize(
    "what",
    [
        "a folder named like a file", "a link to nowhere", "a link in a circle", "a name that is no text",
        "a file of another kind", "a spreadsheet", "a file of six megabytes", "no file at all",
    ],
)  # fmt: skip
def test_odd_things_in_the_folder_end_in_words(open_app, folder, what):
    at = open_app("overview", folder)
    odd_folder(folder, what)
    watched = Live(folder, watch=False)
    for problem in watched.snapshot.errors:
        str(problem).encode()
    at = open_app("overview", folder)
    assert not at.exception


VALUES = ["", "[]", "{}", "-1", "1e999", "99999999999999", "0x10", "no", "~", "2026-02-30", "9999-12-31", "'", '"', "é",
          "&a b", "*a", "!!python/object:os.system x", "<b>", "=1+1", "[1, [2]]", "{a: {b: c}}", "| \n  x", "\t", "\0"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_edit_of_one_line_is_more_than_a_problem(folder, data):
    """A line anywhere is lost, doubled, moved in or given another value: the folder loads or says what is wrong."""
    path = data.draw(st.sampled_from(sorted(folder.rglob("*.yaml"))))
    lines = path.read_text().splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    kind = data.draw(st.sampled_from(["lose", "double", "indent", "value", "cut"]))
    line = lines[number]
    if kind == "value" and ": " in line:
        key = line[: line.index(": ") + 2]
        line = key + data.draw(st.sampled_from(VALUES) | st.text(max_size=12))
    cut = data.draw(st.integers(0, len(line))) if kind == "cut" else 0
    changed = {"lose": [], "double": [line, line], "indent": [f"  {line}"], "value": [line], "cut": [line[:cut]]}
    with_change = [*lines[:number], *changed[kind], *lines[number + 1 :]]
    path.write_text("\n".join(with_change) + "\n", encoding="utf-8", errors="replace")
    try:
        found = live.load_dataset(folder)
        for problem in found.problems:
            str(problem).encode()
        if not found.errors:
            store.in_memory(found).close()
    finally:
        path.write_text("\n".join(lines) + "\n")


def test_a_saved_check_is_asked_without_a_restart(folder, tmp_path, monkeypatch):
    checks = tmp_path / "checks"
    checks.mkdir()
    monkeypatch.setattr(running, "CHECKS", checks)
    watched = Live(folder, watch=False)
    first = watched.snapshot
    assert running.findings_of(first.connection) == []
    text = (
        "-- title: Any\n-- rule: None.\nselect id as finding, phase, claimant, 'arithmetic' as kind,"
        " 'adds up' as outcome, 'x' as arithmetic, null as arises, id as claims from claims"
    )
    (checks / "any.sql").write_text(text)
    assert [watched.look(), watched.look()] == [False, True]
    assert len(running.findings_of(watched.snapshot.connection)) == watched.snapshot.connection.execute(
        "select count(*) from claims"
    ).fetchone()[0]
    (checks / "any.sql").write_text(text + " where nothing")
    assert [watched.look(), watched.look()] == [False, True]
    assert figure(watched) == 3  # the figures stay
    assert [one.split(":")[0] for one in running.broken_checks(watched.snapshot.connection)] == ["any.sql"]
    (checks / "any.sql").unlink()
    assert [watched.look(), watched.look()] == [False, True]
    assert watched.snapshot.fingerprint == first.fingerprint
