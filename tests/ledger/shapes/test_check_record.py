"""The shape of records: what is accepted, and the exact words for what is not."""

import pytest

from ledger.shapes.check_record import check_record, field_names
from ledger.shapes.report_records import Event, Report
from ledger.shapes.statement_records import Appearance, Claim, Statement
from ledger.shapes.vocabulary_records import Claimant, DatasetFile, GroupsFile, Metric, Place
from ledger.yaml.problems import Problem
from ledger.yaml.strict_loader import read_yaml

STATEMENT = "id: s\nclaimant: c\nreports: r\n"
FORMS = "write a day (2026-01-31), a time with zone (2026-01-31 22:10+05:00) or a month (2026-02)"
ID = "is not allowed; use lower-case letters, digits and - _ only, and begin with a letter or digit"
EMPTY = "nothing is written here; write a value or leave the field out"
UNFINISHED = "nothing is written here; write a value or delete the line"


def problems(model: type, text: str) -> list[str]:
    raw, found = read_yaml(text.encode(), "f")
    assert not found, found
    return [str(problem) for problem in check_record(model, raw, "f")[1]]


def record(model: type, text: str):
    raw, _ = read_yaml(text.encode(), "f")
    found, wrong = check_record(model, raw, "f")
    assert not wrong, [str(problem) for problem in wrong]
    return found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # a figure with a comma inside braces, the most likely slip of all
        (
            "claims:\n- {metric: killed, figure: 1,500}",
            '5:30  s: figure: 1,500 was read as two things; write 1500 or quote it: "1,500"',
        ),
        ("claims:\n- {metric: k, figrue: 1}", '5:15  s: unknown field "figrue"; did you mean "figure"?'),
        ("covers: {form: 2031-03-10}", '4:10  s: unknown field "form"; did you mean "from"?'),
        ("said: {afer: 2031-03-10}", '4:8  s: unknown field "afer"; did you mean "after"?'),
        ("claims:\n- {figure: 1, including: [{off: x}]}", '5:28  s: unknown field "off"; did you mean "of"?'),
        ("123: x", '4:1  s: unknown field "123"; remove it or correct the spelling'),
        ("figure: 3", '4:1  s: the field "figure" does not belong to a statement; move it, or check the indentation'),
        (
            "claims:\n- {figure: 1, speaker: A}",
            '5:15  s: the field "speaker" does not belong to a claim; move it, or check the indentation',
        ),
        ("claims: {metric: k}", '4:9  s: claims: a list is expected here; begin each item with "- "'),
        ("claims: x", '4:9  s: claims: a list is expected here; begin each item with "- "'),
        ("claims: [x]", '4:10  s: claims: a record with fields (name: value) is expected here; found "x"'),
        ("claims:\n- {figure: [1]}", "5:12  s: figure: one value is expected here, not a list or a record"),
        ("claims:\n- {figure: {a: 1}}", "5:12  s: figure: one value is expected here, not a list or a record"),
        ("covers: [a]", "4:9  s: covers: one value is expected here, not a list or a record"),
        ("said: [a]", "4:7  s: said: one value is expected here, not a list or a record"),
        ("said: yesterday", f'4:7  s: said: "yesterday" is not a moment; {FORMS}'),
        ("said: 12", f'4:7  s: said: "12" is not a moment; {FORMS}'),
        ("said: 2031-02-30", '4:7  s: said: "2031-02-30" is not a date of the calendar; correct it'),
        (
            "said: 2031-03-10 22:10",
            '4:7  s: said: "2031-03-10 22:10" has no zone; add one, as in 2026-01-31 22:10+05:00',
        ),
        (
            "said: 2031-03-10 25:00Z",
            '4:7  s: said: "2031-03-10 25:00Z" is not a time of the calendar and clock; correct it',
        ),
        ("said: 0031-03-10", '4:7  s: said: "0031-03-10" lies outside the years 1800 to 2200; correct it'),
        ("said: {by: soon}", f'4:12  s: by: "soon" is not a moment; {FORMS}'),
        ("said: {}", "4:7  s: said: give after, by, or both; leave the field out if nothing is known"),
        ("covers: soon", f'4:9  s: covers: "soon" is not a moment; {FORMS}'),
        ("covers: {}", "4:9  s: covers: give from, to or as_stated; leave covers out if the period is not stated"),
        ("covers: {from: soon}", f'4:16  s: from: "soon" is not a moment; {FORMS}'),
        ("claims:\n- {figure: 1, covers: soon}", f'5:23  s: covers: "soon" is not a moment; {FORMS}'),
        ("claims:\n- {on: soon}", f'5:8  s: on: "soon" is not a moment; {FORMS}'),
        (
            "claims:\n- {figure: 1, counting: cummulative}",
            '5:25  s: unknown value of counting "cummulative"; did you mean "cumulative"?',
        ),
        (
            "claims:\n- {figure: 1, counting: total}",
            '5:25  s: unknown value of counting "total"; there is cumulative, period, standing',
        ),
        ("claims:\n- {metric: Killed, figure: 1}", f'5:12  s: metric: "Killed" {ID}'),
        ("claims:\n- {metric: k, part_of: A B, figure: 1}", f'5:24  s: part_of: "A B" {ID.replace("- _", "- _ + .")}'),
        ("claims:\n- {figure: 1, complete: yes}", "5:25  s: complete: write true or false"),
        ("claims:\n- {figure: 1, says: x}", "5:3  s: exactly one of figure, says, on is needed; found figure and says"),
        ("claims:\n- {metric: k}", "5:3  s: exactly one of figure, says, on is needed; found none of them"),
        ("claims:\n- {figure: 1, place: a, places: [b]}", "5:3  s: give place or places, not both"),
        (
            "claims:\n- {figure: 1, counted: ours}",
            "5:3  s: counted: ours and from: (what was counted) go together",
        ),
        ("claims:\n- {as_stated: a b c d e}", "5:15  s: as_stated: 5 words, at most 4 are allowed; shorten it"),
        (
            f"claims:\n- {{says: {'w ' * 16}}}",
            "5:10  s: says: 16 words, at most 15 are allowed; shorten it",
        ),
        ("claims:\n- {figure: " + "x" * 81 + "}", "5:12  s: figure: 81 characters, at most 80 are allowed; shorten it"),
        ("note: " + "x" * 2001, "4:7  s: note: 2001 characters, at most 2000 are allowed; shorten it"),
        ("note: a\u202eb", "4:7  s: note: hidden character U+202E; delete it"),
        ('note: "a\\0b"', "4:7  s: note: hidden character U+0000; delete it"),
        ("note: a\u200bb", "4:7  s: note: hidden character U+200B; delete it"),
        ('speaker: ""', f"4:10  s: speaker: {EMPTY}"),
        ("claims:\n- {figure: 1, appears: [{part: quote}]}", '5:25  s: the field "report" is missing; add it'),
    ],
)  # fmt: skip
def test_the_words_for_what_is_wrong(text, message):
    assert f"f:{message}" in problems(Statement, STATEMENT + text)


