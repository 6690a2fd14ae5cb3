"""Prequential rows: features from counters that move with every row, as a shop's feature store would have them."""

import math
import os
from datetime import datetime

import numpy as np
from metrics import auc, log_loss

HOUR = 3_600_000.0
DAY = 24 * HOUR
SPREAD = 15 * DAY
ENTITIES = ["user", "item", "author", "tag", "sound", "user*author", "user*tag", "user*item"]
HALF_LIVES = {"day": DAY, "hours": 3 * HOUR}


class Impressions:
    """impressions.tsv in time order. Train rows that only have an order are spread over 15 days before the first impression."""

    def __init__(self, data):
        path = os.path.join(data.path, "impressions.tsv")
        with open(path, encoding="utf8") as file:
            header = file.readline().rstrip("\n").split("\t")
            rows = [line.rstrip("\n").split("\t") for line in file if line != "\n"]
        at = {name: n for n, name in enumerate(header)}
        rows.sort(key=lambda r: float(r[at["timeMs"]]))
        column = lambda name: np.array([float(r[at[name]]) for r in rows])
        self.user = [data.users.of(r[at["user"]]) for r in rows]
        self.item = [data.items.of(r[at["item"]]) for r in rows]
        self.time = column("timeMs")
        self.long, self.click, self.like = column("longView"), column("click"), column("like")
        self.play, self.duration, self.tab = column("playMs"), column("durationMs"), column("tab")
        self.start = len(rows) // 2
        self.items = facts(os.path.join(data.path, "items.tsv"), "item", data.items)
        self.users = facts(os.path.join(data.path, "users.tsv"), "user", data.users)
        self.history = spread(data, self.time[0])
        self.clean = self._clean()

    def _clean(self):
        """Rows whose person and item were not logged within the hour before: a repeat tells the label."""
        last, out = {}, np.ones(len(self.user), dtype=bool)
        for r, key in enumerate(zip(self.user, self.item)):
            out[r] = not (key in last and self.time[r] - last[key] <= HOUR)
            last[key] = self.time[r]
        return out

    def judge(self, p):
        """AUC and log loss of longView over the last half of the rows; p holds a prediction a row of that half."""
        y, clean = self.long[self.start :], self.clean[self.start :]
        return {
            "auc": auc(p, y),
            "logloss": log_loss(p, y),
            "auc.clean": auc(p[clean], y[clean]),
            "logloss.clean": log_loss(p[clean], y[clean]),
        }


def facts(path, key, names):
    with open(path, encoding="utf8") as file:
        header = file.readline().rstrip("\n").split("\t")
        rows = [line.rstrip("\n").split("\t") for line in file if line != "\n"]
    return {names.of(r[0]): dict(zip(header[1:], r[1:])) for r in rows}


def spread(data, first):
    """Train rows as (time, user, item, long, like) in time order; None is an unknown label."""
    rows = []
    names = {a: name for name, a in data.actions.at.items()}
    labels = {"watch": (0, 0), "long-watch": (1, 0), "like": (None, 1)}
    for u, items in enumerate(data.groups):
        for k, (i, a) in enumerate(zip(items, data.group_actions[u])):
            rows.append((first - SPREAD + SPREAD * (k + 0.5) / len(items), u, i, *labels[names[a]]))
    rows.sort(key=lambda r: r[0])
    return rows


class Counter:
    """Shown, long and liked: since ever, and halving in a day and in three hours."""

    __slots__ = ("shown", "known", "long", "like", "fading", "at")

    def __init__(self):
        self.shown = self.known = self.long = self.like = 0
        self.fading = [0.0, 0.0, 0.0, 0.0]
        self.at = 0.0

    def add(self, time, long, like):
        self.fade(time)
        self.shown += 1
        self.like += like
        if long is not None:
            self.known += 1
            self.long += long
            f = self.fading
            f[0] += 1
            f[1] += long
            f[2] += 1
            f[3] += long

    def fade(self, time):
        gone = time - self.at
        if gone > 0:
            f = self.fading
            day, hours = 0.5 ** (gone / HALF_LIVES["day"]), 0.5 ** (gone / HALF_LIVES["hours"])
            self.fading = [f[0] * day, f[1] * day, f[2] * hours, f[3] * hours]
            self.at = time


class Features:
    """`of` reads the row's features as they stood before it; `learn` moves the counters."""

    def __init__(self, rows):
        self.rows = rows
        self.counters = {}
        self.last = {}
        self.recent = {}
        self.codes = {}
        self.none = Counter()
        self.names = ["hour", "tab", "duration", "age"]
        self.names += ["activity", "follows", "fans", "registered", "tagCode", "idle", "lastFive", "lastOne", "watched"]
        for e in ENTITIES:
            self.names += [f"{e}.{k}" for k in ["shown", "long", "like", "dayShown", "dayLong", "hoursShown", "hoursLong"]]

    def code(self, kind, word):
        return self.codes.setdefault((kind, word), len(self.codes))

    def keys(self, user, item):
        fact = self.rows.items.get(item, {})
        author, tag, sound = fact.get("author", ""), fact.get("tags", "").split(" ")[0], fact.get("music", "")
        return [
            ("u", user),
            ("i", item),
            ("a", author),
            ("t", tag),
            ("s", sound),
            ("ua", user, author),
            ("ut", user, tag),
            ("ui", user, item),
        ]

    def learn(self, time, user, item, long, like, watched=None):
        for key in self.keys(user, item):
            counter = self.counters.get(key)
            if counter is None:
                counter = self.counters[key] = Counter()
            counter.add(time, long, like)
        if long is not None:
            self.recent[user] = (self.recent.get(user, ()) + (long,))[-5:]
        self.last[user] = (time, watched)

    def of(self, time, user, item, tab, duration):
        fact, who = self.rows.items.get(item, {}), self.rows.users.get(user, {})
        hour = (time / HOUR + 8) % 24
        last, watched = self.last.get(user, (None, None))
        five = self.recent.get(user, ())
        uploaded = fact.get("uploaded", "")
        age = (time - datetime.fromisoformat(uploaded).timestamp() * 1000) / DAY if uploaded else math.nan
        out = [hour, tab, duration / 1000, age]
        out += [self.code(k, who.get(k, "")) for k in ("activity", "follows", "fans", "registered")]
        out.append(self.code("tag", fact.get("tags", "").split(" ")[0]))
        out.append(math.log1p((time - last) / 1000) if last is not None else math.nan)
        out += [sum(five) / len(five), five[-1]] if five else [math.nan, math.nan]
        out.append(math.nan if watched is None else watched)
        base = 0.35
        for key in self.keys(user, item):
            c = self.counters.get(key, self.none)
            if c is not self.none:
                c.fade(time)
            f = c.fading
            rate = (c.long + 5 * base) / (c.known + 5)
            out += [math.log1p(c.shown), rate, (c.like + 0.1) / (c.shown + 5), f[0], (f[1] + 3 * rate) / (f[0] + 3)]
            out += [f[2], (f[3] + 3 * rate) / (f[2] + 3)]
        return out

    def learn_row(self, r):
        w = self.rows
        share = min(1.5, w.play[r] / w.duration[r]) if w.duration[r] > 0 else None
        self.learn(w.time[r], w.user[r], w.item[r], int(w.long[r]), int(w.like[r]), share)

    def of_row(self, r):
        w = self.rows
        return self.of(w.time[r], w.user[r], w.item[r], w.tab[r], w.duration[r])
