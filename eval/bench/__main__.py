"""`python -m eval.bench`: measure, print a table, write it to a page and to a file."""

import sys


def main() -> int:
    """Run the command line."""
    # The process that times the opening of the embedder reads this file first: it stays light.
    from eval.bench.command import bench  # noqa: PLC0415 - as said above

    return bench(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