def test_a_message_spells_out_what_cannot_be_seen():
    found = problems(Claim, '{figure: 1, metric: "a\\nb\\e[31m\\u00a0"}')
    assert found == [f'f:1:21  metric: "a\\nb\\x1b[31m\\xa0" {ID}']
    assert str(Problem("a\nb", 1, 2, "s\u202e", "m\t")) == "a\\nb:1:2  s\\u202e: m\\t"


def test_missing_fields_are_all_named():
    assert problems(Statement, "speaker: A") == [
        'f:1:1  the field "claimant" is missing; add it',
        'f:1:1  the field "id" is missing; add it',
        'f:1:1  the field "reports" is missing; add it',
    ]
    assert problems(Claim, "{figure: 1, corrected: [{}]}") == [
        'f:1:25  the field "from" is missing; add it',
        'f:1:25  the field "on" is missing; add it',
        'f:1:25  the field "to" is missing; add it',
        'f:1:25  the field "why" is missing; add it',
    ]


def test_a_required_field_without_a_value():
    assert problems(Statement, "id:\nclaimant: c\nreports:\n") == [
        f"f:1:1  id: {UNFINISHED}",
        f"f:3:1  reports: {UNFINISHED}",
    ]
    assert problems(Statement, "id: a\nclaimant: c\nreports: [r, ~]\n") == [f"f:3:14  a: {UNFINISHED}"]
    assert problems(Statement, "id: a\nclaimant: c\nreports: []") == [
        "f:3:10  a: reports: the list is empty; at least one is needed"
    ]


def test_several_problems_of_one_record_are_all_told():
    text = STATEMENT + "said: never\nspeeker: A\nclaims:\n  - {figure: 1, hwo: x}\n  - {metric: K, says: a}\n"
    assert problems(Statement, text) == [
        f'f:4:7  s: said: "never" is not a moment; {FORMS}',
        'f:5:1  s: unknown field "speeker"; did you mean "speaker"?',
        'f:7:17  s: unknown field "hwo"; did you mean "who"?',
        f'f:8:14  s: metric: "K" {ID}',
    ]


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "ftp://example.org/x", "example.org", "//example.org", "http://", "https:///x"),
        *("data:text/html,x", "HTTPS://example.org", "https://a b.org", "https://a.org/<b>", '"https://a.org/\\"x"'),
    ],
)
def test_only_web_links(url):
    text = f"id: r\npublisher: P\nread: full\nurl: {url}"
    message = "url: not a web link; it must begin with http:// or https:// and hold no spaces or quotes"
    assert problems(Report, text) == [f"f:4:6  r: {message}"]


def test_a_link_or_the_reason_for_none():
    message = "f:1:1  r: give either url or not_linked (the reason why there is no link)"
    assert problems(Report, "id: r\npublisher: P\nread: full") == [message]
    assert problems(Report, "id: r\npublisher: P\nread: full\nurl: https://a.org\nnot_linked: x") == [message]


