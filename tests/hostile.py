"""
Hostile input as a table: the name of each case, and the files that it lays over the small site.

What must come of each stands in hostile_outcomes.txt.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise

from PIL import Image

from on_disk import KLEIN

Files = dict[str, bytes]

PROGRAMMA, EDITIE = "data/programma.yaml", "data/edities/2024-Q2.yaml"
STAND, PROJECT = "data/projecten/techniek/2024-Q2.yaml", "data/projecten/techniek/project.yaml"
BRONNEN, AFKORTINGEN = "data/bronnen.yaml", "data/afkortingen.yaml"
BRIEF, BEGROTING = "data/brieven/raadsbrief.yaml", "data/begrotingen/2024.yaml"
TEKST, VERHAAL = "content/2024-Q2/inleiding.md", "content/verhalen/sanne-later.md"
HUISSTIJL, BEELD = "content/huisstijl.css", "content/beelden/sanne.png"

PAYLOADS = {  # what must not come alive wherever it stands
    "script": "<script>alert(1)</script>",
    "img": "<img src=x onerror=alert(1)>",
    "svg": "<svg onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>",
    "aanhaling": '" onmouseover="alert(1)" x=\'',
    "eind": "--></title></style></textarea></script><b onclick=alert(1)>",
    "jinja": "{% for x in [].__class__.__mro__ %}KANARIE{% endfor %}{# weg #}",
    "entiteit": "&lt;script&gt;&#60;script&#62;&quot;",
    "shell": "$(id) `id` ; rm -rf / | %s %n ${7*7} #{7*7} <%= 7*7 %>",
}


def base(path: str) -> bytes:
    """A file of the small site."""
    return (KLEIN / path).read_bytes()


def over(path: str, old: str, new: str) -> Files:
    """A file of the small site with one thing other than it is."""
    text = base(path).decode()
    assert old in text, (path, old)
    return {path: text.replace(old, new, 1).encode()}


def yaml_cases() -> Iterator[tuple[str, Files]]:
    """Files that are no sensible YAML, or far too much of it."""
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    shapes = {
        "miljard-lachen": "a0: &a0 x\n" + "\n".join(lines),
        "ankers": "".join(f"a{n}: &x{n} y\n" for n in range(30_000)),
        "anker-op-zichzelf": "a: &a [*a]\n",
        "onbekend-anker": "naam: *weg\n",
        "samenvoegen": "a: &a {b: c}\n<<: *a\n",
        "samenvoegen-los": "<<: {naam: x}\n",
        "tag-python-object": "naam: !!python/object/apply:os.system [id]\n",
        "tag-python-naam": "naam: !!python/name:os.system\n",
        "tag-python-module": "naam: !!python/module:os\n",
        "tag-python-nieuw": "naam: !!python/object/new:type [x, [], {}]\n",
        "tag-binair": "naam: !!binary aGFsbG8=\n",
        "tag-verzameling": "naam: !!set {a, b}\n",
        "tag-tijd": "naam: !!timestamp 2024-01-01\n",
        "tag-eigen": "naam: !eigen x\n",
        "tag-adres": "naam: !<tag:yaml.org,2002:python/object> x\n",
        "tag-handvat": "%TAG ! tag:x,2000:\n---\nnaam: !y z\n",
        "versie-9": "%YAML 9.9\n---\nnaam: x\n",
        "versie-dubbel": "%YAML 1.1\n%YAML 1.1\n---\nnaam: x\n",
        "diep-lijst": "[" * 10_000,
        "diep-lijst-dicht": "[" * 10_000 + "]" * 10_000,
        "diep-blok": "{a: " * 10_000,
        "diep-streepjes": "- " * 10_000 + "a",
        "diep-vraagtekens": "? " * 10_000,
        "diep-inspringen": "".join(" " * n + "a:\n" for n in range(600)),
        "diep-als-sleutel": "? " + "[" * 10_000 + "\n: a\n",
        "diep-na-sleutel": "naam: x\nregio: " + "[[" * 5_000,
        "lijst-als-sleutel": "[a, b]: c\n",
        "blok-als-sleutel": "{a: b}: c\n",
        "lege-sleutel": '"": x\n',
        "sleutel-zonder-woord": ": x\n",
        "sleutel-van-een-half-miljoen": "a" * 480_000 + ": x\n",
        "sleutels-honderdduizend": "".join(f"k{n}: 1\n" for n in range(45_000)),
        "lijst-honderdduizend": f"naam: [{'a,' * 100_000}]\n",
        "tekst-van-een-half-miljoen": f"naam: {'a' * 480_000}\n",
        "letterlijk-blok": f"naam: |\n{'  a' * 100_000}\n",
        "lege-regels": "naam: |\n" + "\n" * 400_000,
        "opmerkingen": "#\n" * 200_000,
        "te-groot": "naam: x\n" + "#" * 500_000,
        "vijftig-megabyte": "naam: x\n" + "#" * 50_000_000,
        "twee-documenten": "naam: x\n---\nnaam: y\n",
        "duizend-documenten": "--- a\n" * 1000,
        "document-einde": "...\n...\n",
        "alleen-een-getal": "5\n",
        "alleen-tekst": "tekst\n",
        "alleen-lijst": "- a\n- b\n",
        "leeg": "",
        "alleen-wit": " \n\n  \n",
        "niets": "~\n",
        "nul-byte": "naam: a\0b\n",
        "stuurteken": "naam: a\x07b\n",
        "stuurteken-c1": "naam: a\x9bb\n",
        "escape-kleur": "naam: a\x1b[31mb\n",
        "delete": "naam: a\x7fb\n",
        "escape-nul": 'naam: "a\\x00b"\n',
        "escape-stuur": 'naam: "a\\x1b[2Jb"\n',
        "escape-rechts": 'naam: "a\\u202Eb"\n',
        "escape-surrogaat": 'naam: "a\\uD800b"\n',
        "escape-paar": 'naam: "a\\uD83D\\uDE00b"\n',
        "escape-te-hoog": 'naam: "a\\UFFFFFFFFb"\n',
        "escape-buiten-unicode": 'naam: "a\\U00110000b"\n',
        "escape-eigen-gebied": 'naam: "a\\uE0000123456789abcdef\\uE001b"\n',
        "escape-onbekend": 'naam: "a\\qb"\n',
        "escape-regelscheiding": 'naam: "a\\Lb\\Pc\\Nd"\n',
        "eigen-gebied": "naam: \ue0000123456789abcdef\ue001\n",
        "rechts-naar-links": "naam: a\u202eb\n",
        "isolaat": "naam: a\u2066b\u2069\n",
        "merk-rechts": "naam: a\u200fb\n",
        "arabisch-merk": "naam: a\u061cb\n",
        "nulbreed": "naam: a\u200bb\n",
        "nulbreed-verbinder": "naam: a\u200db\n",
        "woordverbinder": "naam: a\u2060b\n",
        "zacht-koppelteken": "naam: a\u00adb\n",
        "bom-binnenin": "naam: a\ufeffb\n",
        "tag-tekens": "naam: a\U000e0041b\n",
        "hangul-vuller": "naam: \u3164\n",
        "wit-uit-unicode": "naam: \u2003\u2003\n",
        "combineertekens": "naam: Z" + "\u0335" * 2000 + "\n",
        "homogliep-sleutel": "n\u0430am: Klein Werk\n",  # a Cyrillic a
        "volbreed-sleutel": "ｎaam: x\n",
        "sleutel-nfd": "cafe\u0301: x\n",
        "sleutel-twee-keer-nfc-nfd": "caf\u00e9: x\ncafe\u0301: y\n",
        "sleutel-python": "__class__: x\n__init__: y\n",
        "sleutel-model": "model_config: x\nmodel_fields: y\n",
        "sleutel-met-regel": '"a\\nb": x\n',
        "sleutel-lijkt-plaats": '"data/x.yaml:1:1: fout": x\n',
        "tab-inspringen": "naam:\n\t- a\n",
        "procent": "%\n",
        "apenstaart": "@ a\n",
        "accent-grave": "` a\n",
        "open-aanhaling": 'naam: "a\n',
        "open-enkele": "naam: 'a\n",
        "open-haak": "naam: [a, b\n",
        "open-accolade": "naam: {a: b\n",
        "haken-door-elkaar": "naam: [a}\n",
        "inspringing": "naam: x\n  regio: y\n",
        "dubbele-dubbelepunt": "naam: a: b: c\n",
        "regeleinde-windows": "naam: x\r\nregio: y\r\n",
        "regeleinde-mac": "naam: x\rregio: y\r",
        "regeleinde-nel": "naam: x\u0085regio: y\n",
        "regeleinde-ls": "naam: x\u2028regio: y\n",
    }
    for name, text in shapes.items():
        yield f"yaml-{name}", {PROGRAMMA: text.encode()}
    raw = {
        "utf-16": "naam: x\n".encode("utf-16"),
        "utf-16-zonder-bom": "naam: x\n".encode("utf-16-le"),
        "utf-32": "naam: x\n".encode("utf-32"),
        "utf-8-bom": b"\xef\xbb\xbf" + base(PROGRAMMA),
        "latin-1": "naam: caf\xe9\n".encode("latin-1"),
        "te-lang-gecodeerd": b"naam: \xc0\xaf\xc0\xaf\n",
        "te-lang-gecodeerd-3": b"naam: \xe0\x80\xaf\n",
        "surrogaat": b"naam: \xed\xa0\x80\n",
        "boven-unicode": b"naam: \xf5\x80\x80\x80\n",
        "half-teken": b"naam: \xe2\x82",
        "losse-vervolgbyte": b"naam: \x80\n",
        "alle-bytes": bytes(range(256)),
        "zip": b"PK\x03\x04" + bytes(60),
        "gzip-bom": zlib.compress(bytes(10_000_000)),
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "elf": b"\x7fELF\x02\x01\x01" + bytes(57),
        "json": b'{"naam": "x", "regio": "y"}',
        "xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        "python": b"import os\nos.system('id')\n",
    }
    for name, data in raw.items():
        yield f"bytes-{name}", {PROGRAMMA: data}


def value_cases() -> Iterator[tuple[str, Files]]:
    """Values that mean something else than they seem to, or far too much."""
    numbers = {
        "miljoen-cijfers": "9" * 490_000,
        "miljoen-nullen": "0" * 490_000,
        "min-miljoen": "-" + "9" * 490_000,
        "tien-cijfers": "1234567890",
        "min": "-1",
        "plus": "+1",
        "achttallig": "0o17",
        "nul-vooraan": "017",
        "zestientallig": "0xFF",
        "tweetallig": "0b11",
        "zestigtallig": "1:30:00",
        "macht": "1e999999",
        "breuk": "1.5",
        "oneindig": ".inf",
        "geen-getal": ".nan",
        "streepjes": "1_000_000",
        "arabisch": "\u0661\u0662",
        "volbreed": "\uff11\uff12",
        "devanagari": "\u0967\u0968",
        "superscript": "\u00b2",
        "romeins": "\u216b",
        "breukteken": "\u00bd",
        "waar": "true",
        "ja": "yes",
        "tekst": '"12"',
        "nullen-tekst": '"' + "0" * 5_000 + '"',
        "lijst": "[1]",
        "blok": "{waarde: 1, waarde: 2}",
        "som": "1+1",
        "formule": "=SUM(A1)",
        "uitdrukking": '"{{ gestart }}"',
    }
    for name, number in numbers.items():
        yield f"getal-{name}", over(STAND, "gestart: 45", f"gestart: {number}")
    for name, text in {
        "unicode": "\u0662\u0660\u0662\u0664-Q2",
        "lang": "2" * 100_000 + "-Q2",
        "jaar-0": "0000-Q1",
        "jaar-9999": "9999-Q4",
        "q0": "2024-Q0",
        "q5": "2024-Q5",
        "datum": "2024-02-30",
        "pad": "../../2024-Q2",
    }.items():
        yield f"kwartaal-{name}", over(PROJECT, "tot_en_met: 2023-Q4", f"tot_en_met: {text}")
        yield f"begin-{name}", over(PROGRAMMA, "begin: 2022-Q1", f"begin: {text}")
    for name, text in {
        "lang": "9" * 100_000,
        "exponent": "1e5",
        "unicode": '"\u0661\u0662,\u0663\u0664"',
        "min": "-5",
        "nullen": '"' + "0" * 20 + '"',
    }.items():
        yield f"bedrag-{name}", over(BEGROTING, "bedrag: 800", f"bedrag: {text}")
    for name, text in {
        "omhoog": "../../x",
        "omhoog-windows": "'..\\\\..\\\\x'",
        "vast": "/etc/passwd",
        "punt": ".",
        "punten": "..",
        "git": ".git",
        "cyrillisch": "z\u043erg",
        "grieks": "z\u03bfrg",
        "volbreed": "\uff5aorg",
        "nfd": "zo\u0308rg",
        "hoofdletters": "ZORG",
        "spatie": "zorg a",
        "aanhaling": "'zorg\"onclick=x'",
        "procent": "zorg%2f..",
        "nul": '"zorg\\0"',
        "regel": '"zorg\\nzorg"',
        "lang": "z" * 100_000,
        "net-te-lang": "z" * 101,
        "leeg": "''",
        "vraag": "'zorg?x=1#y'",
        "jinja": "'{{ zorg }}'",
        "url": "'https://x.example/'",
        "emoji": "\U0001f600",
    }.items():
        yield f"naam-{name}", over(EDITIE, "[zorg, ", f"[{text}, ")
        yield f"rubriek-{name}", over(EDITIE, "rubriek: nieuw", f"rubriek: {text}")
        yield f"post-{name}", over(BEGROTING, "post: bureau", f"post: {text}")
    for name, text in {
        "omhoog": "../../data/programma.yaml",
        "vast": "/etc/passwd",
        "script": "javascript:alert(1)",
        "svg": "sanne.svg",
        "data": "data:image/png;base64,xx",
        "elders": "//elders.example/x.png",
        "nul": '"sanne.png\\0.jpg"',
    }.items():
        yield f"beeldnaam-{name}", over(VERHAAL, "bestand: sanne.png", f"bestand: {text}")
    for name, text in {
        "javascript": "javascript:alert(1)",
        "hoofdletters": "JaVaScRiPt:alert(1)",
        "data": "data:text/html,<script>x</script>",
        "vbscript": "vbscript:x",
        "bestand": "file:///etc/passwd",
        "zonder-schema": "//elders.example",
        "aanhaling": "'https://x.example/\"onclick=\"x'",
        "hoek": "'https://x.example/<script>'",
        "spatie": "'https://x.example/ javascript:x'",
        "regel": '"https://x.example/\\njavascript:x"',
        "rechts": '"https://x.example/\\u202Ex"',
        "lang": "https://x.example/" + "a" * 100_000,
        "jinja": "'https://x.example/{{ 7*7 }}'",
    }.items():
        yield f"adres-{name}", over(BRIEF, '"https://voorbeeld.example/raad"', text)
        yield (
            f"toegankelijkheid-{name}",
            over(PROGRAMMA, "https://www.voorbeeld.example/toegankelijkheid", text),
        )


def field_cases() -> Iterator[tuple[str, Files]]:
    """Each payload in texts that reach pages, charts, alternative texts, margins and notes."""
    places = {
        "programma": (PROGRAMMA, "naam: Klein Werk"),
        "label": (PROGRAMMA, "label: Bemiddeld naar werk"),
        "titel": (EDITIE, "titel: Klein Werk"),
        "project": (PROJECT, "naam: Techniek Start"),
        "noot": (PROJECT, "noot: met het praktijkonderwijs"),
        "toelichting": (STAND, "toelichting: De uitstroom is niet precies geteld."),
        "onderwerp": (BRIEF, "onderwerp: Voortgang"),
        "bijschrift": (BRIEF, "bijschrift: Uit de monitor."),
        "post": (BEGROTING, "toelichting: Voor materiaal."),
        "bron": (BRONNEN, "titel: Plan Klein Werk"),
        "afkorting": (AFKORTINGEN, "voluit: Centraal Bureau voor de Statistiek"),
        "alt": (VERHAAL, "alt: Een lachende vrouw in een gang."),
        "citaat": ("content/verhalen/sanne.md", "citaat: Ik wil dit graag."),
    }
    for place, (path, old) in places.items():
        key = old.partition(":")[0]
        for name, text in PAYLOADS.items():
            quoted = "'" + text.replace("'", "''") + " KANARIE'"
            yield f"veld-{place}-{name}", over(path, old, f"{key}: {quoted}")


def markdown_cases() -> Iterator[tuple[str, Files]]:
    """Texts that would become more than text."""
    links = (
        "javascript:alert(1)|JAVASCRIPT:alert(1)|java&#115;cript:alert(1)|java&Tab;script:alert(1)|"
        "java\tscript:alert(1)|&#x6A;avascript:alert(1)|javascript&colon;alert(1)|"
        "\\javascript:alert(1)|data:text/html;base64,eA==|vbscript:x|file:///etc/passwd|//x.example|"
        '../../x|#|x|https:javascript:x|<javascript:alert(1)>|https://x.example"onclick="x|'
        "feed:javascript:x|view-source:x|blob:x|about:blank|ht&#116;ps://x.example|mailto:a@b.example"
    ).split("|")
    for n, link in enumerate(links):
        yield f"link-{n:02}", {TEKST: f"Zie [hier]({link}).\n".encode()}
        yield f"verwijslink-{n:02}", {TEKST: f"Zie [hier][a].\n\n[a]: {link}\n".encode()}
        yield f"hoeklink-{n:02}", {TEKST: f"Zie <{link}>.\n".encode()}
        yield f"plaatje-{n:02}", {TEKST: f"Zie ![hier]({link}).\n".encode()}
    texts = {
        **{name: f"Zie {text} KANARIE.\n" for name, text in PAYLOADS.items()},
        **{f"blok-{name}": f"{text}\n\nKANARIE.\n" for name, text in PAYLOADS.items()},
        "iframe": '<iframe src="https://x.example"></iframe>',
        "object": "<object data=x></object><embed src=x>",
        "formulier": '<form action="https://x.example"><input autofocus onfocus=x></form>',
        "meta": '<meta http-equiv="refresh" content="0;url=https://x.example">',
        "basis": '<base href="https://x.example">',
        "stijl": "<style>@import 'https://x.example'</style><p style=x>",
        "link": "<link rel=stylesheet href=https://x.example>",
        "wiskunde": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "sjabloon": "<template><script>x</script></template><noscript><p title='</noscript>'>",
        "opmerking": "<!-- <script>x</script> --> <!--><img src=x>-->",
        "cdata": "<![CDATA[<script>x</script>]]>",
        "pi": "<?php system('id') ?>",
        "doctype": '<!DOCTYPE a [<!ENTITY b "x">]>',
        "halve-tag": "<img src=x onerror=alert(1)//",
        "tag-over-regels": "<img\nsrc=x\nonerror=alert(1)>",
        "titel-in-link": "[x](https://x.example 'a\" onclick=\"x')",
        "titel-hoek": '[x](https://x.example "<script>")',
        "naam-in-hoek": "[<img src=x onerror=x>](https://x.example)",
        "code": "`<script>alert(1)</script>`",
        "codeblok": "Zie:\n\n    <script>alert(1)</script>\n",
        "hek": "```html\n<script>alert(1)</script>\n```\n",
        "entiteit-rechts": "a &#x202E; b",
        "entiteit-rlm": "a &rlm; b",
        "entiteit-nulbreed": "a &ZeroWidthSpace; b",
        "entiteit-merk": "a &#xE000;0123456789abcdef&#xE001; b",
        "entiteit-nul": "a &#0; b",
        "entiteit-surrogaat": "a &#xD800; b",
        "entiteit-te-hoog": "a &#x110000; b &#99999999999; c",
        "rechts": "a \u202e b",
        "isolaat": "a \u2067 b",
        "nul": "a \0 b",
        "bel": "a \x07 b",
        "stash": "a \x02klzzwxh:0\x03 b",  # how Markdown marks what it has put aside
        "stash-zichtbaar": "a klzzwxh:0 b wzxhzdk:1 qlzzwxh:2",
        "attribuutlijst": "Alinea\n{: onclick=alert(1) }",
        "kop-attribuut": "## Kop {#x onclick=alert(1)}",
        "voorwerk-open": "---\nfeiten: {}\n",
        "voorwerk-bom": "---\na: &a [*a]\n---\nTekst\n",
        "voorwerk-tag": "---\nfeiten: !!python/object x\n---\nTekst\n",
        "voorwerk-lang": "---\n" * 10_000,
        "leeg": "",
        "alleen-titel": "# Titel\n",
        "te-groot": "a " * 30_000,
        "haken": "[" * 999 + "a" + "]" * 999,
        "haken-te-veel": "[" * 1001,
        "links-veel": "[a](https://x.example) " * 900,
        "linktitels": '[a](https://x.example "' * 900,
        "linkhaken": "[a](" + "(" * 40_000,
        "verwijzingen": "".join(f"[a{n}]: https://x.example\n" for n in range(900)),
        "sterren": "*" * 49_000,
        "ster-a": "*a " * 16_000,
        "streep-a": "_a" * 24_000,
        "sterren-door-elkaar": "**a*_b_" * 7_000,
        "accenten": "`a" * 24_000,
        "accenten-oplopend": "".join("`" * n + " " for n in range(300)),
        "hoeken": "<" * 49_000,
        "hoek-a": "<a " * 16_000,
        "hoek-apenstaart": "<a@" * 16_000,
        "opmerkingen": "<!--" * 12_000,
        "ampersands": "&#" * 24_000,
        "citaten-diep": ">" * 49_000,
        "citaten-tien": (">" * 10 + "a\n\n") * 3_000,
        "lijst-diep": "".join("    " * n + "- a\n" for n in range(30)),
        "lijst-lang": "- a\n" * 12_000,
        "lijst-los": "1. a\n\n" * 8_000,
        "alineas": "a\n\n" * 16_000,
        "koppen": "## a\n" * 9_000,
        "hekjes": "#" * 49_000,
        "lijnen": "* * *\n" * 8_000,
        "streepjes": "- " * 24_000,
        "schuin": "\\" * 49_000,
        "spaties": "a" + " " * 48_000 + "b",
        "regels": "a" + "\n" * 48_000 + "b",
        "tabs": "\t" * 48_000 + "b",
        "aanhalingen": "5 " + "“" * 16_000,
        "enkele": "5 " + "‘a" * 12_000,
        "woord": "a" * 49_000,
        "hoofdletters": "A&" * 24_000,
        "getallen": "12 " * 16_000,
        "jaren": "2020 " * 9_000,
        "dagen": "5 januari " * 4_500,
        "adressen": "5 www." * 8_000,
        "vul-aan": "[Vul aan] " * 900,
    }
    for name, text in texts.items():
        yield f"tekst-{name}", {TEKST: text.encode()}


def expression_cases() -> Iterator[tuple[str, Files]]:
    """What stands between braces and is no name of a figure."""
    for n, text in enumerate(
        (
            "7*7",
            "''.__class__",
            "''.__class__.__mro__[1].__subclasses__()",
            "zorg.__class__",
            "gestart.__init__.__globals__",
            "config",
            "self",
            "range(10**9)",
            "'a' * 10**9",
            "9**9**9",
            "lipsum()",
            "cycler.__init__",
            "gestart|attr('x')",
            "gestart()",
            "gestart[0]",
            "gestart if 1",
            "lambda: 1",
            "import os",
            "a" * 48_000,
            " " * 48_000,
            "=" * 399,
            ("a." * 199),
            "(" * 390,
            "a, " * 100,
            "5 van 5 van 5 = a van b van c",
            "gestart in 2024-Q2 in 2024-Q2",
            "gestart in 20\u096a\u096a-Q1",
            "gestart in 2199-Q4",
            "z\u043erg.gestart",
            "gestart = gestart",
            "= gestart",
            "gestart =",
            "<script> = gestart",
            "220 = zorg.gestart <b>",
            "\u0662\u0662\u0660 = zorg.gestart",
            "999999999999999999999999 = zorg.gestart",
            "inleiding.md#x",
            "content/2024-Q2/inleiding.md#x",
            "../../x",
            "feiten",
            "tijd",
            "{gestart}",
        )
    ):
        yield f"expressie-{n:02}", {TEKST: f"Er is {{{{ {text} }}}} hier.\n".encode()}
    for name, text in {
        "open": "{{" * 20_000,
        "dicht": "}}" * 20_000,
        "genest": "{{ {{ gestart }} }}",
        "over-regels": "{{ zorg.\ngestart }}",
        "veel": "{{ zorg.gestart }}\n" * 2_500,
        "veel-onbekend": "{{ a }} " * 6_000,
        "volbreed": "｛｛ gestart ｝｝",
        "blok": "{% raw %}KANARIE{% endraw %} {% import 'x' %} {% include '/etc/passwd' %}",
        "in-link": "[x](https://x.example/{{ gestart }})",
        "in-code": "`{{ gestart }}`",
        "erfenis": "{% extends 'basis.html' %}",
    }.items():
        yield f"expressie-{name}", {TEKST: f"{text}\n".encode()}


def style_cases() -> Iterator[tuple[str, Files]]:
    """House styles that hold more than tokens."""
    name = "--basis-color-default-bg-document"
    font = "--basis-text-font-family-default"
    values = {
        "url": "url(https://x.example/x.png)",
        "url-hoofdletters": "URL(//x.example)",
        "url-escape": "\\75rl(//x.example)",
        "url-opmerking": "u/**/rl(//x.example)",
        "image": "image-set('x' 1x)",
        "expression": "expression(alert(1))",
        "gradient": "linear-gradient(red, blue)",
        "env": "env(x)",
        "attr": "attr(href)",
        "element": "element(#x)",
        "haak": "calc(1px",
        "haken": "calc(" * 10_000,
        "aanhaling": '"Arial',
        "aanhaling-regel": '"Arial\n"',
        "sluit": "red}*{display:none",
        "stijl-uit": "</style><script>x</script>",
        "belangrijk": "red !important",
        "escape": "\\0",
        "kleurnaam": "transparent",
        "lang": "a " * 20_000,
        "var-zelf": f"var({name})",
        "var-weg": "var(--weg)",
        "var-terugval": f"var({name}, url(x))",
    }
    for n, value in values.items():
        yield f"stijl-kleur-{n}", {HUISSTIJL: f":root {{ {name}: {value}; }}\n".encode()}
        yield f"stijl-letter-{n}", {HUISSTIJL: f":root {{ {font}: {value}; }}\n".encode()}
    sheets = {
        "import": "@import 'https://x.example/x.css';",
        "charset": "@charset 'utf-7';",
        "lettertype": "@font-face { font-family: x; src: url(x); }",
        "regel": "body { display: none; }",
        "kiezer": ":root[x] { color: red; }",
        "genest": ":root { a { color: red; } }",
        "media": "@media print { :root { --basis-color-default-bg-document: #fff; } }",
        "opmerking-in-tekst": f':root {{ {font}: "/*"; }} p {{ x: y }} :root {{ {font}: "*/"; }}',
        "opmerking-open": "/* :root { }",
        "opmerkingen": "/*" * 20_000,
        "streepjes": "--" * 20_000,
        "open": ":root {" * 6_000,
        "accolades": "{" * 49_000,
        "onbekend": "".join(f":root {{ --a{n}: 1; }}\n" for n in range(2_000)),
        "html": "<script>alert(1)</script>",
        "nul": ":root { \0 }",
        "rechts": ":root { /* \u202e */ }",
        "bom-van-namen": _laughs(),
        "leeg": "",
    }
    for n, sheet in sheets.items():
        yield f"stijl-{n}", {HUISSTIJL: sheet.encode()}


def _laughs() -> str:
    """Tokens that name the next one thirty times each."""
    names = [
        "--basis-text-font-family-default",
        "--basis-heading-font-family",
        *(f"--basis-text-font-size-{size}" for size in ("lg", "xl", "2xl", "3xl", "4xl")),
    ]
    rules = [f"{one}: {f'var({other}) ' * 10};" for one, other in pairwise(names)]
    return f":root {{ {' '.join(rules)} }}"


def picture(kind: str, size: tuple[int, int] = (8, 8), **more: object) -> bytes:
    """A small picture."""
    made = BytesIO()
    Image.new("RGB", size, "red").save(made, kind, **more)
    return made.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def picture_cases() -> Iterator[tuple[str, Files]]:
    """Files that are not the picture that their name says, or too much of it."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    moving = {}
    for kind in ("PNG", "WEBP"):
        made = BytesIO()
        frames[0].save(made, kind, save_all=True, append_images=frames[1:])
        moving[kind] = made.getvalue()
    head = b"\x89PNG\r\n\x1a\n"
    huge = head + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    good = picture("PNG")
    pictures = {
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "html": b"<!DOCTYPE html><script>alert(1)</script>",
        "gif": picture("GIF"),
        "jpg-als-png": picture("JPEG"),
        "bmp": picture("BMP"),
        "tiff": picture("TIFF"),
        "ico": picture("ICO"),
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (r) file\n",
        "pdf": b"%PDF-1.7\n",
        "leeg": b"",
        "kop": head,
        "half": good[: len(good) // 2],
        "kapot": good[:40] + b"xxxx" + good[44:],
        "bom": huge + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""),
        "nul-bij-nul": head + chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 2, 0, 0, 0)),
        "tekstbom": good[:33] + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(20_000_000), 1)),
        "profielbom": good[:33] + chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(20_000_000), 1)),
        "beweegt": moving["PNG"],
        "staart": good + b"<script>alert(1)</script>",
        "te-groot": good + bytes(5_000_000),
        "goed": good,
    }
    for name, data in pictures.items():
        yield f"beeld-{name}", {BEELD: data}
    for suffix, data in {
        "jpg": picture("PNG"),
        "webp": moving["WEBP"],
        "gif": picture("GIF"),
        "svg": b"<svg/>",
        "jpeg": picture("JPEG"),
        "png.html": b"<script>",
    }.items():
        yield f"beeld-als-{suffix}", {f"content/beelden/x.{suffix}": data}


