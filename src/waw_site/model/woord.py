"""Names that the programme's own files give: which list each is from, for schemas and the form."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from waw_site.model.types import KwartaalVeld, Slug, Tekst


@dataclass(frozen=True, slots=True)
class Woord:
    """
    One of the names in *lijst*, such as the indicatoren of programma.yaml.

    It says so in the schema. Whether a file keeps to it is for `check`, with a better message.
    """

    lijst: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "woord": self.lijst}


Begrotingnaam = Annotated[Slug, Woord("begrotingen")]
Deelnaam = Annotated[Slug, Woord("delen")]
Dimensienaam = Annotated[Slug, Woord("dimensies")]
Documentnaam = Annotated[Slug, Woord("documenten")]
Doelgroepnaam = Annotated[Slug, Woord("doelgroepen")]
Editienaam = Annotated[KwartaalVeld, Woord("edities")]
Indicatornaam = Annotated[Slug, Woord("indicatoren")]
Postnaam = Annotated[Slug, Woord("posten")]
Projectnaam = Annotated[Slug, Woord("projecten")]
Sectornaam = Annotated[Slug, Woord("sectoren")]
Soortnaam = Annotated[Slug, Woord("soorten")]
Stuknaam = Annotated[Tekst, Woord("stukken")]

Indicatoren = Annotated[tuple[Indicatornaam, ...], Field(strict=False)]
Projecten = Annotated[tuple[Projectnaam, ...], Field(strict=False)]
