"""The words by which a sentence promises, judges and denies, in each language of editors."""

from collections.abc import Mapping
from dataclasses import dataclass

from waw_site.catalogus import taal
from waw_site.model import Kwalificatie, Oordeel


@dataclass(frozen=True, slots=True)
class Woordkeus:
    """
    The words of one language.

    `beloften` go before a number, `oordelen` are those of a status and `erbij` what may stand
    before these. `verbindt` and `eenheid` are patterns: what may stand between numbers, and the
    unit after one. `ontkent`, `vergelijkt`, `rondt` and `bijna` turn what stands in braces into
    something else, and so does what matches `erna`. `deel_van` joins a part and its whole.
    """

    beloften: Mapping[Kwalificatie, tuple[str, ...]]
    oordelen: Mapping[Oordeel, tuple[str, ...]]
    erbij: frozenset[str]
    niet: str
    verbindt: str
    eenheid: str
    procent: tuple[str, ...]
    euro: tuple[str, ...]
    deel_van: str
    ontkent: tuple[str, ...]
    vergelijkt: tuple[str, ...]
    dan: tuple[str, ...]
    erna: str
    rondt: frozenset[str]
    bijna: frozenset[str]


K = Kwalificatie

# docs/handleiding/teksten.md has the same tables.
NEDERLANDS = Woordkeus(
    beloften={
        K.IETS_MEER_DAN: ("iets meer dan", "net boven", "net iets meer dan"),
        K.RUIM: ("ruim",),
        K.MEER_DAN: ("meer dan",),
        K.MINSTENS: ("minstens", "minimaal", "ten minste", "tenminste"),
        K.BIJNA: ("bijna",),
        K.MINDER_DAN: ("minder dan",),
        K.TEN_HOOGSTE: ("ten hoogste", "hoogstens", "maximaal"),
        K.ONGEVEER: ("ongeveer", "zo'n", "zo’n", "circa", "rond de"),
    },
    oordelen={
        Oordeel.DOEL_BEREIKT: ("doel bereikt", "doel gehaald", "bereikt", "gehaald"),
        Oordeel.OP_KOERS: ("op koers", "op schema"),
        Oordeel.BIJSTUREN: ("bijsturen",),
        Oordeel.ACHTER: ("achter",),
    },
    erbij=frozenset(
        "goed weer nu nog ruim steeds grotendeels helemaal ligt liggen lag lagen loopt lopen liep "
        "liepen is zijn het de".split()
    ),
    niet="niet",
    verbindt=r"(?:\s|,|€|procent|%|euro|\b(?:van|de|het|en|tot|of)\b)*",
    eenheid=r"\s*(?:procent\b|%|euro\b)",
    procent=("procent", "%"),
    euro=("€", "euro"),
    deel_van="van",
    ontkent=tuple("niet geen nooit geenszins amper nauwelijks".split()),
    vergelijkt=tuple("onder boven hoger lager dubbel half tweemaal driemaal".split()),
    dan=("de", "het", "dan"),
    erna=(
        r"[\s*_(]*(procent|percent|pct|%|‰|euro|mln|miljoen|mld|miljard|ton|\w*duizend|\w*honderd|"
        r"en een half|keer zo|of meer|of minder|×|x\b)"
    ),
    rondt=frozenset(
        "ruim bijna ongeveer circa minstens minimaal tenminste hoogstens maximaal hooguit krap "
        "kleine zo'n zo’n minst nagenoeg vrijwel".split()
    ),
    bijna=frozenset("bijna zelden allerminst verre nauwelijks amper".split()),
)

ENGELS = Woordkeus(
    beloften={
        K.IETS_MEER_DAN: ("just over", "slightly more than", "just above"),
        K.RUIM: ("over", "well over"),
        K.MEER_DAN: ("more than",),
        K.MINSTENS: ("at least", "no fewer than", "no less than"),
        K.BIJNA: ("nearly", "almost", "just under"),
        K.MINDER_DAN: ("less than", "fewer than", "under"),
        K.TEN_HOOGSTE: ("at most", "no more than", "up to"),
        K.ONGEVEER: ("about", "around", "approximately", "roughly", "some"),
    },
    oordelen={
        Oordeel.DOEL_BEREIKT: ("target reached", "target met", "reached", "met"),
        Oordeel.OP_KOERS: ("on track", "on course", "on schedule"),
        Oordeel.BIJSTUREN: ("adjustment needed",),
        Oordeel.ACHTER: ("behind",),
    },
    erbij=frozenset(
        "well again now still largely fully is are was were has have been runs running the".split()
    ),
    niet="not",
    verbindt=r"(?:\s|,|€|per cent|percent|%|euros?|\b(?:of|the|and|to|or)\b)*",
    eenheid=r"\s*(?:per cent\b|percent\b|%|euros?\b)",
    procent=("per cent", "percent", "%"),
    euro=("€", "euro"),
    deel_van="of",
    ontkent=tuple("not no never hardly barely scarcely".split()),
    vergelijkt=tuple("below above higher lower double half twice thrice".split()),
    dan=("the", "than"),
    erna=(
        r"[\s*_(]*(per cent|percent|pct|%|‰|euros?|million|billion|thousand|hundred|dozen|"
        r"and a half|times as|or more|or fewer|or less|×|x\b)"
    ),
    rondt=frozenset(
        "over nearly almost about around approximately roughly some minimum maximum under "
        "virtually practically".split()
    ),
    bijna=frozenset("nearly almost rarely hardly barely scarcely far".split()),
)


def woordkeus() -> Woordkeus:
    """The words of the language that is spoken."""
    return ENGELS if taal() == "en" else NEDERLANDS
