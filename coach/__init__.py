"""Prepare every mentoring call from what was really said, and keep what was promised."""

__version__ = "0.1.0"
