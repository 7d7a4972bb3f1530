"""Times the encoding of users in PyTorch, its fast path for inference included."""
import torch

from encoding import UserEncoder, batches, measure, read_shape
from torch_encoder import version

shape = read_shape()
model = UserEncoder(shape).eval()


def encoder_of(threads):
    torch.set_num_threads(threads)
    return lambda batch: model(*batch)


with torch.inference_mode():
    measure(shape, encoder_of, lambda size: list(batches(shape, size)), version())
