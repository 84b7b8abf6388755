"""Markdown of an editor, also of one who means ill."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waw_site.prose import html


def test_headings_fit_in_under_the_page() -> None:
    made = html("## Een\n\n### Twee\n\n# Nul\n", 3)
    assert re.findall(r"<(h\d)>(\w+)", made) == [("h3", "Een"), ("h4", "Twee"), ("h3", "Nul")]


def test_plain_markdown() -> None:
    made = html("**Vet** en [een site](https://voorbeeld.example).\n\n- een\n- twee\n", 2)
    assert '<strong>Vet</strong> en <a href="https://voorbeeld.example">een site</a>' in made
    assert made.count("<li>") == 2


def test_mail_address_in_brackets_is_a_link() -> None:
    page = Tags()
    page.feed(html("Mail <info@voorbeeld.example>.", 2))
    assert page.found[1] == ("a", [("href", "mailto:info@voorbeeld.example")])


EVIL = (
    '<p onclick="x" style="x" id="x" class="x"><script>x</script><img src=x onerror=x><svg>'
    '<a href=x></a></svg><a href="javascript:x" target="_blank">a</a><a href="/x">b</a>'
    "<iframe></iframe></p>"
    "<math><style><img src=x onerror=x></style></math><!-- x --><form><input></form>"
)


def test_whatever_markdown_makes_of_it_only_what_is_known_comes_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Should Markdown, or what we changed in it, let HTML through one day."""
    monkeypatch.setattr("markdown.Markdown.convert", lambda self, text: text)
    assert html(EVIL, 2) == "<p><a>a</a><a>b</a></p>"
    page = Tags()
    page.feed(html("<a href='https://x.example' title='t'>x</a><ol start='3'></ol>", 2))
    known = [("a", [("href", "https://x.example"), ("title", "t")]), ("ol", [("start", "3")])]
    assert page.found == known


class Tags(HTMLParser):
    """The elements of some HTML, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "<div>\n\n<style>p{}</style>\n\n</div>",
        "<!-- <script>x</script> -->",
        "![plaatje](https://elders.example/x.png)",
        "[x](javascript:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](data:text/html;base64,xx)",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "<javascript:alert(1)>",
        '[x](https://a.example "t" onclick=y)',
        "    <script>\n",
        "`<script>`",
        "&lt;script&gt;",
        "<?php x ?>",
        "<![CDATA[<script>]]>",
    ],
)
def test_nothing_but_text_comes_through(text: str) -> None:
    page = Tags()
    page.feed(html(text, 2))
    assert {tag for tag, _ in page.found} <= {"p", "a", "span", "pre", "code", "em", "strong"}
    attributes = [(name, value) for _, found in page.found for name, value in found]
    assert {name for name, _ in attributes} <= {"href", "title"}
    schemes = ("https://", "http://", "mailto:")
    assert all(str(value).startswith(schemes) for name, value in attributes if name == "href")


SPECIAL = st.text("<>[]()!&;:\"'`*_#\n\\ ajvscript/=.-1", max_size=120)


@settings(max_examples=200)
@given(SPECIAL)
def test_no_text_makes_a_tag_of_its_own(text: str) -> None:
    made = html(text, 2)
    tags = {tag.lower() for tag in re.findall(r"<\s*([a-zA-Z][a-zA-Z0-9]*)", made)}
    known = "p a span pre code em strong ul ol li blockquote hr br h2 h3 h4 h5 h6"
    assert tags <= set(known.split())
