"""Kliping turns a folder of saved news articles into a dated, sourced, tagged static website."""

__version__ = "0.1.0"
