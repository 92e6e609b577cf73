"""A small agreement of our own that a keeper converts once: its workers do not begin cold.

Patterns and word lists are compiled at first use and kept; a worker that is forked has them then.
Half of the time of a document of ten pages went there.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from prestatie_extract.document import Source

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = """# Prestatieafspraken Voorbeeldstad 2025-2028

Gemeente Voorbeeldstad, Woningstichting De Proef (hierna: De Proef) en Huurdersvereniging Test
spreken het volgende af. Ondertekend op 12 december 2024.

## Inhoud

1 Beschikbaarheid ..... 3

## 1 Beschikbaarheid

### 1.1 Afspraken

1. De Proef bouwt in 2026 minimaal 80 tot 100 sociale huurwoningen, waarvan 25% tot € 650.
2. De gemeente wijst elk half jaar drie locaties aan, zie afspraak 1. Trekker: gemeente
   - twee bijeenkomsten per jaar;
   - een lijst van complexen voor 1 juli 2025.

| Nr | Afspraak | Trekker | Betrokken | Planning |
|---|---|---|---|---|
| 3 | Partijen overleggen twee keer per jaar over toewijzing. | De Proef | Gemeente | Q2 2025 |
| 4 | De helft van de woningen heeft in 2028 label B of beter. | Allen | Test | jaarlijks |

## 2 Betaalbaarheid

Wat doet de gemeente?

- De gemeente onderzoekt de woonlasten van ongeveer 1.250 huurders.

De huurdersvereniging neemt het initiatief en organiseert ieder kwartaal een overleg.

**B2** De corporatie verhoogt de huren met ten hoogste 2,5 procent.

## Bijlage 1: Begrippen

DAEB: dienst van algemeen economisch belang.
"""


def warm_up(nlp: Language) -> None:
    """Run all stages behind reading once."""
    from prestatie_extract.pipeline import find_draft, tag_draft
    from prestatie_extract.read.text import count_characters, read_blocks
    from prestatie_extract.write import json_name, record_to_json

    source = Source(
        path="warm-up.md",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        media_type="text/markdown",
        page_count=None,
        text_status="text",
        blocks=read_blocks(TEXT),
        characters=count_characters(TEXT),
    )
    record = tag_draft(find_draft(source), nlp)
    record_to_json(record)
    json_name(record)
