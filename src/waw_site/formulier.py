"""Models, words and files → what the form in the browser offers (a configuration of Decap CMS)."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Stand
from waw_site.schemas import schema
from waw_site.soorten import SOORTEN
from waw_site.uitleg import uitleg
from waw_site.veld import Veld, Velden
from waw_site.woorden import woorden

PERIODEN = 4  # periods of which the figures are offered, the newest first
_EIGEN = "/api/v1"  # where the service on this computer answers
_VAST: Mapping[str, Any] = {
    "locale": "nl",
    "publish_mode": "simple",
    "editor": {"preview": False},
    "media_folder": "content/beelden",
    "show_preview_links": False,
}
_MAPPEN = {
    "editie": ("Edities", "data/edities", "titel"),
    "brief": ("Brieven", "data/brieven", "titel"),
    "voorstel": ("Voorstellen", "data/voorstellen", "titel"),
    "begroting": ("Begrotingen", "data/begrotingen", "titel"),
    "terugblik": ("Terugblikken", "data/terugblikken", "titel"),
    "verhaal": ("Verhalen", "content/verhalen", "titel"),
}
_ALLEEN_HIER = (
    "# In programma.yaml staat niet in welke dienst voor git deze bestanden staan (formulier).\n"
    "# Dit formulier werkt daarom alleen op uw eigen computer.\n"
)
_BEGIN = "# Gemaakt door: python build.py formulier. Wijzig dit bestand niet.\n"


def instellingen(dataset: Dataset) -> str:
    """The configuration, with a remark on where it works."""
    dienst = dataset.programma.formulier
    made = {
        "backend": dienst.backend if dienst else {"name": "proxy", "proxy_url": _EIGEN},
        **({"local_backend": {"url": f"http://localhost:8081{_EIGEN}"}} if dienst else {}),
        **_VAST,
        "collections": list(_verzamelingen(dataset)),
    }
    text = yaml.dump(made, allow_unicode=True, sort_keys=False, width=100)
    return f"{_BEGIN}{'' if dienst else _ALLEEN_HIER}{text}"


def _verzamelingen(dataset: Dataset) -> Iterator[Veld]:
    names = woorden(dataset)
    for kwartaal in _nieuwste(dataset):
        yield _cijfers(dataset, kwartaal, names)
    yield _projecten(dataset)
    for kind, (label, folder, titel) in _MAPPEN.items():
        if any(path.startswith(f"{folder}/") for path in (*dataset.places, *dataset.teksten)):
            yield _map(kind, label, folder, titel) | {"fields": velden(dataset, kind)}
    if dataset.edities:
        yield from _teksten(dataset, max(dataset.edities))


def _nieuwste(dataset: Dataset) -> list[Kwartaal]:
    known = {kwartaal for standen in dataset.standen.values() for kwartaal in standen}
    return sorted(known, reverse=True)[:PERIODEN]


def velden(dataset: Dataset, kind: str) -> list[Veld]:
    """The fields of one kind of file."""
    return _velden(dataset, kind, woorden(dataset))


def _velden(dataset: Dataset, kind: str, names: Mapping[str, Mapping[str, str]]) -> list[Veld]:
    made = schema(SOORTEN[kind])
    fields = Velden(made, names, dataset.programma.ritme.voorbeeld).van(made)
    if kind == "verhaal":
        fields.append({"name": "body", "label": "Tekst", "widget": "text"})
    return fields


def _cijfers(dataset: Dataset, kwartaal: Kwartaal, names: Mapping[str, Mapping[str, str]]) -> Veld:
    """The positions of one period: each project with the indicators that it reports."""
    files = []
    dimensies = _dimensies(dataset, kwartaal)
    for slug, standen in dataset.standen.items():
        if kwartaal in standen and slug in dataset.projecten:
            asked = _indicatoren(dataset, slug, kwartaal)
            label = dataset.projecten[slug].name_in(kwartaal)
            cijfers, *rest = _velden(dataset, "stand", {**names, "indicatoren": asked})
            fields = [cijfers | {"label": f"{label}: cijfers tot en met {kwartaal}"}, *rest]
            if dimensies:
                fields.insert(1, _verdelingen(asked, dimensies))
            path = f"data/projecten/{slug}/{kwartaal}.yaml"
            files.append({"name": slug, "label": label, "file": path, "fields": fields})
    return _bestanden(f"cijfers-{kwartaal}", f"Cijfers {kwartaal}", files)


def _dimensies(dataset: Dataset, kwartaal: Kwartaal) -> Veld:
    """By what a figure is broken down in a period, with the parts that must be there."""
    p = dataset.programma
    return {
        naam: {
            "label": dimensie.naam,
            "delen": {
                deel: {"label": told, "nodig": deel in p.verplicht(naam, kwartaal)}
                for deel, told in p.delen(naam).items()
            },
        }
        for naam, dimensie in p.dimensies.items()
    }


def _verdelingen(indicatoren: Mapping[str, str], dimensies: Veld) -> Veld:
    """The breakdowns of a position: a field of our own, as the parts follow from the dimensions."""
    told = uitleg(Stand)["verdelingen"]
    return {
        "name": "verdelingen",
        "label": "Verdelingen",
        "hint": told.zin,
        "widget": "verdelingen",
        "required": False,
        "indicatoren": dict(indicatoren),
        "dimensies": dimensies,
    }


def _indicatoren(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> dict[str, str]:
    """What a project reports, and what else stands in its position."""
    project, about = dataset.projecten[slug], dataset.programma.indicatoren
    own = dataset.programma.counted if project.indicatoren is None else project.indicatoren
    asked = dict.fromkeys([*own, *dataset.standen[slug][kwartaal].cijfers])
    return {n: project.labels.get(n, about[n].label) for n in asked if n in about}


def _projecten(dataset: Dataset) -> Veld:
    fields = velden(dataset, "project")
    return _bestanden(
        "projecten",
        "Projecten",
        [
            {
                "name": slug,
                "label": project.naam,
                "file": f"data/projecten/{slug}/project.yaml",
                "fields": fields,
            }
            for slug, project in dataset.projecten.items()
        ],
    )


def _teksten(dataset: Dataset, kwartaal: Kwartaal) -> Iterator[Veld]:
    """The texts of the newest edition: what stands above each is kept, and not shown."""
    folder = f"content/{kwartaal}/"
    files = [
        {
            "name": path.removeprefix(folder).removesuffix(".md").replace("/", "-"),
            "label": path.removeprefix(folder).removesuffix(".md"),
            "file": path,
            "fields": [{"name": "body", "label": f"Tekst van {path}", "widget": "text"}],
        }
        for path in dataset.teksten
        if path.startswith(folder)
    ]
    if files:
        made = _bestanden(f"teksten-{kwartaal}", f"Teksten {kwartaal}", files)
        yield made | {"format": "monitor-tekst"}


def _bestanden(name: str, label: str, files: list[Veld]) -> Veld:
    """Files by their labels, as an editor looks for them."""
    ordered = sorted(files, key=lambda file: (file["label"].casefold(), file["name"]))
    return {"name": name, "label": label, "format": "monitor", "files": ordered}


def _map(kind: str, label: str, folder: str, titel: str) -> Veld:
    """Every file in a folder; none is made or thrown away here."""
    text = folder.startswith("content/")
    return {
        "name": kind,
        "label": label,
        "folder": folder,
        "extension": "md" if text else "yaml",
        "format": "monitor-tekst" if text else "monitor",
        "create": False,
        "delete": False,
        "identifier_field": titel,
        "summary": "{{filename}}: {{" + titel + "}}",
    }
