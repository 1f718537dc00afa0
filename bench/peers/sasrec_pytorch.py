"""The step of the bench `attention` with PyTorch on the CPU, next to ours.

    npm run -s bench -- cpu-attention --json > ours.json
    python bench/peers/sasrec_pytorch.py --ours ours.json
"""

import argparse
import json

import torch
from timing import entries_of, median_seconds
from torch import nn
from torch.nn import functional as F

BATCH, TIME, DIM, BLOCKS, ITEMS = 128, 50, 64, 2, 3706


class Block(nn.Module):
    """Attention with one head, then a dense layer; the norm comes before each."""

    def __init__(self):
        super().__init__()
        self.attention_norm, self.dense_norm = nn.LayerNorm(DIM), nn.LayerNorm(DIM)
        self.input = nn.Linear(DIM, 3 * DIM, bias=False)
        self.output = nn.Linear(DIM, DIM, bias=False)
        self.inner, self.outer = nn.Linear(DIM, DIM), nn.Linear(DIM, DIM)

    def forward(self, x):
        query, key, value = self.input(self.attention_norm(x)).split(DIM, dim=-1)
        seen = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        x = x + self.output(seen)
        return x + self.outer(F.relu(self.inner(self.dense_norm(x))))


class SasRec(nn.Module):
    """The same weights as ours: the table of items is looked up, and scores the states."""

    def __init__(self):
        super().__init__()
        self.items, self.bias = nn.Embedding(ITEMS, DIM), nn.Parameter(torch.zeros(ITEMS))
        self.positions = nn.Parameter(0.02 * torch.randn(TIME, DIM))
        self.blocks = nn.Sequential(*(Block() for _ in range(BLOCKS)))
        self.norm = nn.LayerNorm(DIM)

    def forward(self, inputs):
        x = self.items(inputs) * DIM**0.5 + self.positions
        states = self.norm(self.blocks(x)).reshape(-1, DIM)
        return F.linear(states, self.items.weight, self.bias)


def milliseconds_per_step():
    model = SasRec()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    inputs, targets = torch.randint(ITEMS, (2, BATCH, TIME))

    def step():
        optimizer.zero_grad()
        F.cross_entropy(model(inputs), targets.reshape(-1)).backward()
        optimizer.step()

    return 1000 * median_seconds(step, 5)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours")
    parser.add_argument("--threads", type=int, help="as many as there are, unless said otherwise")
    args = parser.parse_args()
    torch.manual_seed(1)
    if args.threads:
        torch.set_num_threads(args.threads)
    theirs = milliseconds_per_step()
    ours = entries_of(args.ours, "cpu-attention") if args.ours else []
    result = {
        "torch": torch.__version__,
        "threads": torch.get_num_threads(),
        "ms": theirs,
        "ours": {entry["shape"]: entry["ours"]["ms"] for entry in ours},
        "ratio": {entry["shape"]: theirs / entry["ours"]["ms"] for entry in ours},
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
