"""`python -m vrijplaats` is the same as the command `vrijplaats`."""

from vrijplaats.cli import main

main(prog_name="vrijplaats")
