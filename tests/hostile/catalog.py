"""Layers, bookmarks, names and tags that lead back to themselves."""

from __future__ import annotations

from tests.hostile.assembly import LINES, one_page, show_lines
from tests.hostile.registry import Register

BUILDERS = Register()


@BUILDERS.add
def optional_content_cycle() -> bytes:
    """Endless walk: layers that are members of themselves and whose condition holds itself."""
    layer = b"<</Type/OCMD/OCGs[6 0 R]/P/AllOn/VE[/And 7 0 R]>>"
    order = b"/OCProperties<</OCGs[6 0 R]/D<</Order 7 0 R/BaseState/OFF>>>>"
    return one_page(
        b"/OC /L BDC\n%bEMC" % show_lines(*LINES),
        resources=b"/Properties<</L 6 0 R>>",
        catalog=order,
        more=[layer, b"[/Not 7 0 R 7 0 R]"],
    )


@BUILDERS.add
def outline_cycle() -> bytes:
    """Endless walk: bookmarks that are their own next, first and parent."""
    item = b"<</Title(a)/Parent 6 0 R/First 6 0 R/Last 6 0 R/Next 6 0 R/Prev 6 0 R/Count 99>>"
    return one_page(catalog=b"/Outlines 6 0 R/PageMode/UseOutlines", more=[item])


@BUILDERS.add
def name_tree_cycle() -> bytes:
    """Endless walk: trees of destinations and page labels that are their own kids."""
    tree = b"<</Kids[6 0 R 6 0 R]/Limits[(a)(z)]>>"
    return one_page(catalog=b"/Names<</Dests 6 0 R>>/PageLabels 6 0 R", more=[tree])


@BUILDERS.add
def structure_tree_cycle() -> bytes:
    """Endless walk: a tagged document whose element is its own kid, twice."""
    element = b"<</Type/StructElem/S/P/P 6 0 R/K[6 0 R 6 0 R 0]/Pg 3 0 R>>"
    roles = b"/MarkInfo<</Marked true>>/StructTreeRoot<</Type/StructTreeRoot/K 6 0 R>>"
    content = b"/P <</MCID 0>> BDC\n%bEMC" % show_lines(*LINES)
    return one_page(content, page=b"/StructParents 0", catalog=roles, more=[element])
