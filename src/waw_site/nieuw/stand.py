"""The next position of a project: its figures empty, with the last ones as comments beside them."""

from collections.abc import Iterator, Mapping

from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Cijfer, Stand
from waw_site.nieuw.yaml import Tekstbestand, comment
from waw_site.read import Bestand


def stand(
    dataset: Dataset, files: Mapping[str, Bestand], slug: str, *, kwartaal: Kwartaal, document: str
) -> bytes:
    """The file of the position of *slug* in *kwartaal*, in the line ends of the one before."""
    before = {k: s for k, s in dataset.standen.get(slug, {}).items() if k < kwartaal}
    newest = max(before, default=None)
    last = Tekstbestand(files[ds.stand_path(slug, newest)]) if newest else None
    lines = [
        f"# De stand tot en met {kwartaal}. Niet gemeld? Zeg in een toelichting waarom.",
        "cijfers:",
        *(
            _cijfer(dataset, slug, indicator, kwartaal=kwartaal)
            for indicator in indicatoren(dataset, slug, kwartaal)
        ),
    ]
    if last and isinstance(said := last.value.get("toelichting"), str):
        lines += comment(f"toelichting in {newest}: {' '.join(said.split())}")
    split = [k for k, s in before.items() if s.verdelingen]
    if split:
        lines += _verdelingen(before[max(split)], max(split))
    lines.append(f"bron: {{document: {document}}}")
    end = last.newline if last else "\n"
    return "".join(f"{line}{end}" for line in lines).encode()


def indicatoren(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> tuple[str, ...]:
    """What *slug* reports: as its last position does, then what it reported or should besides."""
    standen = dataset.standen.get(slug, {})
    earlier = [standen[k] for k in sorted(standen, reverse=True) if k < kwartaal]
    own = dataset.projecten[slug].indicatoren
    expected = dataset.programma.counted if own is None else own
    told = [indicator for s in earlier for indicator in s.cijfers]
    return tuple(dict.fromkeys(i for i in (*told, *expected) if own is None or i in own))


def _cijfer(dataset: Dataset, slug: str, indicator: str, *, kwartaal: Kwartaal) -> str:
    """An empty figure, with its last one and its goal beside it."""
    standen = dataset.standen.get(slug, {})
    known = {
        k: s.cijfers[indicator]
        for k, s in standen.items()
        if k < kwartaal and indicator in s.cijfers and s.cijfers[indicator].waarde is not None
    }
    remarks = [f"{geschreven(known[max(known)])} in {max(known)}"] if known else []
    doel = dataset.projecten[slug].goal_in(kwartaal, indicator)
    if doel and doel.totaal is not None:
        remarks.append(f"doel {doel.totaal}")
    if doel and kwartaal in doel.tussendoelen:
        remarks.append(f"tussendoel {doel.tussendoelen[kwartaal]}")
    return f"  {indicator}:{'  # ' if remarks else ''}{'; '.join(remarks)}"


def geschreven(cijfer: Cijfer) -> str:
    """A figure as an editor says it."""
    words = f"{cijfer.kwalificatie} " if cijfer.kwalificatie else ""
    return f"{words}{'niet gemeld' if cijfer.waarde is None else cijfer.waarde}"


def _verdelingen(stand: Stand, van: Kwartaal) -> Iterator[str]:
    """The breakdowns of an earlier position, empty, as comments: a part cannot be left open."""
    yield f"# Zo was het verdeeld in {van}. Haal de hekjes weg en vul in wat nu geldt."
    yield "# verdelingen:"
    for verdeling in stand.verdelingen:
        yield f"#   - naar: [{', '.join(verdeling.naar)}]"
        yield "#     cijfers:"
        for indicator, delen in verdeling.cijfers.items():
            yield f"#       {indicator}:"
            for deel, number in delen.items():
                if isinstance(number, dict):
                    yield f"#         {deel}:"
                    yield from (f"#           {inner}:  # {n}" for inner, n in number.items())
                else:
                    yield f"#         {deel}:  # {number}"
