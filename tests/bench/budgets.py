"""What a page may cost."""

from collections.abc import Iterator

from tests.bench.phone import Visit, middle
from tests.bench.sites import GUIDE, HTML, MATERIAL

DECIDE = "decide/"
FIRST_WINDOW = 14_600  # ten packets: all that a server may send before it hears back
ALL_OF_DECIDE = 27_000
PAINT = 1.1  # of that of bare HTML


def first_step(page: bytes) -> bytes:
    """What first paint needs of the decision page: the style, the ways in and the first step.

    The steps below it arrive while those are read.
    """
    return page.partition(b"</section>")[0]


def ratio(ours: list[Visit], theirs: list[Visit]) -> float:
    """How long ours take to paint compared with theirs: each at its best, as noise only adds."""
    return min(visit.paint for visit in ours) / min(visit.paint for visit in theirs)


def broken(measured: dict[str, dict[str, list[Visit]]], first: int) -> Iterator[str]:
    """A sentence for each budget that is not kept; `first` are the packed bytes of `first_step`."""
    for page, sites in measured.items():
        ours = middle(sites[GUIDE])
        if ours.shift > 0:
            yield f"on {page} things move while it loads, by {ours.shift} (0 allowed)."
        if page == "decide":
            yield from _decide(sites, ours, first)
            continue
        bare = middle(sites[MATERIAL])
        if ours.bytes > bare.bytes:
            yield f"{page} weighs {ours.bytes:,.0f} bytes, a bare Material page {bare.bytes:,.0f}."
        if (times := ratio(sites[GUIDE], sites[MATERIAL])) > 1:
            yield f"{page} paints {times:.2f} times as late as a bare Material page."


def _decide(sites: dict[str, list[Visit]], ours: Visit, first: int) -> Iterator[str]:
    if first > FIRST_WINDOW:
        yield (
            f"the decision page has {first:,} bytes up to its first step: "
            f"{first - FIRST_WINDOW:,} too many for the first window of {FIRST_WINDOW:,}."
        )
    if ours.bytes > ALL_OF_DECIDE:
        yield f"all in all the decision page brings {ours.bytes:,.0f} of {ALL_OF_DECIDE:,} bytes."
    if (times := ratio(sites[GUIDE], sites[HTML])) > PAINT:
        yield (
            f"the decision page paints {times:.2f} times as late as its text in bare HTML "
            f"({PAINT} allowed)."
        )
