"""`python -m eval.bench.growth`: measure search at several sizes, print it and write it."""

import sys


def main() -> int:
    """Run the command line."""
    # The process that tells how much memory a search takes reads this file first: it stays light.
    from eval.bench.growth.command import growth  # noqa: PLC0415 - as said above

    return growth(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
