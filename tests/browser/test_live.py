"""Someone saves a YAML file and the open pages change: a real server, a real browser, real ways of saving."""

import os
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ledger.store.test_live_snapshot import BROKEN, change, league
from tests.support.app_servers import PATIENCE, until
from tests.support.browser_window import drawn
from tests.support.conflicts import OTHER

pytestmark = pytest.mark.browser

RAIDS = "The spring raids"
SCROLLER = '[data-testid="stMain"]'
# Counts what a reader would see pass by: banners, tracebacks, and full reloads (which forget the counter).
WITNESS = """() => {
  window.seen = {banners: 0, tracebacks: 0};
  const look = () => {
    if (document.querySelector('.problems')) window.seen.banners++;
    if (document.querySelector('[data-testid="stException"]')) window.seen.tracebacks++;
  };
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""


def shows(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENCE * 1000)


def shows_not(page: Page, text: str) -> None:
    expect(page.get_by_text(text)).to_have_count(0, timeout=PATIENCE * 1000)


def save_by_rename(path: Path, text: str) -> None:
    """As vim, VS Code on some systems, sed -i and git do."""
    beside = path.with_name(f".{path.name}.swap")
    beside.write_text(text)
    os.replace(beside, path)


def git(folder: Path, *arguments: str) -> None:
    known = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *known, *arguments], cwd=folder, check=True, capture_output=True)


def test_every_way_of_saving_reaches_the_open_page(edited, visit):
    page = visit(edited.url("sources", phase=RAIDS))
    page.evaluate(WITNESS)
    path = league(edited.data)

    change(path, "figure: 3}", "figure: 4711}")
    shows(page, "4,711")

    save_by_rename(path, path.read_text().replace("4711", "4712"))
    shows(page, "4,712")

    change(path, "4712", "4713")
    change(edited.data / "statements/spring/upland.yaml", "figure: 4}", "figure: 4714}")
    change(edited.data / "claimants.yaml", "name: League command", "name: High command")
    shows(page, "4,713")
    shows(page, "4,714")
    shows(page, "High command")

    observers = edited.data / "statements/spring/observers.yaml"
    before = observers.read_text()
    observers.unlink()
    shows_not(page, "Pilots' Society")
    observers.write_text(before)
    shows(page, "Pilots' Society")

    assert page.evaluate("window.seen") == {"banners": 0, "tracebacks": 0}
    assert "Traceback" not in edited.said()


def test_git_checkout_and_pull_reach_the_open_page(edited, visit, tmp_path):
    git(edited.data, "init", "-q", "-b", "main")
    git(edited.data, "add", ".")
    git(edited.data, "commit", "-qm", "first")
    git(edited.data, "checkout", "-qb", "restated")
    change(league(edited.data), "figure: 3}", "figure: 4721}")
    (edited.data / "statements/spring/observers.yaml").unlink()
    git(edited.data, "commit", "-qam", "second")
    git(edited.data, "checkout", "-q", "main")
    page = visit(edited.url("sources", phase=RAIDS))
    page.evaluate(WITNESS)
    shows(page, "Pilots' Society")

    git(edited.data, "checkout", "-q", "restated")
    shows(page, "4,721")
    shows_not(page, "Pilots' Society")
    git(edited.data, "checkout", "-q", "main")
    shows(page, "Pilots' Society")

    git(tmp_path, "clone", "-q", str(edited.data), "elsewhere")
    change(league(tmp_path / "elsewhere"), "figure: 3}", "figure: 4722}")
    git(tmp_path / "elsewhere", "commit", "-qam", "third")
    git(edited.data, "pull", "-q", str(tmp_path / "elsewhere"), "main")
    shows(page, "4,722")
    assert page.evaluate("window.seen") == {"banners": 0, "tracebacks": 0}


def test_place_choices_and_scroll_are_kept(edited, visit):
    page = visit(edited.url("sources", phase=RAIDS, at="1931-09-21"), height=500)
    page.evaluate(WITNESS)
    page.wait_for_function(f"document.querySelector('{SCROLLER}').scrollHeight > 700")
    page.evaluate(f"document.querySelector('{SCROLLER}').scrollTop = 160")
    address = page.url

    change(league(edited.data), "figure: 3}", "figure: 4731}")
    shows(page, "4,731")
    assert page.evaluate(f"document.querySelector('{SCROLLER}').scrollTop") == 160

    # A statement of a new moment changes what can be chosen, not what was chosen.
    late = "- {id: late, claimant: pilots, said: 1931-09-29, reports: [handbill],\n"
    late += "   claims: [{metric: boats_sunk, figure: 4732}]}\n"
    observers = edited.data / "statements/spring/observers.yaml"
    observers.write_text(observers.read_text() + late)
    change(league(edited.data), "4731", "4733")
    shows(page, "4,733")
    shows_not(page, "4,732")
    assert page.url == address
    expect(page.locator("time.cc-date")).to_have_text("21 Sep 1931")
    assert page.evaluate(f"document.querySelector('{SCROLLER}').scrollTop") == 160
    assert page.evaluate("window.seen") == {"banners": 0, "tracebacks": 0}


def test_broken_yaml_keeps_the_figures_under_a_banner_until_it_is_mended(edited, visit):
    page = visit(edited.url("sources", phase=RAIDS, at="1931-09-21"))
    good = league(edited.data).read_text()
    change(league(edited.data), "place: north-quay", "place: north-key")
    change(edited.data / "statements/spring/upland.yaml", "of: ferrymen", "of: ferymen")
    banner = page.get_by_role("alert").filter(has_text="The data folder has 2 errors.")
    expect(banner).to_be_visible(timeout=PATIENCE * 1000)
    expect(banner).to_contain_text("The figures below are those of")
    expect(banner).to_contain_text('data/statements/spring/league.yaml:10:55')
    expect(banner).to_contain_text('unknown place "north-key"; did you mean "north-quay"?')
    expect(banner).to_contain_text('unknown group "ferymen"; did you mean "ferrymen"?')
    shows(page, "at least 12")

    change(edited.data / "statements/spring/upland.yaml", "of: ferymen", "of: ferrymen")
    expect(page.get_by_role("alert").filter(has_text="has 1 error.")).to_be_visible(timeout=PATIENCE * 1000)
    league(edited.data).write_text(good)
    expect(page.locator(".problems")).to_have_count(0, timeout=PATIENCE * 1000)
    shows(page, "at least 12")
    assert "at=1931-09-21" in page.url
    assert "Traceback" not in edited.said()


def test_a_half_written_file_does_not_flash(edited, visit):
    page = visit(edited.url("sources", phase=RAIDS))
    page.evaluate(WITNESS)
    for figure in ("4741", "4742", "4743"):
        text = league(edited.data).read_text()
        new = text.replace("figure: 3}", "figure: 4741}").replace("4741", figure).replace("4742", figure)
        with league(edited.data).open("w") as file:
            for letter in new:  # as over a slow disk: hardly ever a file that could be read
                file.write(letter)
                file.flush()
                os.fsync(file.fileno())
        shows(page, f"4,{figure[1:]}")
    assert page.evaluate("window.seen") == {"banners": 0, "tracebacks": 0}


def test_a_cold_start_with_broken_yaml_serves_the_kept_figures(serve, visit, tmp_path):
    store = tmp_path / "kept"
    first = serve(OTHER, store=store)
    until(lambda: list(store.glob("*.duckdb")), what="the first server has built its store")
    first.process.terminate()
    first.process.wait(PATIENCE)
    good = league(first.data).read_text()
    league(first.data).write_text(BROKEN)

    again = serve(first.data, store=store, copy=False)
    page = visit(again.url("sources", phase=RAIDS))
    expect(page.get_by_role("alert")).to_contain_text("The figures below are those of")
    shows(page, "at least 12")
    league(first.data).write_text(good)
    expect(page.locator(".problems")).to_have_count(0, timeout=PATIENCE * 1000)


def test_a_cold_start_with_broken_yaml_and_no_store_shows_the_problems_alone(serve, visit, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "dataset.yaml").write_text("title: [\n")
    running = serve(broken)
    page = visit(running.url("sources", phase=RAIDS), wait=False)
    alert = page.get_by_role("alert").filter(has_text="has 1 error.")
    expect(alert).to_be_visible(timeout=PATIENCE * 1000)
    expect(alert).to_contain_text("data/dataset.yaml:2:1  not readable as YAML")
    expect(page.get_by_role("heading", name="No figures can be shown")).to_be_visible()

    for path in sorted(OTHER.rglob("*.yaml")):
        target = running.data / path.relative_to(OTHER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text())
    drawn(page)
    shows(page, "at least 12")
    expect(page.locator(".problems")).to_have_count(0)
    expect(page.locator(".cc-segments a[aria-current=true]")).to_have_text(RAIDS)


def test_two_open_pages_share_one_rebuild(serve, visit):
    running = serve(OTHER)
    pages = [visit(running.url("sources", phase=RAIDS)), visit(running.url("", phase=RAIDS))]
    assert len(list(running.store.glob("*.duckdb"))) == 1
    change(league(running.data), "figure: 20\n", "figure: 4751\n")
    for page in pages:
        shows(page, "4,751")
    assert len(list(running.store.glob("*.duckdb"))) == 2
    assert [path.name for path in running.store.iterdir() if path.suffix != ".duckdb"] == []


def test_nothing_put_into_the_folder_stops_the_server(edited, visit):
    page = visit(edited.url("sources", phase=RAIDS))
    page.evaluate(WITNESS)
    good = league(edited.data).read_text()
    for mess in (b"\xff\xfe\x00", b"{" * 5000, b"- " * 5000, b"&a [*a, *a]", b"- 1\n- two\n", b"a: 1\na: 2\n"):
        league(edited.data).write_bytes(mess)
        expect(page.locator(".problems")).to_be_visible(timeout=PATIENCE * 1000)
        until(lambda: "league.yaml" in page.locator(".problems").inner_text(), what="the problem's file")
        shows(page, "Pilots' Society")
        league(edited.data).write_text(good)
        expect(page.locator(".problems")).to_have_count(0, timeout=PATIENCE * 1000)
    assert page.evaluate("window.seen.tracebacks") == 0
    assert "Traceback" not in edited.said()
