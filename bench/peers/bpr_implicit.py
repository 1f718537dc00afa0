r"""An epoch of BPR with `implicit`, d=64, on all ratings of ML-1M, next to ours.

    node bench/epochs/measure.mjs --data ml-1m/ratings.dat --protocol leave-one-out \
        --model bpr-mf --set epochs=6 > ours.json
    python bench/peers/bpr_implicit.py ml-1m/ratings.dat --ours ours.json
"""

import argparse
import json
import statistics

import implicit
import numpy as np
from implicit.bpr import BayesianPersonalizedRanking
from scipy.sparse import csr_matrix
from timing import median_seconds

DIM = 64
EPOCHS = 3


def read(path):
    """The interactions of a file of `user::item::rating::time` as a matrix of ones."""
    with open(path, encoding="latin-1") as file:
        pairs = np.array([line.split("::")[:2] for line in file], dtype=np.int64)
    users, items = (np.unique(column, return_inverse=True)[1] for column in pairs.T)
    return csr_matrix((np.ones(len(users), np.float32), (users, items)))


def seconds_per_epoch(interactions, threads):
    """Several epochs in one call, for its preparations count little then."""

    def fit():
        model = BayesianPersonalizedRanking(
            factors=DIM, iterations=EPOCHS, learning_rate=0.01, num_threads=threads, use_gpu=False
        )
        model.fit(interactions, show_progress=False)

    return median_seconds(fit, 1) / EPOCHS


def ours(path, count):
    """Our seconds for an epoch of so many interactions: the median, without the first, which warms up."""
    with open(path, encoding="utf-8") as file:
        measured = json.load(file)
    seconds = statistics.median(epoch["seconds"] for epoch in measured["epochs"][1:])
    return seconds * count / measured["train"]["interactions"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ratings")
    parser.add_argument("--ours")
    parser.add_argument("--threads", type=int, default=0, help="0 for as many as there are")
    args = parser.parse_args()
    interactions = read(args.ratings)
    theirs = seconds_per_epoch(interactions, args.threads)
    own = ours(args.ours, interactions.nnz) if args.ours else None
    result = {
        "implicit": implicit.__version__,
        "interactions": interactions.nnz,
        "seconds": theirs,
        "ours": own,
        "ratio": own and theirs / own,
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
