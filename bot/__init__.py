"""Inkling: a self-hosted Discord bot. Start it with ``python -m bot``."""

__version__ = "0.1.0"
