"""Words to choose from, each with the key that stands for it in the YAML."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from waw_site.problem import nearest


def gelijk(text: str) -> str:
    """*text* as it is compared: no difference of capitals and spaces."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class Keuzes:
    """The words of one list: key → word, in the order of the list."""

    namen: Mapping[str, str]

    @cached_property
    def woorden(self) -> dict[str, str]:
        """key → word; where two would be the same, each has its key behind it."""
        times = Counter(gelijk(naam) for naam in self.namen.values())
        return {
            key: naam if times[gelijk(naam)] == 1 else f"{naam} ({key})"
            for key, naam in self.namen.items()
        }

    @cached_property
    def _sleutels(self) -> dict[str, str]:
        words = {gelijk(word): key for key, word in self.woorden.items()}
        return {gelijk(key): key for key in self.namen} | words

    def woord(self, key: str) -> str:
        """The word for *key*; a key that the list does not have is its own word."""
        return self.woorden.get(key, key)

    def sleutel(self, word: str) -> str | None:
        """The key for *word*, which may be a key too."""
        return self._sleutels.get(gelijk(word))

    def hint(self, word: str) -> str:
        """The word that was probably meant."""
        return nearest(word, self.woorden.values())


def van(words: Iterable[str]) -> Keuzes:
    """A list in which each word is its own key."""
    return Keuzes({str(word): str(word) for word in words})
