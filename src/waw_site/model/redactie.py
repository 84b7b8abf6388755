"""`formulier` in programma.yaml: in which service for git the files of the programme stand."""

from typing import Any, Literal

from waw_site.model.types import Model, Tekst, Webadres

_API = {"gitlab": "/api/v4", "gitea": "/api/v1", "forgejo": "/api/v1"}


class Formulier(Model):
    """
    Where the form in the browser reads and saves; without it, only on the editor's own computer.

    `adres` is that of a service of one's own, `aanmelden` that of the service that signs editors in
    to GitHub, `app` the number under which the form is known to the other services.
    """

    dienst: Literal["github", "gitlab", "gitea", "forgejo"]
    """De dienst voor git. Bijvoorbeeld: gitlab"""
    project: Tekst
    """Het project in die dienst. Bijvoorbeeld: voorbeeld/monitor"""
    tak: Tekst = "main"
    """De tak waar het formulier in bewaart. Bijvoorbeeld: main"""
    adres: Webadres | None = None
    """Het adres van een eigen dienst. Bijvoorbeeld: https://git.voorbeeld.nl"""
    aanmelden: Webadres | None = None
    """Bij github: de dienst die redacteuren aanmeldt. Bijvoorbeeld: https://aanmelden.voorbeeld.nl"""
    app: Tekst | None = None
    """Bij de andere diensten: het nummer waaronder het formulier daar bekend is."""

    @property
    def backend(self) -> dict[str, Any]:
        """What Decap CMS calls it."""
        made: dict[str, Any] = {"name": self.dienst, "repo": self.project, "branch": self.tak}
        if self.dienst == "gitlab":
            made["auth_type"] = "pkce"
        if self.dienst == "github" and self.adres:
            made["api_root"] = f"{self.adres.rstrip('/')}/api/v3"
        if self.dienst != "github" and self.adres:
            base = self.adres.rstrip("/")
            made |= {"base_url": base, "api_root": f"{base}{_API[self.dienst]}"}
        if self.aanmelden:
            made["base_url"] = self.aanmelden
        return made | ({"app_id": self.app} if self.app else {})
