"""Problems as people and machines read them."""

import json
from dataclasses import replace

from waw_site import report
from waw_site.problem import Ernst, Place, Problem

LONG = Problem(Place("data/a.yaml", 3, 7), "Een lange melding. " * 12, "Doe iets.")
NOTE = Problem(Place("data/b,c:d.yaml"), "Een % en\neen regel.", ernst=Ernst.OPMERKING)


def test_text_fits() -> None:
    lines = report.text([LONG, NOTE]).splitlines()
    assert lines[0] == "data/a.yaml:3:7: fout"
    assert max(map(len, lines)) <= 100
    assert "\x1b" not in report.text([LONG])
    assert "\x1b[31;1mfout\x1b[0m" in report.text([LONG], colour=True)


def test_counts() -> None:
    assert report.counts([LONG, LONG, NOTE]) == "2 fouten, 1 opmerking"
    assert report.counts([]) == ""


def test_github_escapes_what_would_break_a_line() -> None:
    assert report.as_github([NOTE]) == (
        "::notice file=data/b%2Cc%3Ad.yaml,line=1,col=1::Een %25 en een regel.\n"
    )


def test_a_thousand_problems_are_told_and_the_rest_is_counted() -> None:
    many = [Problem(Place("data/x.yaml", n), f"Melding {n}.") for n in range(1, report.MOST + 4)]
    told = report.text(many)
    assert f"Melding {report.MOST}." in told
    assert f"Melding {report.MOST + 1}." not in told
    assert told.endswith("En nog 3; los eerst deze 1000 op.\n")


def test_a_message_quotes_no_more_than_can_be_read() -> None:
    """Of a long value the beginning, of a character that cannot be seen a question mark."""
    place = Place("data/x.yaml")
    long = Problem(
        place, f"Hier staat “{'9' * 10_000}”. Verwacht: een getal.", f"Schrijf {'9' * 999}."
    )
    assert long.melding == f"Hier staat “{'9' * 80}…”. Verwacht: een getal."
    assert long.hint == f"Schrijf {'9' * 100}…"
    assert Problem(place, "a\x1b[2Jb\u202ec\nd.").melding == "a?[2Jb?c d."


def test_gitlab_reads_a_code_quality_report() -> None:
    """An object for each remark, at its line; a fingerprint that a move does not change."""
    one = Problem(Place("data/a.yaml", 3, 5), "Hier staat niets.", "Vul in.")
    two = replace(one, place=Place("data/a.yaml", 9, 5))
    other = replace(one, ernst=Ernst.OPMERKING, place=Place("data/b.yaml", 1))
    rows = json.loads(report.as_gitlab([one, two, other]))
    assert [row["location"] for row in rows] == [
        {"path": "data/a.yaml", "lines": {"begin": 3}},
        {"path": "data/a.yaml", "lines": {"begin": 9}},
        {"path": "data/b.yaml", "lines": {"begin": 1}},
    ]
    assert [row["severity"] for row in rows] == ["critical", "critical", "info"]
    assert {row["description"] for row in rows} == {"Hier staat niets. Vul in."}
    prints = [row["fingerprint"] for row in rows]
    assert len(set(prints)) == 3
    moved = [replace(p, place=Place(p.place.path, p.place.line + 7)) for p in (one, two, other)]
    assert [row["fingerprint"] for row in json.loads(report.as_gitlab(moved))] == prints
    assert json.loads(report.as_gitlab([])) == []
