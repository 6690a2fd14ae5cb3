"""
RecBole 1.2: its models, trainers and defaults, our cuts and metrics. The nets learn the rows that the validation cut leaves and stop by it, as
RecBole itself does; the questions of the test get the whole history. EASE is fitted again on all rows.
"""

import copy
import logging
import os
import sys
import tempfile
import time
import warnings

import numpy as np
import torch
from folder import Folder, matrix
from metrics import judge
from recbole.config import Config
from recbole.data import create_dataset, data_preparation
from recbole.data.interaction import Interaction
from recbole.utils import get_model, get_trainer, init_seed
from report import BUDGET, report, say, serving

warnings.filterwarnings("ignore")
LENGTH = 20
PATIENCE = 5
NET = {"MAX_ITEM_LIST_LENGTH": LENGTH, "train_neg_sample_args": None, "loss_type": "CE", "train_batch_size": 512}
SETTINGS = {"SASRec": NET, "GRU4Rec": NET, "NARM": NET}
REGULARIZATIONS = [250.0, 100.0, 1000.0]
# The inverse of items x items took 108 CPU seconds at 12,101 items and grows with the cube: beyond this it is not tried.
MOST_EASE_ITEMS = 20_000


def recbole(groups, model, extra):
    """RecBole's own dataset, loader and model over some rows. Everything goes to training: the cuts are ours."""
    folder = tempfile.mkdtemp(prefix="recbole-")
    os.mkdir(f"{folder}/rows")
    with open(f"{folder}/rows/rows.inter", "w", encoding="utf8") as file:
        file.write("user_id:token\titem_id:token\ttimestamp:float\n")
        for u, items in enumerate(groups):
            for k, i in enumerate(items):
                file.write(f"{u}\t{i}\t{k}\n")
    config = Config(
        model=model,
        dataset="rows",
        config_dict={
            "data_path": folder,
            "checkpoint_dir": f"{folder}/saved",
            "load_col": {"inter": ["user_id", "item_id", "timestamp"]},
            "eval_args": {"split": {"RS": [1.0, 0.0, 0.0]}, "order": "TO", "group_by": "user", "mode": "full"},
            "use_gpu": False,
            "seed": 1,
            "show_progress": False,
            "state": "ERROR",
            **extra,
        },
    )
    init_seed(config["seed"], True)
    logging.getLogger().setLevel(logging.ERROR)
    dataset = create_dataset(config)
    return config, dataset


def numbers(dataset, item_count):
    """Our item -> RecBole's; 0 is RecBole's padding."""
    out = np.zeros(item_count, dtype=np.int64)
    for token, at in dataset.field2token_id["item_id"].items():
        if token != "[PAD]":
            out[int(token)] = at
    return out


def sequence_scorer(model, theirs):
    def of(histories):
        rows = np.zeros((len(histories), LENGTH), dtype=np.int64)
        lengths = np.ones(len(histories), dtype=np.int64)
        for n, history in enumerate(histories):
            last = [a for a in theirs[history[-LENGTH:]] if a > 0] if len(history) else []
            rows[n, : len(last)] = last
            lengths[n] = max(1, len(last))
        batch = Interaction({"item_id_list": torch.from_numpy(rows), "item_length": torch.from_numpy(lengths)})
        model.eval()
        with torch.no_grad():
            scores = model.full_sort_predict(batch).numpy().reshape(len(histories), -1)[:, theirs]
        scores[:, theirs == 0] = -np.inf
        return scores

    return of


class TooLong(Exception):
    """What cannot end within the minutes of a model is said in the table, not waited for."""


def epoch_seconds(model, loader, batches=5):
    """CPU seconds of one epoch, by its first batches."""
    model.train()
    started = time.process_time()
    for n, batch in enumerate(loader):
        if n == batches:
            break
        model.calculate_loss(batch).backward()
    model.zero_grad()
    return (time.process_time() - started) / batches * len(loader)


