"""Times epochs of masked modelling in PyTorch over sequences of given lengths, all padded to the longest that there may be."""
import json
import statistics
import sys
import time

import torch
from torch import nn

from torch_encoder import FIRST_TOKEN, Encoder, random_tokens, version

torch.manual_seed(1)
shape = json.load(sys.stdin)
torch.set_num_threads(shape["threads"])
length, size = shape["length"], shape["batchSize"]
model = Encoder(shape)
optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)


def batches():
    lengths = torch.tensor(shape["lengths"])[torch.randperm(len(shape["lengths"]))]
    for own in lengths.split(size):
        batch = len(own)
        padding = torch.arange(length)[None] >= own[:, None]
        rows = (~padding).flatten().nonzero().flatten()
        rows = rows[torch.randperm(len(rows))[: max(1, round(shape["maskShare"] * len(rows)))]]
        targets = torch.randint(FIRST_TOKEN, shape["sizes"][shape["itemField"]], (len(rows),))
        yield random_tokens(shape["sizes"], batch, length), padding, rows, targets


def epoch():
    for tokens, padding, rows, targets in batches():
        positions = torch.arange(length).repeat(len(padding), 1)
        optimiser.zero_grad()
        hidden = model.hidden(tokens, positions, torch.zeros_like(positions), padding)
        loss = nn.functional.cross_entropy(model.scores(hidden, rows), targets)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()


seconds = []
for _ in range(shape["epochs"]):
    started = time.perf_counter()
    epoch()
    seconds.append(time.perf_counter() - started)
print(json.dumps({"seconds": statistics.median(seconds[1:]), "version": version()}))
