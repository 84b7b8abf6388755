"""Problems as people and machines read them."""

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
        "::notice file=data/b%2Cc%3Ad.yaml,line=1,col=1::Een %25 en%0Aeen regel.\n"
    )
