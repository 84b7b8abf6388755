"""Write the schemas that editors of YAML complete and check with."""

from waw_site import schemas
from waw_site.commands.shared import FINE, legneer, opened, refuse, told, where
from waw_site.options import Options


def run(options: Options) -> int:
    """
    Write them beside data/, and what VS Code must know of them where it has been told nothing.

    The data may have faults: only the words of the programme are needed.
    """
    found, _ = opened(options)
    if found.dataset is None:
        return refuse(found, options)
    root = options.data.absolute().parent
    made = schemas.bestanden(found.dataset)
    files = {root / "schemas" / name: text for name, text in made.items()}
    settings = {"settings.json": schemas.instellingen(), "extensions.json": schemas.aanbevolen()}
    own = {root / ".vscode" / name: text for name, text in settings.items()}
    with told("De schema's konden"):
        written = legneer(files | {path: text for path, text in own.items() if not path.exists()})
    for path in written:
        print(f"Geschreven: {where(path)}")
    if not written:
        print("De schema's zijn bij.")
    return FINE
