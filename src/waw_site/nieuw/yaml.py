"""What stands in a YAML file and stays as it is, and what is written beside it."""

import re
from collections.abc import Iterable, Iterator

from waw_site.read import Bestand
from waw_site.text import decode
from waw_site.tree import Parsed, parse

_BOM = b"\xef\xbb\xbf"


def comment(text: str, indent: str = "") -> Iterator[str]:
    """*text* as lines of comment."""
    yield from (f"{indent}# {line}".rstrip() for line in text.splitlines())


class Tekstbestand:
    """A YAML file as text: its lines, and where each of its keys stands in them."""

    def __init__(self, file: Bestand) -> None:
        text, _ = decode(file.path, file.data)
        if text is None:  # it was read before, or there would be no dataset
            raise ValueError(file.path)
        self.path = file.path
        self.data = file.data
        self.parsed: Parsed = parse(file.path, file.data)
        self.lines = text.splitlines()

    @property
    def value(self) -> dict[str, object]:
        """What it says."""
        return self.parsed.value if isinstance(self.parsed.value, dict) else {}

    @property
    def plain(self) -> bool:
        """Whether each of its keys begins a line of its own."""
        places = [place for loc, place in self.parsed.places.keys.items() if len(loc) == 1]
        return all(column == 1 for _, column in places)

    def block(self, key: str) -> list[str]:
        """The lines of *key* with all that belongs to it, as they stand; none without the key."""
        starts = {loc[0]: n for loc, (n, _) in self.parsed.places.keys.items() if len(loc) == 1}
        if key not in starts:
            return []
        start = starts[key] - 1
        end = min((n - 1 for n in starts.values() if n - 1 > start), default=len(self.lines))
        lines = self.lines[start:end]
        while len(lines) > 1 and _between(lines[-1]):
            lines.pop()
        return lines

    def opens(self, key: str) -> bool:
        """Whether what belongs to *key* stands on the lines below it."""
        return bool(re.fullmatch(rf"{key}:\s*(?:#.*)?", (self.block(key) or [""])[0]))

    def appended(self, lines: Iterable[str]) -> bytes:
        """The file with *lines* after all that stands, in its own line ends."""
        end = self.newline
        gap = b"" if not self.data or self.data.endswith((b"\n", b"\r")) else end.encode()
        return self.data + gap + "".join(f"{line}{end}" for line in lines).encode()

    @property
    def newline(self) -> str:
        """How its lines end."""
        return line_end(self.data)


def line_end(data: bytes) -> str:
    """How the lines of *data* end: as the first one does."""
    first = data.partition(b"\n")[0]
    return "\r\n" if b"\n" in data and first.endswith(b"\r") else "\n"


def _between(line: str) -> bool:
    """Whether a line belongs to what follows it, or to nothing."""
    return not line.strip() or line.startswith("#")
