"""Takes every word of the pages from the source, and brings the catalogues beside it up to date."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from waw_site.aanzet import TEKENS
from waw_site.catalogus import TALEN

ROOT = Path(__file__).parents[1]
TEMPLATES, AANZET = "templates/**.*ml", "src/waw_site/aanzet/*.*"
METHODS = [("src/waw_site/**.py", "python"), (TEMPLATES, "jinja2"), (AANZET, "jinja2")]
OPTIONS = {
    TEMPLATES: {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"},  # as render.py
    AANZET: {**TEKENS, "silent": "false"},
}
KEYWORDS = {"_": None, "later": None, "gettext": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Every word of the pages, with the files that say it."""
    found = Catalog(charset="utf-8", fuzzy=False)
    entries = extract_from_dir(
        ROOT,
        METHODS,
        OPTIONS,
        keywords=KEYWORDS,
        comment_tags=("words:",),
        strip_comment_tags=True,
        directory_filter=lambda folder: Path(folder).name not in _NOT_OURS,
    )
    for path, _, message, comments, _ in sorted(entries, key=lambda e: (e[0], e[1])):
        found.add(message, locations=[(path, None)], auto_comments=comments)
    return found


_NOT_OURS = {".git", ".venv", ".cache", "tests", "tools", "bench", "docs", "data", "content"}


def brought_up_to_date(path: Path) -> Catalog:
    """The catalogue at *path* with the words of now: new ones are empty, and old ones gone."""
    with path.open("rb") as file:
        known = read_po(file, locale=path.stem)
    known.update(extracted(), no_fuzzy_matching=True, update_header_comment=False)
    known.obsolete.clear()
    return known


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it stands in its file: without a clock, so that the same words stay equal."""
    out = BytesIO()
    write_po(out, catalogue, width=100, no_location=True, omit_header=True, sort_output=True)
    return b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n' + out.getvalue()


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """The words that have no translation yet, or one that someone doubts."""
    for message in catalogue:
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and (message.fuzzy or not all(said)):
            yield message


def main() -> int:
    """Update every catalogue, and name what is still to be translated."""
    left = 0
    for path in sorted(TALEN.glob("*.po")):
        catalogue = brought_up_to_date(path)
        path.write_bytes(written(catalogue))
        for message in untranslated(catalogue):
            left += 1
            print(f"{path.relative_to(ROOT)}: {message.id!r}")
    print(f"{left} to be translated.")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
