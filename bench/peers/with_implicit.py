"""implicit: item-item neighbours and alternating least squares, settings chosen on the validation cut."""

import itertools
import sys
import time
import warnings

import numpy as np
from folder import Folder, matrix
from implicit.als import AlternatingLeastSquares
from implicit.nearest_neighbours import BM25Recommender, CosineRecommender
from metrics import judge
from report import BUDGET, report, say, serving

warnings.filterwarnings("ignore")

NEIGHBOURS = [20, 100, 500]
GRIDS = {
    "cosine": [{"K": k} for k in NEIGHBOURS],
    "bm25": [{"K": k, "K1": k1, "B": b} for k, k1, b in itertools.product(NEIGHBOURS, [1.2, 100], [0.2, 0.75])],
    "als": [
        {"factors": f, "regularization": r, "alpha": a, "iterations": 15}
        for f, r, a in itertools.product([64, 128, 256], [0.01, 1.0], [1, 10, 40])
    ],
}
MAKERS = {
    "cosine": lambda set: CosineRecommender(num_threads=1, **set),
    "bm25": lambda set: BM25Recommender(num_threads=1, **set),
    "als": lambda set: AlternatingLeastSquares(random_state=1, num_threads=1, **set),
}


def fitted(kind, set, task):
    model = MAKERS[kind](set)
    start = time.process_time()
    model.fit(matrix(task.groups, task.item_count), show_progress=False)
    return model, time.process_time() - start


def scorer(kind, model, item_count):
    """What `recommend` ranks by, over the whole catalogue."""

    def of(histories):
        rows = matrix(histories, item_count)
        if kind == "als":
            people = model.recalculate_user(np.arange(len(histories)), rows)
            scores = people @ model.item_factors.T
            scores[:, ~model.item_factors.any(axis=1)] = -np.inf
            return scores
        scores = (rows @ model.similarity).toarray()
        scores[scores <= 0] = -np.inf
        return scores

    return of


def choose(kind, cut, data):
    best = None
    until = time.process_time() + BUDGET / 2
    for set in GRIDS[kind]:
        if time.process_time() > until:
            say("the search is cut short by its budget")
            break
        model, took = fitted(kind, set, cut)
        # Where the folder leaves it open, the cut says whether what the history holds is kept out.
        for exclude in [True] if data.exclude_seen else [False, True]:
            tally = judge(cut, data.metrics, exclude, scorer(kind, model, data.item_count))
            say(f"{kind} {set} exclude {exclude}: {tally.means()} {took:.1f} s")
            if best is None or tally.worth() > best[0]:
                best = (tally.worth(), set, exclude)
    return best[1], best[2]


def main(path, kind):
    data = Folder(path)
    start = time.process_time()
    set, exclude = choose(kind, data.validation(), data)
    search = time.process_time() - start
    task = data.test()
    model, seconds = fitted(kind, set, task)
    tally = judge(task, data.metrics, exclude, scorer(kind, model, data.item_count))
    ask = lambda history: model.recommend(
        0, matrix([history], data.item_count), N=20, recalculate_user=kind == "als", filter_already_liked_items=exclude
    )
    report(
        data=data.name,
        model=f"implicit {kind}",
        metrics=tally.means(),
        seconds=seconds,
        searchSeconds=search,
        settings={**set, "excludeSeen": exclude},
        **serving(ask, [h for h, _ in task.queries if h]),
    )


main(*sys.argv[1:3])
