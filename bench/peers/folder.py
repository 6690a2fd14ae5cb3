"""Reads a folder of data (dataset.json, train.tsv, test.tsv) and cuts it the way engines/recommender/evaluation does."""

import json
import os
import re

import numpy as np

PURCHASE = re.compile(r"^(buy|bought|purchase[ds]?|order(ed)?|transaction|pay|paid|checkout)$", re.I)
MOST_QUERIES = 5000


class Names:
    """Words of the files -> integers in order of appearance."""

    def __init__(self):
        self.at = {}

    def of(self, name):
        return self.at.setdefault(name, len(self.at))


class Task:
    """Groups of rows to learn from, oldest row first, and questions: (history, targets)."""

    def __init__(self, groups, queries, item_count):
        self.groups = groups
        self.queries = queries
        self.item_count = item_count


def rows_of(path, wanted):
    with open(path, encoding="utf8") as file:
        header = file.readline().rstrip("\n").split("\t")
        places = [header.index(name) for name in wanted]
        for line in file:
            if line != "\n":
                cells = line.rstrip("\n").split("\t")
                yield [cells[p] for p in places]


class Folder:
    def __init__(self, path):
        with open(os.path.join(path, "dataset.json"), encoding="utf8") as file:
            meta = json.load(file)
        self.path = path
        self.name = meta["name"]
        self.protocol = meta["protocol"]
        self.exclude_seen = meta.get("excludeSeen") is True
        self.ordered = not str(meta.get("time", "")).lower().startswith("none")
        self.metrics = meta["metrics"]
        self.users, self.items, self.actions = Names(), Names(), Names()
        rows = []
        for n, (u, i, t, a) in enumerate(rows_of(os.path.join(path, "train.tsv"), ["user", "item", "time", "action"])):
            rows.append((self.users.of(u), float(t), n, self.items.of(i), self.actions.of(a)))
        self.groups = [[] for _ in self.users.at]
        self.group_actions = [[] for _ in self.users.at]
        self.group_times = [[] for _ in self.users.at]
        for u, t, _, i, a in sorted(rows):
            self.groups[u].append(i)
            self.group_actions[u].append(a)
            self.group_times[u].append(t)
        self.train_items = len(self.items.at)
        self.tests = []
        test = os.path.join(path, "test.tsv")
        if os.path.exists(test):
            for u, h, t in rows_of(test, ["user", "history", "targets"]):
                group = self.users.at.get(u, -1)
                history = [self.items.of(w) for w in h.split()]
                self.tests.append((group, history, [self.items.of(w) for w in t.split()]))
        self.item_count = len(self.items.at)

    def test(self):
        """All of train, and the questions of test.tsv. An empty history means the group's rows in train."""
        queries = []
        for group, history, targets in self.tests:
            given = history if history or group < 0 else self.groups[group]
            queries.append((given, targets))
        return Task(self.groups, queries, self.item_count)

    def validation(self):
        """A part of train, hidden the way the test part was."""
        if self.protocol == "session-prefix":
            return self._last_sessions()
        if self.protocol == "leave-one-out":
            return self._last_items()
        return self._last_deeds()

    def _last_items(self):
        groups, queries = [], []
        for items in self.groups:
            if len(items) > 1:
                groups.append(items[:-1])
                queries.append((items[:-1], items[-1:]))
            else:
                groups.append(items)
        return Task(groups, thin(queries), self.item_count)

    def _last_sessions(self):
        order = list(range(len(self.groups)))
        if all(t > 1e8 for times in self.group_times for t in times):
            order.sort(key=lambda g: self.group_times[g][-1])
        cut = int(len(order) * 0.9)
        queries = [(self.groups[g][:k], self.groups[g][k : k + 1]) for g in order[cut:] for k in range(1, len(self.groups[g]))]
        return Task([self.groups[g] for g in order[:cut]], thin(queries), self.item_count)

    def _last_deeds(self):
        wanted = {a for name, a in self.actions.at.items() if PURCHASE.match(name)}
        groups, queries = [], []
        for items, actions in zip(self.groups, self.group_actions):
            deeds = [i for i, a in zip(items, actions) if not wanted or a in wanted]
            left = [i for i in items if deeds and i != deeds[-1]]
            groups.append(left if left else items)
            if left:
                queries.append((left, [deeds[-1]]))
        return Task(groups, thin(queries), self.item_count)


def thin(queries):
    """About MOST_QUERIES of a list, evenly spread over it."""
    n = len(queries)
    return queries if n <= MOST_QUERIES else [queries[k * n // MOST_QUERIES] for k in range(MOST_QUERIES)]


def matrix(histories, item_count):
    """Rows of 0, 1, 2, ...: how often each history holds each item."""
    from scipy.sparse import csr_matrix

    offsets = np.cumsum([0] + [len(h) for h in histories])
    columns = np.fromiter((i for h in histories for i in h), dtype=np.int32, count=offsets[-1])
    out = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, offsets), shape=(len(histories), item_count))
    out.sum_duplicates()
    return out
