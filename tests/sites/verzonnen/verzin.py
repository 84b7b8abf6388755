"""
Invent the programme of this folder: no place, project, person or number in it exists.

Eight municipalities over eight quarters, person by person, so that everything adds up. Run it in
this folder to write `data/` anew; the same seed gives the same files.
"""

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

KWARTALEN = [f"{jaar}-Q{n}" for jaar in (2021, 2022) for n in (1, 2, 3, 4)]
GEMEENTEN = {  # name, share of the participants
    "voorbeeldstad": ("Voorbeeldstad", 30),
    "proefdam": ("Proefdam", 22),
    "denkberg": ("Denkberg", 15),
    "modelmeer": ("Modelmeer", 12),
    "fictiveen": ("Fictiveen", 9),
    "schijndorp": ("Schijndorp", 6),
    "testhuizen": ("Testhuizen", 4),
    "verzonnenwolde": ("Verzonnenwolde", 2),
}
WEG = ("schijndorp", 5)  # leaves the region after the fifth quarter
PROJECTEN = {  # name, category, participants a quarter, dimensions
    "zorgstap": ("Zorgstap", "scholing", 150, ("gemeente", "geslacht", "gemeente geslacht")),
    "techniekstap": ("Techniekstap", "scholing", 90, ("gemeente", "uitkering")),
    "taalstap": ("Taalstap", "ontwikkeling", 70, ("gemeente", "geslacht")),
    "leerwinkel": ("Leerwinkel", "ontwikkeling", 45, ("gemeente",)),
    "kleine-kring": ("Kleine Kring", "ontwikkeling", 1, ("gemeente",)),
    "losse-cursus": ("Losse cursus", "ontwikkeling", 12, ()),
}
RUBRIEKEN = {"scholing": "Scholing en leerwerk", "ontwikkeling": "Ontwikkeling"}
INDICATOREN = ("gestart", "afgerond", "bemiddeld")


@dataclass
class Mens:
    """One invented participant: where from, and in which quarter each step was taken."""

    gemeente: str
    geslacht: str
    uitkering: str
    stappen: dict[str, int]


def mensen(per_kwartaal: int, kans: random.Random) -> list[Mens]:
    """The participants of one project."""
    found = []
    for kwartaal in range(len(KWARTALEN)):
        names = [g for g in GEMEENTEN if g != WEG[0] or kwartaal < WEG[1]]
        weights = [GEMEENTEN[g][1] for g in names]
        for _ in range(max(1, round(per_kwartaal * kans.uniform(0.7, 1.3)))):
            begin = {"gestart": kwartaal}
            if kans.random() < 0.7:
                begin["afgerond"] = kwartaal + kans.choice((1, 2))
            if kans.random() < 0.4:
                begin["bemiddeld"] = kwartaal + kans.choice((1, 2, 3))
            found.append(
                Mens(
                    gemeente=kans.choices([*names, "onbekend"], [*weights, 3])[0],
                    geslacht=kans.choices(["vrouwen", "mannen", "onbekend"], [60, 36, 4])[0],
                    uitkering=kans.choices(["met", "zonder", "onbekend"], [45, 45, 10])[0],
                    stappen=begin,
                )
            )
    return found


DELEN = {
    "gemeente": [*GEMEENTEN, "onbekend"],
    "geslacht": ["vrouwen", "mannen", "onbekend"],
    "uitkering": ["met", "zonder", "onbekend"],
}


def stand(wie: list[Mens], kwartaal: int, dimensies: tuple[str, ...]) -> str:
    """The position of one project in one quarter, as YAML."""
    by = {i: [m for m in wie if m.stappen.get(i, 99) <= kwartaal] for i in INDICATOREN}
    lines = ["cijfers: {" + ", ".join(f"{i}: {len(by[i])}" for i in INDICATOREN) + "}"]
    lines += ["verdelingen:"] if dimensies else []
    for naar in dimensies:
        dims = naar.split()
        lines += [f"  - naar: [{', '.join(dims)}]", "    cijfers:"]
        for i in INDICATOREN if len(dims) == 1 else INDICATOREN[:1]:
            lines.append(f"      {i}:")
            lines += [f"        {deel}" for deel in parts(by[i], dims)]
    return "\n".join([*lines, "bron: {document: verzonnen}", ""])


