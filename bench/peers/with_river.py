"""river: predict, then learn, row by row. `logistic`: the counters, standardised, and ids; `fm`: a factorisation machine over ids."""

import math
import sys
import time

import numpy as np
from folder import Folder
from impressions import Features, Impressions
from report import BUDGET, report, say
from river import facto, linear_model, optim, preprocessing


def ids(rows, user, item, tab):
    fact, who = rows.items.get(item, {}), rows.users.get(user, {})
    return {
        "user": str(user),
        "item": str(item),
        "author": fact.get("author", ""),
        "tag": fact.get("tags", "").split(" ")[0],
        "tab": str(tab),
        "activity": who.get("activity", ""),
    }


def logistic():
    return preprocessing.StandardScaler() | linear_model.LogisticRegression(optim.AdaGrad(0.02), intercept_lr=0.01)


def machine():
    return facto.FMClassifier(
        n_factors=8, weight_optimizer=optim.AdaGrad(0.05), latent_optimizer=optim.AdaGrad(0.05), intercept=-0.6, seed=1
    )


class Online:
    def __init__(self, rows, kind):
        self.rows, self.kind = rows, kind
        self.model = logistic() if kind == "logistic" else machine()
        self.features = Features(rows) if kind == "logistic" else None

    def inputs(self, time, user, item, tab, duration):
        if self.kind == "fm":
            return ids(self.rows, user, item, tab)
        values = self.features.of(time, user, item, tab, duration)
        return {n: 0.0 if math.isnan(v) else v for n, v in zip(self.features.names, values)}


def main(path, kind):
    data = Folder(path)
    rows = Impressions(data)
    online = Online(rows, kind)
    model = online.model
    start = time.process_time()
    learnt = 0
    # The history moves the counters; the machine over ids learns from it too, for as long as half the budget lasts, newest rows last.
    history = rows.history
    if kind == "fm":
        probe = time.process_time()
        for at, user, item, long, like in history[:2000]:
            model.predict_proba_one(online.inputs(at, user, item, "", 0))
        speed = 1000 / (time.process_time() - probe)
        history = history[-int(min(len(history), speed * BUDGET / 2)) :]
    for at, user, item, long, like in history:
        if kind == "logistic":
            online.features.learn(at, user, item, long, like)
        elif long is not None:
            model.learn_one(online.inputs(at, user, item, "", 0), bool(long))
            learnt += 1
    say(f"history: {learnt} rows learnt in {time.process_time() - start:.0f} s")
    p = np.empty(len(rows.user))
    lived = time.process_time()
    for r in range(len(rows.user)):
        x = online.inputs(rows.time[r], rows.user[r], rows.item[r], rows.tab[r], rows.duration[r])
        p[r] = model.predict_proba_one(x).get(True, 0.5)
        model.learn_one(x, bool(rows.long[r]))
        if kind == "logistic":
            online.features.learn_row(r)
    done = time.process_time()
    report(
        data=data.name,
        model=f"river {kind}",
        metrics=rows.judge(p[rows.start :]),
        seconds=done - start,
        settings={"historyRowsLearnt": learnt},
        rowsPerSecond=round(len(p) / (done - lived)),
    )


main(*sys.argv[1:3])
