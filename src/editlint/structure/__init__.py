"""What each block of flat text is, and which parts stand in it."""

from editlint.structure.desk import Desk
from editlint.structure.naming import name_blocks

__all__ = ["Desk", "name_blocks"]
