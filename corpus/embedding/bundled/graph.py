"""The encoder multilingual-e5-small as an ONNX graph: ids of tokens in, unit vectors out."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from corpus.embedding.bundled.layout import BLOCK, Shape, Weights

NAME: Final = "multilingual-e5-small"
OPSET: Final = 20
"""The first with Gelu."""
IR_VERSION: Final = 10
FUSED: Final = "com.microsoft"
"""Operators of onnxruntime: attention in one pass, and rows of 4 bits."""
PRECISE: Final = "precise"
"""Ends the names of the products that stay in 32 bits."""
OUTLIERS: Final = (318, 1462, 354, 408, 778, 658, 1152, 413, 563)
"""Inner channel of each of the first layers where the tokens that frame a text reach 6 to 70.

All others stay near 5 or under: leaving the outlier out of the 8-bit product keeps their digits.
"""


@dataclass(slots=True)
class _Graph:
    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)

    def add(
        self,
        operator: str,
        *inputs: str,
        mark: str = "",
        domain: str = "",
        **attributes: float | str,
    ) -> str:
        """Add a step and return the name of its output, which ends with `mark`."""
        name = f"{operator}_{len(self.nodes)}{mark}"
        node = helper.make_node(operator, inputs, [name], name, domain=domain)
        node.attribute.extend(helper.make_attribute(*pair) for pair in attributes.items())
        self.nodes.append(node)
        return name

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """Add fixed numbers and return their name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name


def encoder(weights: Weights) -> ModelProto:
    """Return the graph: `ids` (int32, texts × length) to `vectors` (texts × hidden)."""
    graph = _Graph()
    states = _embed(graph, weights)
    for layer in range(weights.shape.layers):
        states = _attend(graph, weights, f"l{layer}", states)
        states = _feed_forward(graph, weights, f"l{layer}", states)
    _pool(graph, states)
    return _model(graph, weights.shape)


def _embed(graph: _Graph, weights: Weights) -> str:
    words = _words(graph, weights)
    hidden = weights.shape.hidden
    table = weights.floats("emb.pos").reshape(-1, hidden) + weights.floats("emb.type")[:hidden]
    zero = graph.constant("zero", np.array([0], np.int64))
    one = graph.constant("one", np.array([1], np.int64))
    length = graph.add("Shape", "ids", start=1)
    places = graph.add("Slice", graph.constant("positions", table), zero, length, zero, one)
    return _normalise(graph, weights, "emb.ln", graph.add("Add", words, places))


def _words(graph: _Graph, weights: Weights) -> str:
    rows = weights.integers("emb.word", weights.shape.hidden)
    low, high = rows.values[:, ::2] & 0xF, rows.values[:, 1::2] & 0xF
    packed = (low | (high << 4)).astype(np.uint8)
    table = helper.make_tensor(
        "words", TensorProto.INT4, rows.values.shape, packed.tobytes(), raw=True
    )
    graph.constants.append(table)
    scales = graph.constant("words.scales", rows.scales)
    return graph.add(
        "GatherBlockQuantized",
        "words",
        "ids",
        scales,
        block_size=BLOCK,
        quantize_axis=1,
        domain=FUSED,
    )


def _attend(graph: _Graph, weights: Weights, layer: str, states: str) -> str:
    """Add self-attention; queries, keys and values come out of one product."""
    parts = [_matrix(weights, f"{layer}.{part}") for part in "qkv"]
    together = _product(graph, f"{layer}.qkv", states, np.concatenate(parts))
    split = [f"{layer}.{part}" for part in "qkv"]
    graph.nodes.append(
        helper.make_node("Split", [together], split, name=f"{layer}.split", axis=2, num_outputs=3)
    )
    biases = np.concatenate([weights.floats(f"{layer}.{part}.b") for part in "qkv"])
    bias = graph.constant(f"{layer}.qkv.b", biases)
    heads = weights.shape.heads
    mixed = graph.add("MultiHeadAttention", *split, bias, num_heads=heads, domain=FUSED)
    product = _product(graph, f"{layer}.ao", mixed, _matrix(weights, f"{layer}.ao"))
    added = _biased(graph, weights, f"{layer}.ao", product)
    return _normalise(graph, weights, f"{layer}.aln", graph.add("Add", added, states))


def _feed_forward(graph: _Graph, weights: Weights, layer: str, states: str) -> str:
    """Add the two wide products; the outlier goes through its own, precisely."""
    number = int(layer.removeprefix("l"))
    apart = np.isin(np.arange(weights.shape.inner), OUTLIERS[number : number + 1])
    inner, outer = _matrix(weights, f"{layer}.fi"), _matrix(weights, f"{layer}.fo")
    bias = weights.floats(f"{layer}.fi.b")
    kept = (~apart).astype(np.float32)
    wide = _Wide(inner=inner * kept[:, None], bias=bias * kept, outer=outer * kept)
    product = _through(graph, layer, states, wide)
    if apart.any():
        narrow = _Wide(inner=inner[apart], bias=bias[apart], outer=outer[:, apart], mark=PRECISE)
        product = graph.add("Add", product, _through(graph, f"{layer}.apart", states, narrow))
    added = _biased(graph, weights, f"{layer}.fo", product)
    return _normalise(graph, weights, f"{layer}.oln", graph.add("Add", added, states))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wide:
    inner: NDArray[np.float32]
    bias: NDArray[np.float32]
    outer: NDArray[np.float32]
    mark: str = ""


def _through(graph: _Graph, name: str, states: str, wide: _Wide) -> str:
    bias = graph.constant(f"{name}.fi.b", wide.bias)
    product = _product(graph, f"{name}.fi", states, wide.inner, wide.mark)
    active = graph.add("Gelu", graph.add("Add", product, bias))
    return _product(graph, f"{name}.fo", active, wide.outer, wide.mark)


def _matrix(weights: Weights, name: str) -> NDArray[np.float32]:
    outputs = len(weights.floats(f"{name}.b"))
    inputs = weights.places[f"{name}.w"].size // outputs
    return weights.integers(f"{name}.w", inputs).floats()


def _biased(graph: _Graph, weights: Weights, name: str, product: str) -> str:
    return graph.add("Add", product, graph.constant(f"{name}.b", weights.floats(f"{name}.b")))


def _product(
    graph: _Graph, name: str, states: str, matrix: NDArray[np.float32], mark: str = ""
) -> str:
    return graph.add("MatMul", states, graph.constant(f"{name}.w", matrix.T), mark=mark)


def _normalise(graph: _Graph, weights: Weights, name: str, states: str) -> str:
    scale = graph.constant(f"{name}.w", weights.floats(f"{name}.w"))
    bias = graph.constant(f"{name}.b", weights.floats(f"{name}.b"))
    epsilon = weights.shape.epsilon
    return graph.add("LayerNormalization", states, scale, bias, axis=-1, epsilon=epsilon)


def _pool(graph: _Graph, states: str) -> None:
    """Add the mean over the tokens, at length one."""
    tokens = graph.constant("tokens", np.array([1], np.int64))
    mean = graph.add("ReduceMean", states, tokens, keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vectors"], axis=-1, p=2))


def _model(graph: _Graph, shape: Shape) -> ModelProto:
    ids = helper.make_tensor_value_info("ids", TensorProto.INT32, ["texts", "length"])
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", shape.hidden])
    built = helper.make_graph(graph.nodes, NAME, [ids], [vectors], graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(built, opset_imports=opsets, ir_version=IR_VERSION)
    # Says that shapes need no preparing, which the quantizer would ask for.
    helper.set_model_props(model, {"onnx.quant.pre_process": "onnxruntime.quant"})
    return model