NAMES = (
    "con aux nul prn com1 lpt9 CON .git .htaccess .env ... ~ - -rf --out= a..b a.b %2e%2e%2fx "
    "con.yaml aux.x nul. z\u043erg zo\u0308rg z\u00f6rg \uff5aorg \u202egrz Zorg ZORG zorg: "
    "zorg* zorg? zorg\\x zorg|x zorg'x zorg\"x zorg<b> zorg&x zorg;id $(id) `id` {{x}} {%x%} #x"
)
SPACED = ("zorg ", " zorg", "zorg.", "zorg\nx", "zorg\rx", "zorg\x1b[31m")


def name_cases() -> Iterator[tuple[str, Files]]:
    """File names that mean something to a system, or nothing to us."""
    for name in (*NAMES.split(), *SPACED, "z" * 101, "z" * 255):
        yield f"map-{name!r}", {f"data/projecten/{name}/project.yaml": base(PROJECT)}
    for name in (
        "con",
        "aux",
        "z" * 101,
        "x\ny",
        "x\u202ey",
        "..\u2215x",
        "X",
        "x.bak",
    ):
        yield f"bestand-{name!r}", {f"content/brieven/{name}.md": b"Tekst\n"}
        yield f"stand-{name!r}", {f"data/projecten/zorg/{name}.yaml": b"cijfers: {}\n"}
    yield "map-diep", {f"data/{'a/' * 30}x.yaml": b""}
    yield "map-tienduizend", {f"data/edities/x{n}.yaml": b"" for n in range(10_001)}


FAMILIES: tuple[Callable[[], Iterator[tuple[str, Files]]], ...] = (
    yaml_cases,
    value_cases,
    field_cases,
    markdown_cases,
    expression_cases,
    style_cases,
    picture_cases,
    name_cases,
)
CASES: dict[str, Files] = {}
for family in FAMILIES:
    for case, files in family():
        assert case not in CASES, case
        CASES[case] = files
