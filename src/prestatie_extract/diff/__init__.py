"""Diff: what changed between two records or two folders."""

from __future__ import annotations
