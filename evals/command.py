"""How every command of the evals reads its arguments: one clear line for a mistake."""

from __future__ import annotations

import argparse
from typing import NoReturn

from coach.errors import UserError


class OneLineParser(argparse.ArgumentParser):
    """A parser that raises `UserError` where argparse would print its usage and leave."""

    def error(self, message: str) -> NoReturn:
        """What is wrong, and where the way out is."""
        raise UserError(f"{message} (see {self.prog} --help)")
