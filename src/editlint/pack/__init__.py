"""Packs: folders of YAML and word lists, compiled to rules. The only room that imports yaml, and only to compile."""

from editlint.pack.bundle import Bundle
from editlint.pack.finding import available, default_folder, find_pack
from editlint.pack.loading import load_default, load_pack

__all__ = ["Bundle", "available", "default_folder", "find_pack", "load_default", "load_pack"]
