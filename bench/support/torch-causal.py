"""Times steps of a causal training over all items in PyTorch, every position asked for, and tells the most memory they took."""
import json
import resource
import statistics
import sys
import time

import torch
from torch import nn

from torch_encoder import FIRST_TOKEN, Encoder, random_tokens, version

torch.manual_seed(1)
shape = json.load(sys.stdin)
torch.set_num_threads(shape["cores"])
shape.update(sizes=[FIRST_TOKEN + shape["items"]], itemField=0)
batch, length = shape["batch"], shape["length"]
name = version()


def most_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


before = most_memory()
model = Encoder(shape, causal=True)
optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
positions = torch.arange(length).repeat(batch, 1)
rows = torch.arange(batch * length)
wall, cpu = [], []
for step in range(shape["steps"] + 1):
    started, used = time.perf_counter(), time.process_time()
    tokens = random_tokens(shape["sizes"], batch, length)
    targets = torch.randint(FIRST_TOKEN, shape["sizes"][0], (batch * length,))
    optimiser.zero_grad()
    hidden = model.hidden(tokens, positions, torch.zeros_like(positions))
    loss = nn.functional.cross_entropy(model.scores(hidden, rows), targets)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 5.0)
    optimiser.step()
    if step > 0:
        wall.append(batch * length / (time.perf_counter() - started))
        cpu.append(batch * length / (time.process_time() - used))
memory = most_memory() - before
print(json.dumps({"wall": statistics.median(wall), "cpu": statistics.median(cpu), "memory": memory, "version": name}))
