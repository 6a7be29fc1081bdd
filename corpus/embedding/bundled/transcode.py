"""From the package's 4-bit blocks to an ONNX file whose products are done in 8 bits."""

import ctypes
from pathlib import Path
from typing import Final

from onnx import TensorProto
from onnxruntime.quantization import quantize_dynamic

from corpus.embedding.bundled.graph import PRECISE, encoder
from corpus.embedding.bundled.layout import read_weights

_OPTIONS: Final = {"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT}


def transcode(weights: Path, target: Path) -> None:
    """Write the model of `weights`, already checked, to `target`."""
    model = encoder(read_weights(weights))
    precise = [node.name for node in model.graph.node if node.name.endswith(PRECISE)]
    quantize_dynamic(
        model,
        target,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=precise,
        per_channel=True,
        # 7 bits: processors without VNNI overflow on 8, and the vectors agree as well.
        reduce_range=True,
        extra_options=_OPTIONS,
    )
    del model
    _give_memory_back()


def _give_memory_back() -> None:
    """Return to the system what the C library keeps for later: 400 MB that a service lacks."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
