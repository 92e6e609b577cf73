"""How a module of builders lists them."""

from __future__ import annotations

from collections.abc import Callable

Builder = Callable[[], bytes]


class Register(dict[str, Builder]):
    """The builders of one module by their names, in the order in which they stand there."""

    def add(self, builder: Builder) -> Builder:
        """Decorates a builder: puts it into the register and leaves it as it is."""
        self[builder.__name__] = builder
        return builder
