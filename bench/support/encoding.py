"""What scripts that encode users have in common: the model, its batches, and the search for what serves a peer best."""
import json
import sys
import time

import torch
from torch import nn

from torch_encoder import Encoder, random_tokens

BATCH_SIZES = (32, 128)
# Batches that are prepared; all users are encoded by going round them.
PREPARED = 64


class UserEncoder(nn.Module):
    """The mean of what the encoder says of a user's behaviours, special positions left out, of length 1."""

    def __init__(self, shape):
        super().__init__()
        self.model = Encoder(shape)

    def forward(self, tokens, positions, padding, share):
        x = self.model.hidden(tokens, positions, torch.zeros_like(positions), padding)
        return nn.functional.normalize((x * share.unsqueeze(2)).sum(1), dim=1)


def read_shape():
    torch.manual_seed(1)
    return json.load(sys.stdin)


def batches(shape, size, length=None):
    """Some users' batches, padded to the longest of each or to a given length; without a mask where all are as long."""
    for own in torch.tensor(shape["counts"]).split(size)[:PREPARED]:
        positions = length or int(own.max()) + 2
        at = torch.arange(positions)[None].repeat(len(own), 1)
        share = ((at >= 1) & (at <= own[:, None])).float()
        padding = at >= own[:, None] + 2
        yield random_tokens(shape["sizes"], len(own), positions), at, padding if padding.any() else None, share


def timed(encode, prepared, users):
    """Wall and processor seconds of as many users."""
    started, processor, done, i = time.perf_counter(), time.process_time(), 0, 0
    while done < users:
        batch = prepared[i % len(prepared)]
        encode(batch)
        done += batch[1].shape[0]
        i += 1
    share = users / done
    return (time.perf_counter() - started) * share, (time.process_time() - processor) * share


def measure(shape, encoder_of, batches_of, version):
    """Prints the times of all users by the threads and the batch size that do some of them soonest."""
    tried = []
    for threads in shape["threads"]:
        encode = encoder_of(threads)
        for size in BATCH_SIZES:
            prepared = batches_of(size)
            timed(encode, prepared, shape["warmUp"] // 4)
            tried.append((timed(encode, prepared, shape["warmUp"])[0], threads, size))
    _, threads, size = min(tried)
    seconds, processor = timed(encoder_of(threads), batches_of(size), len(shape["counts"]))
    print(json.dumps({"version": version, "threads": threads, "seconds": seconds, "cpuSeconds": processor}))
