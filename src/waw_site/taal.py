"""How the texts read: long sentences, rare words, the passive voice, and a score per text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from statistics import median

import simplemma
import textstat
from wordfreq import zipf_frequency

from waw_site.alinea import Volzin, volzinnen
from waw_site.binding import Stuk
from waw_site.dataset import Dataset
from waw_site.problem import Ernst, Place, Problem
from waw_site.zin import Zin

LANGST = 15  # words of a sentence
ZELDZAAM = 3.0  # on the Zipf scale: once in a million words
MINSTENS = 30  # words of a text that gets a score
_DEEL = 4  # letters of a part of a compound

# The table that Douma gave with his formula, each from its score on.
_LEESGEMAK = (
    (90, "zeer gemakkelijk"),
    (80, "gemakkelijk"),
    (70, "tamelijk gemakkelijk"),
    (60, "normaal"),
    (45, "tamelijk moeilijk"),
    (30, "moeilijk"),
)
_IN_DELEN = {2: "tweeën", 3: "drieën"}

_WORDEN = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b")
_DEELZIN = re.compile(
    r"[,;:()–—]|\b(?:als|dat|die|doordat|maar|nadat|omdat|terwijl|toen|waar\w*|wie|zodat|zodra)\b"
)
_DEELWOORD = re.compile(r"(?:[a-z]{2,6})?(?:ge|be|ver|ont|her|er)[a-zë]{2,}(?:d|t|n)")


def opmerkingen(
    stukken: Iterable[Stuk], gebonden: Mapping[str, Zin], dataset: Dataset
) -> Iterator[Problem]:
    """Remarks on every text, and one line that sums each up."""
    stukken = list(stukken)
    namen = frozenset(_namen(stukken, dataset))
    teksten: dict[str, list[Volzin]] = {}
    for stuk in stukken:
        if stuk.cijfers:
            teksten.setdefault(stuk.plek.path, []).extend(volzinnen(stuk, gebonden))
    for path, zinnen in teksten.items():
        if zinnen:
            yield _opmerking(Place(path), samenvatting(zinnen))
            yield from _lang(zinnen)
            yield from _lijdend(zinnen)
            yield from _zeldzaam(zinnen, namen)


def samenvatting(zinnen: Sequence[Volzin]) -> str:
    """One line on a text: its sentences, and how easily it reads by the formula of Flesch-Douma."""
    lengths = [len(volzin.woorden) for volzin in zinnen]
    midden = f"{median(lengths):g}".replace(".", ",")
    said = f"{len(zinnen)} zinnen, mediaan {midden} woorden, langste {max(lengths)}."
    if len(zinnen) == 1:
        said = f"1 zin van {midden} woorden."
    if sum(lengths) < MINSTENS:
        return f"{said} Te kort voor een score."
    score = min(max(round(leesgemak(zinnen)), 0), 100)  # the formula itself has no ends
    oordeel = next((word for least, word in _LEESGEMAK if score >= least), "zeer moeilijk")
    return f"{said} Leesgemak (Flesch-Douma) {score}: {oordeel}."


def leesgemak(zinnen: Iterable[Volzin]) -> float:
    """The reading ease by Flesch-Douma: about 100 is very easy, 0 is very hard."""
    textstat.set_lang("nl_NL")
    # Only the point at the end of a sentence is left: textstat takes each for an end.
    plain = (re.sub(r"[.!?…]", "", volzin.tekst) for volzin in zinnen)
    return float(textstat.flesch_reading_ease("".join(f"{text}. " for text in plain)))


def _lang(zinnen: Iterable[Volzin]) -> Iterator[Problem]:
    for volzin in zinnen:
        count = len(volzin.woorden)
        if count > LANGST:
            parts = _IN_DELEN.get(-(-count // LANGST), "stukken")
            message = f"Zin van {count} woorden: “{_kort(volzin.tekst)}”."
            yield _opmerking(volzin.place, message, f"Knip haar in {parts}.")


def _kort(text: str) -> str:
    words = text.rstrip(".").split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


def _lijdend(zinnen: Iterable[Volzin]) -> Iterator[Problem]:
    for volzin in zinnen:
        if found := lijdende_vorm(volzin.tekst):
            message = f"Lijdende vorm: “{found}”."
            yield _opmerking(volzin.place, message, "Zeg liever wie het doet.")


def lijdende_vorm(text: str) -> str:
    """The form of `worden` and the participle that stand in one clause of *text*, if they do."""
    for clause in _DEELZIN.split(text.lower()):
        if hulp := _WORDEN.search(clause):
            for word in re.findall(r"\w+", clause):
                if _DEELWOORD.fullmatch(word) and _is_deelwoord(word):
                    return f"{hulp[0]} … {word}"
    return ""


def _is_deelwoord(word: str) -> bool:
    """Whether *word* comes of a verb and is not its infinitive."""
    lemma = _lemma(word)
    return lemma != word and lemma.endswith("n") and lemma != "worden"


def _zeldzaam(zinnen: Iterable[Volzin], namen: frozenset[str]) -> Iterator[Problem]:
    """Each rare word, where a text first uses it."""
    seen = set(namen)
    for volzin in zinnen:
        for word in _gewone_woorden(volzin.tekst):
            if word not in seen and not all(map(bekend, word.split("-"))):
                message = f"Het woord “{word}” is zeldzaam."
                hint = "Kies een bekender woord, of leg het uit in data/afkortingen.yaml."
                yield _opmerking(volzin.place, message, hint)
            seen.add(word)


def _gewone_woorden(text: str) -> Iterator[str]:
    """The words of *text* in small letters, as they stand; no names, numbers and addresses."""
    for token in text.split():
        word = token.strip("“”‘’\"'()[].,;:!?…")
        if re.fullmatch(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*", word):
            yield word


@cache
def bekend(word: str) -> bool:
    """Whether *word* is used more than rarely, or was put together of words that are."""
    if _vaak(word):
        return True
    splits = range(_DEEL, len(word) - _DEEL + 1)
    return any(_voordeel(word[:n]) and bekend(word[n:]) for n in splits)


def _voordeel(part: str) -> bool:
    return _vaak(part) or (part.endswith("s") and _vaak(part[:-1]))


def _vaak(word: str) -> bool:
    return any(zipf_frequency(form, "nl") >= ZELDZAAM for form in (word, _lemma(word)))


def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="nl").replace("_", "")


def _namen(stukken: Iterable[Stuk], dataset: Dataset) -> Iterator[str]:
    """The words of names and of all that is explained: no one can choose others for those."""
    programma = dataset.programma
    for name in (
        *dataset.namen(),
        *(stuk.tekst for stuk in stukken if not stuk.cijfers),
        *dataset.afkortingen,
        *(form for a in dataset.afkortingen.values() for form in a.ook),
        *programma.sectoren.values(),
        *programma.soorten.values(),
        *programma.doelgroepen.values(),
    ):
        yield from re.findall(r"\w+(?:-\w+)*", name.lower())


def _opmerking(place: Place, message: str, hint: str = "") -> Problem:
    return Problem(place, message, hint, Ernst.OPMERKING)
