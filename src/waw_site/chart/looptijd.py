"""The time of a programme: a block per half-year, the one that runs now in the colour of water."""

from waw_site.chart.spec import Looptijd
from waw_site.chart.style import Blad

_BLOCK, _GAP, _HEIGHT = 90, 10, 14


def draw(tijd: Looptijd) -> Blad:
    """Draw *tijd*; a half-year of which one quarter has passed is half full."""
    blocks = max(1, -(-tijd.kwartalen // 2))
    now = max(tijd.voorbij - 1, 0) // 2
    blad = Blad(blocks * (_BLOCK + _GAP) - _GAP + 2, _HEIGHT)
    for n in range(blocks):
        x = 1 + n * (_BLOCK + _GAP)
        width = _BLOCK * min(tijd.kwartalen - 2 * n, 2) / 2
        passed = min(max(tijd.voorbij - 2 * n, 0), 2) / 2
        if passed < 1:
            blad.vlak(x, 1, width, _HEIGHT - 2, "vlak-open")
        if passed:
            look = "vlak-nu" if n == now else "vlak-inkt"
            blad.vlak(x, 1, _BLOCK * passed, _HEIGHT - 2, look)
    return blad
