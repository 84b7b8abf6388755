"""The time of a programme: a block per half year, or per year where it tells in years."""

from waw_site.chart.spec import Looptijd
from waw_site.chart.style import Blad

_BLOCK, _GAP, _HEIGHT = 90, 10, 14


def draw(tijd: Looptijd) -> Blad:
    """Draw *tijd*, the block that runs now in the colour of water; one half passed is half full."""
    each = tijd.per_blok
    blocks = max(1, -(-tijd.kwartalen // each))
    now = max(tijd.voorbij - 1, 0) // each
    blad = Blad(blocks * (_BLOCK + _GAP) - _GAP + 2, _HEIGHT)
    for n in range(blocks):
        x = 1 + n * (_BLOCK + _GAP)
        width = _BLOCK * min(tijd.kwartalen - each * n, each) / each
        passed = min(max(tijd.voorbij - each * n, 0), each) / each
        if passed < 1:
            blad.vlak(x, 1, width, _HEIGHT - 2, "vlak-open")
        if passed:
            look = "vlak-nu" if n == now else "vlak-inkt"
            blad.vlak(x, 1, _BLOCK * passed, _HEIGHT - 2, look)
    return blad
