"""Verify: written records and tables against the contract, and the quality gates."""

from __future__ import annotations
