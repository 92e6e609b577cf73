"""Page trees with cycles, with wrong counts, or with nothing in them."""

from __future__ import annotations

from tests.hostile.assembly import (
    A4,
    FIRST_EXTRA,
    assemble,
    assemble_packed,
    page_object,
    small_bodies,
    tree,
)
from tests.hostile.registry import Register

BUILDERS = Register()


@BUILDERS.add
def page_tree_parent_cycle() -> bytes:
    """Endless walk: a node of the page tree has its own parent among its kids."""
    return tree(
        b"<</Type/Pages/Kids[6 0 R 3 0 R]/Count 2>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>",
    )


@BUILDERS.add
def page_tree_self_cycle() -> bytes:
    """Endless walk: the root of the page tree is its own kid."""
    return tree(b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>")


@BUILDERS.add
def page_tree_deep() -> bytes:
    """Stack: the only page stands under 20,000 nodes."""
    levels = 20_000
    node = b"<</Type/Pages/Kids[%d 0 R]/Count 1>>"
    nodes = [node % (FIRST_EXTRA + level + 1) for level in range(levels)]
    return tree(node % FIRST_EXTRA, *nodes, page_object(b"/Contents 4 0 R/MediaBox" + A4))


@BUILDERS.add
def page_count_huge() -> bytes:
    """Time: the tree claims two billion pages and has one."""
    return tree(b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>")


@BUILDERS.add
def page_count_million() -> bytes:
    """Time: the tree claims a million pages, few enough to be believed, and has one."""
    return tree(b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>")


@BUILDERS.add
def page_count_negative() -> bytes:
    """A lie: the tree claims -1 pages and has one."""
    return tree(b"<</Type/Pages/Kids[3 0 R]/Count -1>>")


@BUILDERS.add
def page_count_zero() -> bytes:
    """A lie: the tree claims no pages and has one."""
    return tree(b"<</Type/Pages/Kids[3 0 R]/Count 0>>")


@BUILDERS.add
def page_count_not_a_number() -> bytes:
    """A lie: the number of pages is a name."""
    return tree(b"<</Type/Pages/Kids[3 0 R]/Count/Many>>")


@BUILDERS.add
def million_pages() -> bytes:
    """Time: a million entries of the page tree point at one empty page."""
    bodies = small_bodies()
    bodies[1] = b"<</Type/Pages/Kids[%b]/Count 1000000>>" % (b"3 0 R " * 1_000_000)
    return assemble_packed(bodies)


@BUILDERS.add
def page_tree_fans_out() -> bytes:
    """Time: three levels of a thousand entries each, all at one node: a billion pages."""
    kids = b"<</Type/Pages/Kids[%b]/Count %d>>"
    pages = kids % (b"6 0 R " * 1000, 10**9)
    middle = kids % (b"7 0 R " * 1000, 10**6)
    return tree(pages, middle, kids % (b"3 0 R " * 1000, 1000))


@BUILDERS.add
def page_parent_cycle() -> bytes:
    """Endless walk: a page without a size is its own parent, from which it would inherit it."""
    return tree(
        b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        b"<</Type/Page/Parent 6 0 R/Contents 4 0 R>>",
    )


@BUILDERS.add
def no_pages() -> bytes:
    """Nothing there: a page tree without kids."""
    return tree(b"<</Type/Pages/Kids[]/Count 0>>")


@BUILDERS.add
def missing_pages() -> bytes:
    """Nothing there: a catalog without a page tree."""
    return assemble([b"<</Type/Catalog>>"])


@BUILDERS.add
def page_is_null() -> bytes:
    """Nothing there: the tree's kids are null, a number and an object that does not exist."""
    return tree(b"<</Type/Pages/Kids[null 7 999 0 R 3 0 R]/Count 4>>")