def parts(wie: list[Mens], dims: list[str]) -> list[str]:
    count = Counter(tuple(getattr(m, d) for d in dims) for m in wie)
    if len(dims) == 1:
        return [f"{deel}: {count[(deel,)]}" for deel in DELEN[dims[0]]]
    return [
        f"{een}: {{" + ", ".join(f"{ander}: {count[(een, ander)]}" for ander in DELEN[dims[1]]) + "}"
        for een in DELEN[dims[0]]
    ]


PROGRAMMA = """\
# Dit programma is verzonnen, om de bescherming van cijfers op te beproeven.
naam: Verzonnen Werk
regio: Verzonnen regio
begin: 2021-Q1
indicatoren:
  gestart: {label: Gestarte trajecten, kort: gestart, eenheid: trajecten, telt_mee: ja}
  afgerond:
    {label: Afgeronde scholing, kort: afgerond, eenheid: trajecten, telt_mee: ja, hoogstens: [gestart]}
  bemiddeld:
    label: Bemiddeld naar werk
    kort: bemiddeld
    eenheid: inwoners
    kop: inwoners vonden werk
    telt_mee: ja
    hoogstens: [gestart]
plannen:
  - vanaf: 2021-Q1
    einde: 2022-Q4
    tussendoel: lineair
    doelen:
      - {indicator: gestart, totaal: 3000}
      - {indicator: afgerond, totaal: 2000}
      - {indicator: bemiddeld, totaal: 1000}
    bron: {document: verzonnen}
gemeenten:
GEMEENTEN
dimensies:
  gemeente: {naam: Gemeente}
  geslacht: {naam: Geslacht, delen: {vrouwen: Vrouwen, mannen: Mannen}}
  uitkering:
    {naam: Uitkering, gevoelig: ja, delen: {met: Met uitkering, zonder: Zonder uitkering}}
bescherming:
  minst: 5
  minst_gevoelig: 10
  breedte: 5
  nullen: verbergen
  volle_groepen: verbergen
  groei: verbergen
  project: tonen
  rubriek: tonen
"""


def main() -> None:
    """Write data/."""
    kans = random.Random(2021)
    data = Path("data")
    (data / "edities").mkdir(parents=True, exist_ok=True)
    Path("content").mkdir(exist_ok=True)
    left = f", tot_en_met: {KWARTALEN[WEG[1] - 1]}"
    rows = [
        f"  {g}: {{naam: {naam}{left if g == WEG[0] else ''}}}" for g, (naam, _) in GEMEENTEN.items()
    ]
    text = PROGRAMMA.replace("GEMEENTEN", "\n".join(rows))
    (data / "programma.yaml").write_text(text)
    (data / "bronnen.yaml").write_text("verzonnen: {titel: Verzonnen monitor}\n")
    for slug, (naam, _, per_kwartaal, dimensies) in PROJECTEN.items():
        folder = data / "projecten" / slug
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "project.yaml").write_text(
            f"naam: {naam}\nstatus:\n  - {{fase: lopend}}\nbron: {{document: verzonnen}}\n"
        )
        wie = mensen(per_kwartaal, kans)
        for n, kwartaal in enumerate(KWARTALEN):
            (folder / f"{kwartaal}.yaml").write_text(stand(wie, n, dimensies))
    groups = [
        f"  - rubriek: {r}\n    naam: {naam}\n    projecten: "
        f"[{', '.join(p for p, about in PROJECTEN.items() if about[1] == r)}]"
        for r, naam in RUBRIEKEN.items()
    ]
    for kwartaal in KWARTALEN:
        lines = ["titel: Verzonnen monitor", "rubrieken:", *groups, "bron: {document: verzonnen}"]
        (data / "edities" / f"{kwartaal}.yaml").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
