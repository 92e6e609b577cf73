"""Messages over a pair of pipes: eight bytes of length, then msgpack."""

from __future__ import annotations

import os
import select
import time
from dataclasses import dataclass
from typing import TypeVar

import msgspec

T = TypeVar("T")

LENGTH_BYTES = 8
CHUNK_BYTES = 1 << 16


class ChannelClosed(Exception):  # noqa: N818 (it is an end, not an error)
    """The other side is gone, or sent half a message."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One side of a conversation."""

    incoming: int
    """File descriptor to read from."""
    outgoing: int

    def send(self, message: object) -> None:
        """Send a dataclass.

        Raises:
            ChannelClosed: nobody listens.
        """
        send_frame(self.outgoing, msgspec.msgpack.encode(message))

    def receive(self, kind: type[T], *, timeout_seconds: float | None = None) -> T:
        """The next message; waits for it.

        Raises:
            ChannelClosed: there will be none.
            TimeoutError: there was none in time.
        """
        deadline = None if timeout_seconds is None else time.monotonic() + timeout_seconds
        length = int.from_bytes(read_exactly(self.incoming, LENGTH_BYTES, deadline), "big")
        return msgspec.msgpack.decode(read_exactly(self.incoming, length, deadline), type=kind)


def send_frame(descriptor: int, content: bytes) -> None:
    """Write the length and the content.

    Raises:
        ChannelClosed: nobody listens.
    """
    rest = memoryview(len(content).to_bytes(LENGTH_BYTES, "big") + content)
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except BrokenPipeError as error:
        raise ChannelClosed from error


def read_exactly(descriptor: int, size: int, deadline: float | None = None) -> bytes:
    """Exactly `size` bytes.

    Args:
        descriptor: where to read.
        size: how many bytes.
        deadline: in seconds of the monotonic clock; None waits for ever.

    Raises:
        ChannelClosed: it ends before.
        TimeoutError: the deadline has passed.
    """
    content = bytearray()
    while len(content) < size:
        _wait(descriptor, deadline)
        chunk = os.read(descriptor, min(CHUNK_BYTES, size - len(content)))
        if not chunk:
            raise ChannelClosed
        content += chunk
    return bytes(content)


def _wait(descriptor: int, deadline: float | None) -> None:
    left = None if deadline is None else max(0.0, deadline - time.monotonic())
    if not select.select([descriptor], [], [], left)[0]:
        raise TimeoutError