def train_net(data, name):
    """(scorer, exclude, fields): epochs until the cut says stop, or the budget is over."""
    cut = data.validation()
    started = time.process_time()
    config, dataset = recbole(cut.groups, name, SETTINGS[name])
    theirs = numbers(dataset, data.item_count)
    loader, _, _ = data_preparation(config, dataset)
    model = get_model(name)(config, loader.dataset)
    trainer = get_trainer(config["MODEL_TYPE"], name)(config, model)
    expected = epoch_seconds(model, loader)
    say(f"{name}: an epoch takes about {expected:.0f} CPU seconds")
    if expected > BUDGET:
        raise TooLong(f"one epoch takes {expected / 60:.0f} CPU minutes (by its first batches), {BUDGET / 60:.0f} were given")
    best = None
    epoch, since, ended = 0, 0, "its validation"
    while since < PATIENCE:
        loss = trainer._train_epoch(loader, epoch, show_progress=False)
        epoch += 1
        since += 1
        for exclude in [True] if data.exclude_seen else [False, True]:
            tally = judge(cut, data.metrics, exclude, sequence_scorer(model, theirs))
            if best is None or tally.worth() > best["worth"]:
                best = {"worth": tally.worth(), "exclude": exclude, "epoch": epoch, "state": copy.deepcopy(model.state_dict())}
                since = 0
            say(f"{name} epoch {epoch} loss {loss:.1f} exclude {exclude} {tally.means()} {time.process_time() - started:.0f} s")
        if time.process_time() - started > BUDGET * (1 - 0.5 / epoch):
            ended = "the budget"
            break
    model.load_state_dict(best["state"])
    settings = {"epochs": epoch, "best": best["epoch"], "ended by": ended, "excludeSeen": best["exclude"], **SETTINGS[name]}
    del settings["train_neg_sample_args"]
    fields = {"seconds": time.process_time() - started, "settings": settings}
    if ended == "the budget" and best["epoch"] == epoch:
        fields["note"] = cut_short(epoch)
    return sequence_scorer(model, theirs), best["exclude"], fields


def cut_short(epochs):
    return f"stopped after {BUDGET / 60:.0f} CPU minutes and {epochs} epochs, while validation still rose"


def fit_ease(groups, item_count, weight):
    started = time.process_time()
    config, dataset = recbole(groups, "EASE", {"reg_weight": weight})
    theirs = numbers(dataset, item_count)
    loader, _, _ = data_preparation(config, dataset)
    model = get_model("EASE")(config, loader.dataset)
    similarity = np.asarray(model.item_similarity)

    def of(histories):
        rows = matrix([theirs[h] for h in histories], similarity.shape[0])
        scores = np.asarray(rows @ similarity)[:, theirs]
        scores[:, theirs == 0] = -np.inf
        return scores

    return of, time.process_time() - started


def train_ease(data):
    if data.train_items > MOST_EASE_ITEMS:
        raise TooLong(f"inverts a dense matrix of {data.train_items:,} x {data.train_items:,}: by the cube of 108 s at 12,101 items it does not fit")
    cut = data.validation()
    started = time.process_time()
    best = None
    for weight in REGULARIZATIONS:
        scorer, took = fit_ease(cut.groups, data.item_count, weight)
        for exclude in [True] if data.exclude_seen else [False, True]:
            tally = judge(cut, data.metrics, exclude, scorer)
            say(f"EASE {weight} exclude {exclude} {tally.means()} {took:.0f} s")
            if best is None or tally.worth() > best[0]:
                best = (tally.worth(), weight, exclude)
        if time.process_time() - started + 2 * took > BUDGET:
            say("the search is cut short by its budget")
            break
    search = time.process_time() - started
    scorer, seconds = fit_ease(data.groups, data.item_count, best[1])
    settings = {"reg_weight": best[1], "excludeSeen": best[2]}
    return scorer, best[2], {"seconds": seconds, "searchSeconds": search, "settings": settings}


def main(path, name):
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    data = Folder(path)
    try:
        scorer, exclude, fields = train_ease(data) if name == "EASE" else train_net(data, name)
    except TooLong as why:
        return report(data=data.name, model=f"RecBole {name}", metrics={}, note=f"no figure: {why}")
    task = data.test()
    tally = judge(task, data.metrics, exclude, scorer)

    def ask(history):
        scores = scorer([history])[0]
        if exclude:
            scores[history] = -np.inf
        best = np.argpartition(-scores, 20)[:20]
        return best[np.argsort(-scores[best])]

    asked = serving(ask, [h for h, _ in task.queries if len(h)])
    report(data=data.name, model=f"RecBole {name}", metrics=tally.means(), **fields, **asked)


main(*sys.argv[1:3])
