"""Every kind of file that editors write: its model, its name in words, and where it lies."""

from dataclasses import dataclass

from waw_site.load import MANY, ONE
from waw_site.model import Model, Verhaal, Voorwerk

TEKSTEN: dict[str, type[Model]] = {"verhaal": Verhaal, "voorwerk": Voorwerk}  # above a text


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of file; `glob` says where they lie, from the folder that holds data/ on."""

    kind: str
    titel: str
    zin: str
    glob: str

    @property
    def model(self) -> type[Model]:
        """What the file says, or what each name in it stands for."""
        return (ONE | MANY | TEKSTEN)[self.kind]

    @property
    def lijst(self) -> bool:
        """Whether the file maps names to things of one kind."""
        return self.kind in MANY


SOORTEN = {
    soort.kind: soort
    for soort in (
        Soort(
            "programma",
            "Het programma",
            "Wat er geteld wordt, de doelen, en de woorden die projecten gebruiken.",
            "data/programma.yaml",
        ),
        Soort(
            "bronnen",
            "De bronnen",
            "De documenten waar cijfers uit komen, elk met een korte naam.",
            "data/bronnen.yaml",
        ),
        Soort(
            "project",
            "Een project",
            "Wie een project is; de map geeft het zijn korte naam.",
            "data/projecten/*/project.yaml",
        ),
        Soort(
            "stand",
            "De stand van een project",
            "Hoe ver een project was, geteld vanaf het begin; het bestand heet naar de periode.",
            "data/projecten/*/[12]*.yaml",
        ),
        Soort(
            "editie",
            "Een editie",
            "Eén monitor; het bestand heet naar de periode.",
            "data/edities/*.yaml",
        ),
        Soort(
            "zegel",
            "Een zegel",
            "Wat een editie zei toen zij verscheen. Wijzig dit bestand niet.",
            "data/zegels/*.yaml",
        ),
        Soort(
            "afkortingen",
            "Afkortingen en begrippen",
            "Afkortingen en vakwoorden, met uitleg.",
            "data/afkortingen.yaml",
        ),
        Soort(
            "tegenspraken",
            "Tegenspraken",
            "Waar de bronnen elkaar tegenspreken.",
            "data/tegenspraken.yaml",
        ),
        Soort(
            "brief",
            "Een brief",
            "Een brief aan de raad; de tekst staat in content/brieven/.",
            "data/brieven/*.yaml",
        ),
        Soort(
            "voorstel",
            "Een voorstel",
            "Een voorstel met zijn besluiten, of de oplegger van een ander stuk.",
            "data/voorstellen/*.yaml",
        ),
        Soort(
            "begroting",
            "Een begroting",
            "Posten onder koppen, en wat er beschikbaar is.",
            "data/begrotingen/*.yaml",
        ),
        Soort(
            "terugblik",
            "Een terugblik",
            "De terugblik op een project.",
            "data/terugblikken/*.yaml",
        ),
        Soort(
            "verhaal",
            "Boven een verhaal",
            "De gegevens boven het verhaal van een deelnemer, tussen twee regels ---.",
            "content/verhalen/*.md",
        ),
        Soort(
            "voorwerk",
            "Boven een tekst",
            "De feiten boven een tekst, tussen twee regels ---.",
            "content/**/*.md",
        ),
    )
}
