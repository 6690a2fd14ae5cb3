"""Popularity: the model that both sides have, so that check.ts can show that cuts and metrics are the same."""

import sys
import time

import numpy as np
from folder import Folder
from metrics import judge
from report import report


def prequential(data):
    """Each row's longView by the item's rate so far: (long views + 1) / (shown + 3)."""
    from impressions import Impressions

    rows = Impressions(data)
    shown, long = np.ones(len(data.items.at)) * 3, np.ones(len(data.items.at))
    p = np.empty(len(rows.user))
    for r, i in enumerate(rows.item):
        p[r] = long[i] / shown[i]
        shown[i] += 1
        long[i] += rows.long[r]
    report(data=data.name, model="popularity", metrics=rows.judge(p[rows.start :]), seconds=0, queries=len(p) - rows.start)


def main(path):
    data = Folder(path)
    if data.protocol == "prequential":
        return prequential(data)
    task = data.test()
    start = time.process_time()
    counts = np.bincount([i for g in task.groups for i in g], minlength=data.item_count).astype(np.float64)
    counts[counts == 0] = -np.inf
    seconds = time.process_time() - start
    tally = judge(task, data.metrics, data.exclude_seen, lambda histories: np.tile(counts, (len(histories), 1)))
    cut = data.validation()
    report(
        data=data.name,
        model="popularity",
        metrics=tally.means(),
        seconds=seconds,
        queries=tally.queries,
        items=data.item_count,
        hiddenRows=sum(map(len, data.groups)) - sum(map(len, cut.groups)),
    )


main(sys.argv[1])
