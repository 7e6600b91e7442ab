"""Make one model of several that were taught on from the same weights, by the mean of their weights.

Usage: python -m training.average build2/checkpoint.pt build3/checkpoint.pt --out build4

Runs that begin with the same weights and differ in their seed end near each other; their mean generalises better than
either (Wortsman and others 2022, "Model soups"), and costs nothing at run time.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.means import mean


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True, help="build folder that gets checkpoint.pt")
    options = parser.parse_args()
    states = [torch.load(path, weights_only=True) for path in options.checkpoints]
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean(states), options.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
