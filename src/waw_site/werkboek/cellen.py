"""The cells of a row → whose row it is, and what each says."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.text import INVISIBLE
from waw_site.werkboek import opgave, vorm
from waw_site.werkboek.blad import Inhoud
from waw_site.werkboek.keuze import Keuzes
from waw_site.werkboek.opgave import AfgekeurdError, Opgave
from waw_site.werkboek.tabel import Bezwaar, Cel, Plaats
from waw_site.werkboek.vorm import Kolom, Regel, Soort

WEG = "–"  # in a cell of words: what stands there is to go


class BezwaarError(Exception):
    """A row of which it cannot be said whose it is, and why."""

    def __init__(self, bezwaar: Bezwaar) -> None:
        super().__init__(bezwaar.melding)
        self.bezwaar = bezwaar


class Cellen:
    """Reads the cells of rows by the words of *dataset*; *alleen* is the quarter asked for."""

    def __init__(self, dataset: Dataset, alleen: Kwartaal | None) -> None:
        self.dataset = dataset
        self.programma = dataset.programma
        self.lijsten = vorm.lijsten(dataset)
        self.alleen = alleen

    def kwartaal(self, cel: Cel | None, at: Plaats) -> Kwartaal:
        """Of when a row is. Raises BezwaarError."""
        ritme = self.programma.ritme
        if cel is None:
            if self.alleen:
                return self.alleen
            message = f"In deze regel ontbreekt het {ritme}."
            raise BezwaarError(Bezwaar(at, message, "Vul het in, of zeg het met --kwartaal."))
        if isinstance(cel.waarde, date):
            raise BezwaarError(
                Bezwaar(
                    cel.plaats,
                    opgave.datum(cel.waarde).melding,
                    f"Schrijf het {ritme}, zoals {ritme.voorbeeld}.",
                )
            )
        try:
            return Kwartaal.parse(cel.tekst, ritme)
        except ValueError:
            message = f"“{cel.tekst}” is geen {ritme}."
            raise BezwaarError(
                Bezwaar(cel.plaats, message, f"Schrijf het zoals {ritme.voorbeeld}.")
            ) from None

    def regel(self, cells: Mapping[str, Cel], at: Plaats) -> Regel:
        """Whose row it is: its hidden key and its words must say the same. Raises BezwaarError."""
        key = cells.get("sleutel")
        slug = key.tekst.partition("/")[0] if key else ""
        if key and slug not in self.dataset.projecten:
            message = f"Een project met de verborgen sleutel “{slug}” is er niet (meer)."
            hint = "Heet het in de monitor nu anders? Maak dan een nieuw werkboek."
            raise BezwaarError(Bezwaar(at, message, hint))
        named = self._genoemd(cells, at)
        if key and key.tekst != str(named):
            words = self._woorden(named)
            message = f"De regel heet {words}, maar de verborgen sleutel zegt “{key.tekst}”."
            hint = "Is maar een deel van het blad gesorteerd of geplakt? Neem de hele regel mee."
            raise BezwaarError(Bezwaar(at, message, hint))
        return named

    def _genoemd(self, cells: Mapping[str, Cel], at: Plaats) -> Regel:
        slug = self._een(cells, "project", self.lijsten["project"], at)
        if "verdeling" not in cells and "deel" not in cells:
            return Regel(slug)
        if not self.programma.dimensies:
            cel = cells.get("verdeling") or cells["deel"]
            raise BezwaarError(Bezwaar(cel.plaats, "Dit programma kent geen verdelingen."))
        naar = tuple(self._een(cells, "verdeling", self.lijsten["verdeling"], at).split("+"))
        deel = self._een(cells, "deel", vorm.delen(self.programma, naar), at)
        return Regel(slug, naar, tuple(deel.split("+")))

    def _een(self, cells: Mapping[str, Cel], name: str, words: Keuzes, at: Plaats) -> str:
        cel = cells.get(name)
        if cel is None:
            message = f"In deze regel ontbreekt de naam onder “{name.capitalize()}”."
            raise BezwaarError(
                Bezwaar(at, message, "Zet haar terug; zonder is de regel van niemand.")
            )
        if isinstance(cel.waarde, date | time | timedelta):
            afgekeurd = opgave.datum(cel.waarde)
            raise BezwaarError(Bezwaar(cel.plaats, afgekeurd.melding, afgekeurd.hint))
        key = words.sleutel(cel.tekst)
        if key is None:
            message = f"“{cel.tekst}” is onbekend als {name}."
            own = cells["sleutel"].tekst if name == "project" and "sleutel" in cells else ""
            naam = words.woorden.get(own.partition("/")[0])
            hint = (
                f"Volgens de verborgen sleutel is dit “{naam}”; zet die naam hier." if naam else ""
            )
            raise BezwaarError(Bezwaar(cel.plaats, message, hint or words.hint(cel.tekst)))
        return key

    def _woorden(self, regel: Regel) -> str:
        words = (vorm.naam(self.programma, self.lijsten, regel, k.sleutel) for k in vorm.VAST[1:])
        return f"“{', '.join(word for word in words if word)}”"

    def waarde(self, cel: Cel, kolom: Kolom, regel: Regel, *, csv: bool) -> Inhoud | None:
        """What a cell says. Raises AfgekeurdError."""
        if kolom.soort is Soort.CIJFER:
            figure = opgave.lees(cel.waarde, opmaak=cel.opmaak, csv=csv)
            if figure:
                self._past(figure, kolom, regel)
            return figure
        if regel.naar:
            message = f"Bij een deel hoort geen {kolom.kop.lower()}."
            raise AfgekeurdError(message, "Zet het in de regel van het project.")
        if isinstance(cel.waarde, date | time | timedelta):
            raise opgave.datum(cel.waarde)
        if isinstance(cel.waarde, bool):
            raise AfgekeurdError("Hier staat WAAR of ONWAAR. Verwacht: woorden.", "Kies ja of nee.")
        text = woorden(cel.waarde)
        if INVISIBLE.search(text):
            raise AfgekeurdError("Hier staat een onzichtbaar stuurteken.", "Typ de tekst opnieuw.")
        if kolom.soort is Soort.TEKST or text == WEG:
            return text
        words = self.lijsten[kolom.lijst]
        key = words.sleutel(text)
        if key is None:
            raise AfgekeurdError(f"“{text}” staat niet in de lijst.", words.hint(text))
        return key

    def _past(self, figure: Opgave, kolom: Kolom, regel: Regel) -> None:
        """A percentage and a part are numbers of their own kind. Raises AfgekeurdError."""
        about = self.programma.indicatoren[kolom.indicator]
        whole = isinstance(figure.waarde, int) and not figure.kwalificatie
        if regel.naar and about.soort != "aantal":
            raise AfgekeurdError("Een percentage heeft geen delen.", "Laat deze cel leeg.")
        if regel.naar and not whole:
            message = f"Hier staat “{figure}”. Verwacht: het precieze getal van dit deel."
            raise AfgekeurdError(message, "Is er niemand? Schrijf 0.")
        if about.soort == "percentage" and isinstance(figure.waarde, int) and figure.waarde > 100:
            raise AfgekeurdError(f"Een percentage is hoogstens 100; hier staat {figure.waarde}.")


def woorden(value: object) -> str:
    """A value as text; its lines stay."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = (" ".join(line.split()) for line in str(value).replace("_x000D_", "").splitlines())
    return "\n".join(lines).strip()
