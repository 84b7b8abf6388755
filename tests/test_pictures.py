"""The pages of the small site look as they were accepted, and what changes them is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Page, Playwright

from camera import COLOURS, Shot, alike, chromium, keep, look, printed, seen
from on_disk import KLEIN, make

ACCEPTED = Path(__file__).parent / "pictures"
EDITION, PAPER = "2024-Q2/index.html", "editie-druk"
SCREENS = {
    "archief": ("index.html", Shot()),
    "editie": (EDITION, Shot()),
    "editie-smal": (EDITION, Shot(320)),
    "editie-donker": (EDITION, Shot(dark=True)),
    "project-768": ("projecten/techniek/index.html", Shot(768)),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures") / "site"
    make(KLEIN, folder)
    return folder


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = chromium(playwright)
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(bypass_csp=True)  # so that a test may change the style
    yield page
    page.close()


def taken(page: Page, site: Path, name: str) -> Image.Image:
    path, shot = SCREENS.get(name, (EDITION, Shot()))
    look(page, (site / path).as_uri(), shot)
    return printed(page, 1)[0] if name == PAPER else seen(page)


@pytest.mark.parametrize("name", [*SCREENS, PAPER])
def test_page_looks_as_accepted(
    page: Page, site: Path, name: str, bless: bool, tmp_path: Path
) -> None:
    """Changed on purpose? Run `make bless`, and look at the picture that it wrote."""
    now = taken(page, site, name)
    if bless:
        keep(now, ACCEPTED / f"{name}.png")
    now.save(tmp_path / "now.png")
    with Image.open(ACCEPTED / f"{name}.png") as accepted:
        assert alike(accepted, now), f"compare {accepted.filename} with {tmp_path / 'now.png'}"


def test_no_picture_is_left_behind() -> None:
    assert {path.stem for path in ACCEPTED.iterdir()} == {*SCREENS, PAPER}


def test_accepted_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in ACCEPTED.iterdir()) < 400_000


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("way", ["finer", "whole pixels"])
def test_smoothing_of_letters_is_no_change(
    playwright: Playwright, page: Page, site: Path, name: str, way: str
) -> None:
    """Drawn finer and made smaller, or each letter on a whole pixel: it is still the same."""
    before = taken(page, site, name)
    path, shot = SCREENS[name]
    finer = 2 if way == "finer" else 1
    other = chromium(playwright, *(() if finer > 1 else ("--disable-font-subpixel-positioning",)))
    fine = other.new_page(device_scale_factor=finer)
    look(fine, (site / path).as_uri(), shot)
    after = seen(fine).reduce(finer)
    other.close()
    assert after.tobytes() != before.tobytes()
    assert alike(before, after)


@pytest.mark.parametrize("name", ["archief", "editie", "editie-smal", "project-768"])
@pytest.mark.parametrize(
    "style",
    [
        "main { transform: translateY(8px) }",
        "h1 { transform: translateX(8px) }",
        "h1 { color: #c00 !important }",
        "a { color: #1d653a !important }",
        "html, body { background: #fff !important }",
        "body, body * { color: #444 !important }",
        "h1 { visibility: hidden }",
        "html { font-size: 102% }",
    ],
)
def test_a_change_of_style_is_seen(page: Page, site: Path, name: str, style: str) -> None:
    """A block that moved, and a colour that is another, also where it is that of a link."""
    before = taken(page, site, name)
    page.add_style_tag(content=style)
    assert not alike(before, seen(page))


def accepted(name: str) -> Image.Image:
    with Image.open(ACCEPTED / f"{name}.png") as picture:
        return picture.convert("RGB")


@pytest.mark.parametrize("name", [*SCREENS, PAPER])
def test_altered_pictures(name: str) -> None:
    """Blurred or in fewer colours it is the same; with a strip that moved or is gone it is not."""
    picture = accepted(name)
    width, height = picture.size
    strip = (0, height // 3, width, height // 2)
    moved, gone = picture.copy(), picture.copy()
    moved.paste(ImageChops.offset(picture.crop(strip), 8, 0), strip)
    gone.paste(picture.getpixel((1, 1)), strip)
    assert alike(picture, picture.filter(ImageFilter.GaussianBlur(0.7)))
    assert alike(picture, picture.quantize(COLOURS // 2))
    assert [alike(picture, other) for other in (moved, gone)] == [False, False]
    assert not alike(picture, picture.crop((0, 0, width, height - 1)))


def test_what_is_alike_is_not_written_anew(tmp_path: Path) -> None:
    """So that blessing on another machine changes no byte where nothing changed."""
    path, picture = tmp_path / "x.png", accepted("editie")
    keep(picture, path)
    first = path.read_bytes()
    keep(picture.filter(ImageFilter.GaussianBlur(0.5)), path)
    assert path.read_bytes() == first
    keep(ImageChops.invert(picture), path)
    assert path.read_bytes() != first
