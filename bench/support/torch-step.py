"""Times a training step of the same encoder in PyTorch on one thread, and prints its median in processor seconds as JSON."""
import json
import statistics
import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(1)
shape = json.loads(sys.argv[1])
batch, length, width, layers, heads = (shape[k] for k in ("batch", "length", "width", "layers", "heads"))
sizes, items, masked, steps = shape["sizes"], shape["items"], shape["masked"], shape["steps"]


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.fields = nn.ModuleList(nn.Embedding(size, width) for size in sizes)
        self.position = nn.Embedding(length, width)
        self.segment = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(shape["dropout"])
        block = nn.TransformerEncoderLayer(width, heads, 4 * width, shape["dropout"], "gelu", batch_first=True)
        self.encoder = nn.TransformerEncoder(block, layers)
        self.transform = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width, eps=1e-12))
        self.bias = nn.Parameter(torch.zeros(items))

    def forward(self, tokens, positions, segments, rows):
        x = sum(table(column) for table, column in zip(self.fields, tokens)) + self.position(positions) + self.segment(segments)
        x = self.encoder(self.dropout(self.norm(x))).reshape(-1, width)[rows]
        return self.transform(x) @ self.fields[shape["itemField"]].weight.T + self.bias


model = Model()
optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
tokens = [torch.randint(5, size, (batch, length)) for size in sizes]
positions = torch.arange(length).repeat(batch, 1)
segments = torch.randint(0, 2, (batch, length))
rows = torch.randperm(batch * length)[:masked]
targets = torch.randint(5, items, (masked,))
times = []
for step in range(steps + 3):
    started = time.process_time()
    optimiser.zero_grad()
    loss = nn.functional.cross_entropy(model(tokens, positions, segments, rows), targets)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 5.0)
    optimiser.step()
    if step >= 3:
        times.append(time.process_time() - started)


def product_speed():
    """GFLOP/s of a plain product: a PyTorch linked to the reference BLAS is many times slower than one with a fast BLAS."""
    a = torch.randn(512, 512)
    seconds = []
    for _ in range(5):
        started = time.process_time()
        a @ a
        seconds.append(time.process_time() - started)
    return 2 * 512**3 / min(seconds) / 1e9


version = f"{torch.__version__}, its BLAS {product_speed():.0f} GFLOP/s"
print(json.dumps({"seconds": statistics.median(times), "version": version}))
