"""Times the encoding of users in ONNX Runtime, by the network that PyTorch exports."""
import io

import onnxruntime
import torch
from torch import nn

from encoding import UserEncoder, batches, measure, read_shape

shape = read_shape()
fields = range(len(shape["sizes"]))


class WithStackedTokens(nn.Module):
    """With one tensor of all fields' tokens, (fields, batch, length), and a mask that is always there."""

    def __init__(self, masked):
        super().__init__()
        self.encoder = UserEncoder(shape)
        self.masked = masked

    def forward(self, tokens, positions, padding, share):
        return self.encoder([tokens[f] for f in fields], positions, padding if self.masked else None, share)


def stacked(batch):
    tokens, positions, padding, share = batch
    return torch.stack(tokens), positions, torch.zeros_like(positions, dtype=torch.bool) if padding is None else padding, share


torch.backends.mha.set_fastpath_enabled(False)  # one operation that ONNX has no name for
# The export holds the length of what it was shown.
examples = list(batches(shape, 32, shape["length"]))
masked = any(padding is not None for _, _, padding, _ in examples)
names = ["tokens", "positions", "padding", "share"]
axes = {"tokens": {1: "batch"}, **{name: {0: "batch"} for name in names[1:]}}
file = io.BytesIO()
torch.onnx.export(
    WithStackedTokens(masked).eval(), stacked(examples[0]), file,
    input_names=names, output_names=["vectors"], dynamic_axes=axes, dynamo=False,
)


def encoder_of(threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(file.getvalue(), options, providers=["CPUExecutionProvider"])
    taken = [entry.name for entry in session.get_inputs()]
    return lambda batch: session.run(None, {name: batch[1 + names.index(name)] for name in taken})


def prepared(size):
    """Each with its size first, and its numbers as ONNX Runtime takes them."""
    return [(None, *(part.numpy() for part in stacked(batch))) for batch in batches(shape, size, shape["length"])]


measure(shape, encoder_of, prepared, onnxruntime.__version__)
