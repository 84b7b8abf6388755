"""
The contrast of every text and every mark, computed from what the browser paints.

axe cannot tell what lies behind a text of a chart. Here a text is compared with the shapes below it
(4.5), and a mark with what lies beside it (3); `waw-raster` is left out, since it only guides
the eye and every number that it helps to read stands beside it.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from on_screen import EVERY_KIND, SCHEMES, examples, measure, show


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("site", "kind"), EVERY_KIND)
def test_every_text_and_mark_stands_out(
    page: Page, folder: Path, site: str, kind: str, scheme: str
) -> None:
    """On a wide and a narrow screen, and on paper."""
    found = []
    for path in examples(folder / site, kind):
        for width, media in ((1280, "screen"), (320, "screen"), (768, "print")):
            page.emulate_media(color_scheme=scheme, media=media)
            show(page, path, width=width)
            result = measure(page, "lacking")
            assert result["looked"], path
            found += [(path, width, media, what) for what in result["found"]]
    assert found == []
