"""Functions, colour spaces, shadings, patterns and masks that nothing can draw."""

from __future__ import annotations

from tests.hostile.assembly import (
    DEEP,
    LINES,
    form_object,
    nested,
    one_page,
    show_lines,
    stream_object,
)
from tests.hostile.registry import Register

BUILDERS = Register()


def _drawn(content: bytes, resources: bytes, *more: bytes) -> bytes:
    """A page that draws with a resource before it shows the lines."""
    return one_page(content + b"\n" + show_lines(*LINES), resources=resources, more=more)


@BUILDERS.add
def function_sampled_enormous() -> bytes:
    """Memory: a sampled function of 32 inputs with two billion samples each."""
    size = b"2147483647 " * 32
    keys = b"/FunctionType 0/BitsPerSample 32/Domain[%b]/Range[0 1]/Size[%b]" % (b"0 1 " * 32, size)
    spot = b"/ColorSpace<</C[/DeviceN[%b]/DeviceGray 6 0 R]>>" % (b"/A" * 32)
    return _drawn(
        b"/C cs %b scn 0 0 9 9 re f" % (b"0.5 " * 32), spot, stream_object(b"\0" * 64, keys)
    )


@BUILDERS.add
def function_stitches_itself() -> bytes:
    """Endless walk: a stitching function that is one of its own parts."""
    function = b"<</FunctionType 3/Domain[0 1]/Functions[6 0 R 6 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>"
    spot = b"/ColorSpace<</C[/Separation/A/DeviceGray 6 0 R]>>"
    return _drawn(b"/C cs 0.5 scn 0 0 9 9 re f", spot, function)


@BUILDERS.add
def function_calculator_deep() -> bytes:
    """Stack: a PostScript function of 100,000 procedures in each other."""
    keys = b"/FunctionType 4/Domain[0 1]/Range[0 1]"
    program = nested(DEEP, b"{", b"}", b" dup ")
    spot = b"/ColorSpace<</C[/Separation/A/DeviceGray 6 0 R]>>"
    return _drawn(b"/C cs 0.5 scn 0 0 9 9 re f", spot, stream_object(program, keys))


@BUILDERS.add
def function_calculator_stack() -> bytes:
    """Stack: a PostScript function that copies and rolls by huge numbers."""
    keys = b"/FunctionType 4/Domain[0 1]/Range[0 1]"
    copies = b"dup " * DEEP
    program = b"{ 2147483647 copy 2147483647 -2147483648 roll 99999999 index %b }" % copies
    spot = b"/ColorSpace<</C[/Separation/A/DeviceGray 6 0 R]>>"
    return _drawn(b"/C cs 0.5 scn 0 0 9 9 re f", spot, stream_object(program, keys))


@BUILDERS.add
def colour_space_cycle() -> bytes:
    """Endless walk: a colour space that is its own alternate and its own base."""
    spaces = b"/ColorSpace<</C 6 0 R/D 7 0 R>>"
    content = b"/C cs 0.5 scn 0 0 9 9 re f /D cs 1 scn 9 9 9 9 re f"
    indexed = b"[/Indexed 7 0 R 255 (abc)]"
    return _drawn(content, spaces, b"[/Separation/A 6 0 R 6 0 R]", indexed)


@BUILDERS.add
def shading_mesh_enormous() -> bytes:
    """Memory: a lattice of triangles with two billion corners in a row."""
    keys = (
        b"/ShadingType 5/ColorSpace/DeviceRGB/BitsPerCoordinate 32/BitsPerComponent 16"
        b"/VerticesPerRow 2147483647/Decode[0 1 0 1 0 1 0 1 0 1]"
    )
    return _drawn(b"/S sh", b"/Shading<</S 6 0 R>>", stream_object(b"\xff" * 1000, keys))


@BUILDERS.add
def pattern_paints_itself() -> bytes:
    """Endless walk: a tiling pattern, its steps tiny, that fills with itself."""
    keys = (
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]"
        b"/XStep 0.000001/YStep 0/Resources<</Pattern<</P 6 0 R>>>>"
    )
    content = b"/Pattern cs /P scn 0 0 595 842 re f"
    return _drawn(content, b"/Pattern<</P 6 0 R>>", stream_object(content, keys))


@BUILDERS.add
def soft_mask_cycle() -> bytes:
    """Endless walk: a graphics state whose soft mask is drawn in that state."""
    state = b"<</Type/ExtGState/SMask<</S/Luminosity/G 7 0 R>>/Font[5 0 R 11]>>"
    group = form_object(b"/G gs " + show_lines(*LINES), b"/ExtGState<</G 6 0 R>>/Font<</F1 5 0 R>>")
    return _drawn(b"/G gs", b"/ExtGState<</G 6 0 R>>", state, group)
