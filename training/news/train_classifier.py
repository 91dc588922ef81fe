"""
Trains the news classifier: one logistic regression per output, over the traits and hashed words of an item.

    python training/news/train_classifier.py WORK

Reads the output of `dataset.ts`. Writes WORK/news-<fold>.weights, models that have not seen the stories of a fold; WORK/news-folds.json, the
fold of each item; and WORK/news.weights, trained on all items. Thresholds are part of the biases: from log-odds of 0 on, an output holds.
"""
import collections
import datetime
import hashlib
import json
import os
import sys

import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../reader"))
from linear import packed

LABELS = ["alert", "digest", "ignore"]
KINDS = "policy-change official-statement press-report lawsuit regulation deal product community-reaction opinion other".split()
TOPICS = "training third-party-training scraping ai-content likeness ai-features automated-decisions pay regulation lawsuit deal".split()
FOLDS = 5
# Weight of traits beside words, as in src/core/news/news-model.ts.
TRAITS = 1.5
# Rarer features are dropped.
LEAST_ITEMS = 2
STRENGTH = 5.0
# Sample weight by source.
WORTH = dict(real=2.0, dev=1.0, own=1.0, headline=0.5, background=0.2)
# Precision counts for more than recall: people turn off alerts that are false.
BETA = 0.7
# Reports of one event in two collections are at most this many days apart.
NEAR_DAYS = 6


def read(work, bits=22):
    with open(f"{work}/news.jsonl") as file:
        items = [json.loads(line) for line in file]
    raw = np.fromfile(f"{work}/news.u32", dtype=np.uint32)
    parts, at = (([0], []), ([0], [])), 0
    for _ in items:
        for ends, numbers in parts:
            count = int(raw[at])
            numbers.append(raw[at + 1 : at + 1 + count])
            ends.append(ends[-1] + count)
            at += 1 + count
    own, traits = (
        sparse.csr_matrix((np.ones(ends[-1]), np.concatenate(numbers).astype(np.int64), np.array(ends)), shape=(len(items), 1 << bits))
        for ends, numbers in parts
    )
    return items, own, traits


def folds_of(items):
    """The fold of each item. A story, and reports of two collections on one platform within days, are on one side of every split."""
    parent = list(range(len(items)))

    def find(at):
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def day(at):
        date = items[at].get("date")
        return datetime.date.fromisoformat(date[:10]).toordinal() if date else None

    stories, platforms = collections.defaultdict(list), collections.defaultdict(list)
    for at, item in enumerate(items):
        if item.get("story"):
            stories[("own " if item["source"] == "own" else "") + item["story"]].append(at)
        if item["source"] != "own":
            for platform in item["platforms"] or []:
                platforms[platform].append(at)
    for members in stories.values():
        for other in members[1:]:
            parent[find(other)] = find(members[0])
    for members in platforms.values():
        dated = sorted((at for at in members if day(at)), key=day)
        for one, other in zip(dated, dated[1:]):
            if items[one]["source"] != items[other]["source"] and day(other) - day(one) <= NEAR_DAYS:
                parent[find(one)] = find(other)
    return [int(hashlib.md5(items[find(at)]["id"].encode()).hexdigest(), 16) % FOLDS for at in range(len(items))]


def wanted(items):
    """A column of 0 and 1 for each output, and the rows that are labelled for it."""
    label = np.array([[item["label"] == one for one in LABELS] for item in items], float)
    kind = np.array([[item.get("kind") == one for one in KINDS] for item in items], float)
    topic = np.array([[one in (item.get("topics") or []) for one in TOPICS] for item in items], float)
    background = np.array([item["source"] == "background" for item in items])
    has_kind = np.array([bool(item.get("kind")) for item in items])
    has_topics = np.array([item.get("topics") is not None for item in items]) & ~background
    says = [np.ones(len(items), bool)] * len(LABELS) + [has_kind] * len(KINDS) + [has_topics] * len(TOPICS)
    return np.c_[label, kind, topic], says


def fit(x, y, worth):
    if y.sum() < 5:
        return np.zeros(x.shape[1], np.float32), -6.0
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3).fit(x, y, sample_weight=worth)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def fit_all(x, y, says, worth, rows):
    fitted = [fit(x[rows & says[at]], y[rows & says[at], at], worth[rows & says[at]]) for at in range(y.shape[1])]
    return np.array([w for w, _ in fitted]).T, np.array([b for _, b in fitted], np.float32)


def best_bound(truth, scores, worth, beta):
    order = np.argsort(-scores)
    hits = np.cumsum((truth * worth)[order])
    said = np.cumsum(worth[order])
    value = (1 + beta**2) * hits / (beta**2 * (truth * worth).sum() + said)
    return float(scores[order][int(value.argmax())])


def bounds_of(y, says, scores, worth, rows):
    """Thresholds of labels and topics; of kinds the likeliest is predicted."""
    bounds = np.zeros(y.shape[1], np.float32)
    for at in range(y.shape[1]):
        chosen = rows & says[at]
        if at == LABELS.index("alert"):
            bounds[at] = best_bound(y[chosen, at], scores[chosen, at], worth[chosen], BETA)
        elif at == LABELS.index("ignore") or at >= len(LABELS) + len(KINDS):
            if y[chosen, at].sum() >= 10:
                bounds[at] = best_bound(y[chosen, at], scores[chosen, at], worth[chosen], 1.0)
    return bounds


def main(work):
    items, own, traits = read(work)
    counts = np.asarray((own + traits).sum(0)).ravel()
    columns = np.flatnonzero(counts >= LEAST_ITEMS)
    x = (normalize(own) + TRAITS * normalize(traits)).tocsr()[:, columns]
    y, says = wanted(items)
    worth = np.array([WORTH[item["source"]] * (0.5 if item.get("sure") is False or item.get("disputed") else 1) for item in items])
    fold = np.array(folds_of(items))
    names = [*LABELS, *(f"kind {kind}" for kind in KINDS), *(f"topic {topic}" for topic in TOPICS)]

    scores = np.zeros(y.shape)
    models = []
    for held in range(FOLDS):
        weights, bias = fit_all(x, y, says, worth, fold != held)
        scores[fold == held] = x[fold == held] @ weights + bias
        models.append((weights, bias))
        print("fold", held, flush=True)
    for held, (weights, bias) in enumerate(models):
        write(f"{work}/news-{held}.weights", columns, weights, bias - bounds_of(y, says, scores, worth, fold != held), names)
    weights, bias = fit_all(x, y, says, worth, np.ones(len(items), bool))
    everywhere = bounds_of(y, says, scores, worth, np.ones(len(items), bool))
    write(f"{work}/news.weights", columns, weights, bias - everywhere, names)
    with open(f"{work}/news-folds.json", "w") as file:
        json.dump(fold.tolist(), file)


def write(path, columns, weights, bias, names):
    with open(path, "wb") as file:
        file.write(packed(columns, weights, bias.astype(np.float32), names))


if __name__ == "__main__":
    main(sys.argv[1])