def test_other_records_speak_the_same_way():
    assert problems(Place, "id: p\nname: P\nlevel: twon\nlat: abc\nlon: 181\nprecision_km: inf") == [
        'f:3:8  p: unknown value of level "twon"; did you mean "town"?',
        'f:4:6  p: lat: a number such as 29.5 is expected here; found "abc"',
        'f:5:6  p: lon: input should be less than or equal to 180; found "181"',
        'f:6:15  p: precision_km: a number such as 29.5 is expected here; found "inf"',
    ]
    assert problems(Report, "id: r\npublisher: P\nread: full\nurl: https://a.org\nlanguage: English") == [
        'f:5:11  r: language: "English" is not allowed; '
        "write a language code of two or three letters, such as en or ur"
    ]
    assert problems(GroupsFile, "groups: [{id: a}]\nwho: x") == [
        'f:1:10  a: the field "name" is missing; add it',
        'f:2:6  who: a list is expected here; begin each item with "- "',
    ]
    text = "title: T\nsummary: S\nlicence: L\ntimezone: Mars\ncontact: C\nread_note: R\nsides: []\nphases: []"
    assert problems(DatasetFile, text) == [
        'f:4:11  timezone: unknown time zone "Mars"; write one like Asia/Tokyo or Europe/Paris',
        "f:8:9  phases: the list is empty; at least one is needed",
    ]
    assert problems(Event, f"id: e\nkind: attack\nwhen: 2031-03\nwhat: {'w ' * 41}\nreports: r") == [
        "f:4:7  e: what: 41 words, at most 40 are allowed; shorten it"
    ]


def test_what_is_accepted():
    made = record(
        Statement,
        STATEMENT + "said: {after: 2031-03-10 18:00+09:00, by: 2031-03}\ncovers: not stated\nnames: harbour\n"
        "claims:\n- {figure: 30+, who: women, complete: True, printed: ３人, note: 'نوٹ\u200cx'}\n"
        "- {on: {from: 2031-03-10, to: 2031-03-11}}\n- {figure: 84, covers: {as_stated: past 48 hours}}",
    )
    assert made.reports == ("r",)
    assert made.names == ("harbour",)
    assert made.claims[0].complete is True
    assert made.claims[0].who == ("women",)
    assert made.claims[0].figure == "30+"
    assert made.claims[2].figure == 84
    assert made.covers == "not stated"


def test_numbers_are_text_where_text_is_meant():
    made = record(Place, "{id: 12, name: 2031, level: town, lat: 35, lon: 136.5, aliases: [7, 1.50]}")
    assert (made.id, made.name, made.lat, made.aliases) == ("12", "2031", 35.0, ("7", "1.50"))


def test_field_names_are_those_of_the_yaml():
    assert {"from", "figure", "including", "after", "why"} <= field_names(Statement)
    assert "from_" not in field_names(Statement)


def own_names(model: type) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


@pytest.mark.parametrize("name", own_names(Claim))
def test_every_field_of_a_claim_with_nothing_behind_it(name):
    """`site`, `as_stated`, `printed` and `says` raised AttributeError; the others were read as not stated."""
    text = "".join(f"    {field}: {value}\n" for field, value in {"metric": "k", "figure": 3}.items() if field != name)
    found = problems(Statement, f"{STATEMENT}claims:\n  -\n    {name}:\n{text}")
    assert found == [f"f:6:5  s: {name}: {UNFINISHED}"]


@pytest.mark.parametrize("model", [Statement, Appearance, Report, Event, DatasetFile, Place, Metric, Claimant])
def test_every_field_of_a_record_with_nothing_behind_it(model):
    for name in own_names(model):
        line = f"f:1:1  {name}: {UNFINISHED}"
        assert line in problems(model, f"{name}:\n"), name
        assert line in problems(model, f"{name}: ~\n"), name
        assert line in problems(model, f"{name}: null   # not known yet\n"), name


@pytest.mark.parametrize("name", ["from", "to", "as_stated", "inferred"])
def test_every_field_of_a_period_with_nothing_behind_it(name):
    assert problems(Statement, f"{STATEMENT}covers:\n  {name}:\n") == [f"f:5:3  s: {name}: {UNFINISHED}"]
    assert problems(Statement, f"{STATEMENT}covers: {{to: 2031-03-10, {name}x: }}\n")[0].startswith("f:4:26  s: unkn")


def test_nothing_behind_a_field_on_a_line_with_others_or_behind_a_dash():
    text = f"{STATEMENT}covers: {{from: 2031-03-10, to: }}\nclaims:\n- {{metric: k, figure: 3, site: }}\n-\n"
    assert problems(Statement, text) == [
        f"f:4:28  s: to: {EMPTY}",
        f"f:6:26  s: site: {EMPTY}",
        f"f:7:2  s: {UNFINISHED}",
    ]
