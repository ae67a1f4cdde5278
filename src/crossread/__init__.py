"""Crossread: who is reported to have said what in contested news, tied to the exact words."""

__version__ = "0.1.0"
