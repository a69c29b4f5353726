"""`python -m editlint`."""

from editlint.cli import main

main()
