"""editlint: the checker that a copy desk would build for itself."""

__version__ = "0.1.0"
__all__ = ["__version__"]
