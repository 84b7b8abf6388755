"""A picture is published as its pixels alone."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from hostile import BEELD, chunk, picture
from on_disk import KLEIN, copy, make, problems
from waw_site import beeld
from waw_site.beeld import LONGEST, gebreken, schoon

SECRETS = (b"Canon", b"Sanne de Vries", b"Exif", b"GPS", b"geheim", b"<x:xmpmeta", b"ICC_PROFILE")


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def photo(kind: str, *, turn: int = 1, size: tuple[int, int] = (40, 20)) -> bytes:
    """A picture with all that a telephone writes along: black at the left, white at the right."""
    image = Image.new("RGB", size, "white")
    image.paste("black", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = "Canon", "geheim"
    exif[Base.Artist], exif[Base.Orientation] = "Sanne de Vries", turn
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (52.0, 13.0, 23.0)
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    exif.get_ifd(IFD.Exif)[Base.UserComment] = b"ASCII\0\0\0geheim"
    more: dict[str, object] = {"exif": exif.tobytes(), "icc_profile": b"geheim ICC_PROFILE" * 20}
    if kind == "PNG":
        more["pnginfo"] = said = PngInfo()
        said.add_text("Comment", "geheim")
        said.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>geheim</x:xmpmeta>")
    else:
        more["xmp"] = b"<x:xmpmeta>geheim</x:xmpmeta>"
    if kind == "JPEG":
        more["comment"] = b"geheim"
    made = BytesIO()
    image.save(made, kind, **more)
    return made.getvalue() + b"geheim achteraan"


@pytest.mark.parametrize(("suffix", "kind"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_nothing_but_pixels_is_published(suffix: str, kind: str) -> None:
    """No place, camera, author, comment, profile, thumbnail, or bytes behind the picture."""
    data = photo(kind)
    assert sum(secret in data for secret in SECRETS) >= 4
    assert opened(data).getexif().get_ifd(IFD.GPSInfo)
    made = schoon(f"x.{suffix}", data)
    assert [secret for secret in SECRETS if secret in made] == []
    image = opened(made)
    assert (image.format, image.size) == (kind, (40, 20))
    assert dict(image.getexif()) == {}
    allowed = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background"}
    assert set(image.info) <= {*allowed, "timestamp", "duration"}


@pytest.mark.parametrize(("suffix", "kind"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_what_was_photographed_on_its_side_stands_upright(suffix: str, kind: str) -> None:
    image = opened(schoon(f"x.{suffix}", photo(kind, turn=6)))
    assert image.size == (20, 40)
    top, bottom = (image.convert("L").getpixel((10, y)) for y in (4, 35))
    assert isinstance(top, int)
    assert isinstance(bottom, int)
    assert (top < 40, bottom > 215) == (True, True)


@pytest.mark.parametrize(("suffix", "kind"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_a_large_picture_is_made_smaller(suffix: str, kind: str) -> None:
    image = opened(schoon(f"x.{suffix}", photo(kind, size=(4000, 2000))))
    assert image.size == (LONGEST, LONGEST // 2)


def test_what_can_be_seen_through_stays_so() -> None:
    made = BytesIO()
    Image.new("RGBA", (8, 8), (255, 0, 0, 128)).save(made, "PNG")
    assert opened(schoon("x.png", made.getvalue())).getpixel((3, 3)) == (255, 0, 0, 128)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16", "RGB", "RGBA"])
def test_every_kind_of_colour_is_read(mode: str) -> None:
    kind, suffix = ("JPEG", "jpg") if mode == "CMYK" else ("PNG", "png")
    made = BytesIO()
    Image.new(mode, (8, 8)).save(made, kind)
    assert opened(schoon(f"x.{suffix}", made.getvalue())).mode in ("RGB", "RGBA")


def test_the_same_picture_gives_the_same_bytes() -> None:
    for suffix, kind in (("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")):
        assert schoon(f"x.{suffix}", photo(kind)) == schoon(f"x.{suffix}", photo(kind))


def test_too_many_pixels_are_refused_before_they_are_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def load(self: Image.Image) -> None:
        raise AssertionError("it was unpacked")

    data = picture("PNG", (6000, 4001))
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", load)
    (problem,) = gebreken(BEELD, data)
    assert str(problem.place) == f"{BEELD}:1:1"
    assert problem.melding == "Dit beeld is te groot: 6000 bij 4001 beeldpunten."


def test_a_polyglot_is_only_a_picture() -> None:
    """What is both a picture and a page is published as the picture."""
    script = b"<script>alert(1)</script>"
    data = picture("PNG")
    data = data[:33] + chunk(b"tEXt", b"a\0" + script) + data[33:] + script
    assert gebreken(BEELD, data) == ()
    assert script not in schoon(BEELD, data)


def test_the_site_has_the_clean_picture_and_the_cache_no_other(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path / "in")
    (site / BEELD).write_bytes(photo("PNG"))
    (site / "content/beelden/ongebruikt.png").write_bytes(photo("PNG", size=(30, 30)))
    made = make(site, tmp_path / "uit")
    assert made["beelden/sanne.png"] == schoon("sanne.png", photo("PNG"))
    assert "beelden/ongebruikt.png" not in made
    assert not [path for path, data in made.items() if b"Sanne de Vries" in data]


def test_a_picture_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the cache of an equal build no picture is opened."""
    from waw_site.cache import Cache

    cache = Cache.none()
    first = make(KLEIN, tmp_path / "uit", cache)
    monkeypatch.setattr(beeld, "_upright", None)
    assert make(KLEIN, tmp_path / "uit", cache) == first


def test_each_fault_is_told_at_the_picture(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path)
    (site / BEELD).write_bytes(b"<svg onload=alert(1)/>")
    assert f"{BEELD}:1:1: fout\n  Dit is geen png, of het bestand is stuk." in problems(site)
