"""Limits that the operating system holds, not we."""

from __future__ import annotations

import ctypes
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def limit_memory(memory_bytes: int) -> None:
    """Refuse this process, and each that it starts, more address space; no core dumps."""
    _lower(resource.RLIMIT_AS, memory_bytes)
    _lower(resource.RLIMIT_CORE, 0)


def die_with_parent() -> None:
    """Be killed when the process that forked this one dies; Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _lower(kind: int, limit: int) -> None:
    """Set soft and hard limit, not above the hard one there is."""
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(kind, (limit, limit))
