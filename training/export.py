"""Stage 3: write the trained model as ONNX with 8-bit weights, beside its vocabulary and manifest.

Usage: python -m training.export [--build build] [--out build/engine] [--full] [--drop HEAD ...]

Heads that only help the others while they learn are dropped: they cost time and are not read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.heads import taught, taught_pairs
from training.model import Model

INPUTS = ("pieces", "shapes", "mask", "firsts")


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--out", type=Path, default=Path("build/engine"))
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights")
    parser.add_argument("--drop", nargs="*", default=[], metavar="HEAD", help="heads that the package does not read")
    options = parser.parse_args()
    torch.set_num_threads(1)
    labels = json.loads((options.build / "labels.json").read_text("utf-8"))
    labels = {name: known for name, known in labels.items() if name not in options.drop}
    model = Model(labels)
    weights = torch.load(options.build / "checkpoint.pt", weights_only=True)
    model.load_state_dict({name: weights[name] for name in model.state_dict()})
    options.out.mkdir(parents=True, exist_ok=True)
    full, small = options.build / "full.onnx", options.out / "model.onnx"
    write_onnx(model.eval(), full)
    if options.full:
        shutil.copyfile(full, small)
    else:
        quantize(full, small, options.build / "plain.onnx")
    shutil.copyfile(options.build / "vocab.txt", options.out / "vocab.txt")
    write_manifest(options.out, labels)
    print(f"{small}: {small.stat().st_size / 1e6:.2f} MB")


def write_onnx(model: Model, path: Path) -> None:
    """Export the graph with free numbers of sentences, pieces and words."""
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in range(3))
    firsts = torch.tensor([[0, 1, 3, 4], [0, 2, 5, 0]])
    batch, pieces, words = (torch.export.Dim(name, min=1) for name in ("sentences", "pieces", "words"))
    free = ({0: batch, 1: pieces}, {0: batch, 1: pieces}, {0: batch, 1: pieces}, {0: batch, 1: words})
    torch.onnx.export(
        model,
        (*example, firsts),
        path,
        dynamo=True,
        external_data=False,
        opset_version=18,
        input_names=list(INPUTS),
        output_names=[*(head.name for head in (*model.heads, *model.pair_heads)), "arcs", "rows", "columns"],
        dynamic_shapes=free,
    )


def quantize(full: Path, small: Path, plain: Path) -> None:
    """Write 8-bit weights for every matrix product and the embeddings; 7 bits of range, for processors without VNNI."""
    quant_pre_process(str(full), str(plain), skip_symbolic_shape=True)
    vectors = _vector_products(plain)
    quantize_dynamic(
        str(plain),
        str(small),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=vectors,
    )


def _vector_products(path: Path) -> list[str]:
    """Return the names of products with a one-dimensional weight, which the 8-bit kernel cannot run."""
    graph = onnx.load(str(path)).graph
    flat = {tensor.name for tensor in graph.initializer if len(tensor.dims) < 2}
    return [node.name for node in graph.node if node.op_type == "MatMul" and flat & set(node.input)]


def write_manifest(folder: Path, labels: dict[str, list[str]]) -> None:
    """Write `model.json`: checksums of the files and the labels in the order of the model's outputs."""
    pairs = [head.name for head in taught_pairs(labels)]
    order = [*(head.name for head in taught(labels)), *pairs, "relations"]
    manifest = {
        "model_sha256": _checksum(folder / "model.onnx"),
        "vocabulary_sha256": _checksum(folder / "vocab.txt"),
        "labels": {name: labels[name] for name in order},
        "pairs": pairs,
    }
    (folder / "model.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
