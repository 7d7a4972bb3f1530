"""Portrait's encoder in PyTorch, for the benchmarks that run beside it, and what they tell of the PyTorch that was found."""
import time

import torch
from torch import nn

FIRST_TOKEN = 5


class Encoder(nn.Module):
    """BERT's encoder over the sum of several fields' embeddings; scores of all items of one field at some positions."""

    def __init__(self, shape, causal=False):
        super().__init__()
        width, sizes = shape["width"], shape["sizes"]
        self.fields = nn.ModuleList(nn.Embedding(size, width) for size in sizes)
        self.item_field = shape["itemField"]
        self.position = nn.Embedding(shape["length"], width)
        self.segment = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(shape["dropout"])
        block = nn.TransformerEncoderLayer(width, shape["heads"], 4 * width, shape["dropout"], "gelu", batch_first=True)
        self.encoder = nn.TransformerEncoder(block, shape["layers"])
        self.transform = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width, eps=1e-12))
        self.bias = nn.Parameter(torch.zeros(sizes[self.item_field]))
        self.causal = causal

    def hidden(self, tokens, positions, segments, padding=None):
        """(batch, length, width) of (batch, length) tokens, one tensor a field; padding is True where there is none."""
        x = sum(table(column) for table, column in zip(self.fields, tokens)) + self.position(positions) + self.segment(segments)
        mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1]) if self.causal else None
        return self.encoder(self.dropout(self.norm(x)), mask=mask, src_key_padding_mask=padding)

    def scores(self, hidden, rows):
        """(rows, items) at some of the flattened positions."""
        asked = hidden.reshape(-1, hidden.shape[-1])[rows]
        return self.transform(asked) @ self.fields[self.item_field].weight.T + self.bias


def random_tokens(sizes, batch, length):
    return [torch.randint(FIRST_TOKEN, size, (batch, length)) for size in sizes]


def version():
    """With the speed of a plain product on one thread, since a PyTorch linked to the reference BLAS is many times slower."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    a = torch.randn(512, 512)
    seconds = []
    for _ in range(5):
        started = time.process_time()
        a @ a
        seconds.append(time.process_time() - started)
    torch.set_num_threads(threads)
    return f"{torch.__version__}, its BLAS {2 * 512**3 / min(seconds) / 1e9:.0f} GFLOP/s"
