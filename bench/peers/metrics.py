"""The metrics of engines/recommender/evaluation/metrics.ts and metrics-binary.ts, again in Python. check.ts compares the two."""

import math
import re

import numpy as np


def figure_of(kind, k, ranks):
    """One question's figure from the ranks of its targets (1 = first; infinity = not ranked)."""
    hits = [r for r in ranks if r <= k]
    if kind == "hr":
        return 1.0 if hits else 0.0
    if kind == "mrr":
        return 1.0 / min(hits) if hits else 0.0
    if kind == "recall":
        return len(hits) / len(ranks)
    ideal = sum(1 / math.log2(i + 1) for i in range(1, min(k, len(ranks)) + 1))
    return sum(1 / math.log2(r + 1) for r in hits) / ideal


class Tally:
    def __init__(self, names):
        self.metrics = [(n, *re.match(r"(hr|recall|ndcg|mrr)@(\d+)$", n).groups()) for n in names]
        self.sums = [0.0] * len(names)
        self.queries = 0

    def add(self, ranks):
        self.queries += 1
        for m, (_, kind, k) in enumerate(self.metrics):
            self.sums[m] += figure_of(kind, int(k), ranks)

    def means(self):
        return {name: self.sums[m] / self.queries for m, (name, _, _) in enumerate(self.metrics)}

    def worth(self):
        """What is made as large as possible on validation: the mean of the logarithms."""
        return sum(math.log(s / self.queries + 1e-4) for s in self.sums) / len(self.sums)


def judge(task, names, exclude_seen, score_batch, batch=256):
    """score_batch(histories) -> dense scores, one row a history; -inf = not ranked. Every item is ranked, ties against the target."""
    tally = Tally(names)
    for at in range(0, len(task.queries), batch):
        part = task.queries[at : at + batch]
        scores = np.asarray(score_batch([h for h, _ in part]))
        for (history, targets), row in zip(part, scores):
            row = np.array(row, dtype=np.float64)
            if exclude_seen:
                row[history] = -np.inf
            tally.add([rank_of(row, t) for t in targets])
    return tally


def rank_of(row, target):
    own = row[target]
    return math.inf if own == -np.inf or np.isnan(own) else int(np.count_nonzero(row >= own))


def auc(p, y):
    """Probability that a positive stands above a negative, a tie counting half."""
    order = np.argsort(p, kind="stable")
    p, y = p[order], y[order]
    _, start, count = np.unique(p, return_index=True, return_counts=True)
    ranks = np.repeat(start + (count + 1) / 2, count)
    up = y > 0.5
    n = int(up.sum())
    return float((ranks[up].sum() - n * (n + 1) / 2) / (n * (len(y) - n)))


def log_loss(p, y):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
