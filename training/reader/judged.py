"""
Puts the linear model and the encoder together: for each output one probability, by a logistic regression over both scores, learnt from
scores of clauses that neither had seen.

    python training/reader/judged.py WORK

Reads WORK/linear.npz and WORK/encoder-<fold>.pkl where they are; writes WORK/judged.f32, WORK/compared.jsonl and WORK/joined.json, and
prints how well single clauses are judged.
"""
import json
import os
import pickle
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

from corpus import FOLDS, NO_FOLD, Corpus
from linear import NAMES_AI, OUTPUTS, wanted

# A clause that names nothing of AI and is about it with less than this probability, by the linear model, is read no further.
SCREEN = 0.1


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def best_f1(truth, score):
    return max((round(f1_score(truth, score > at, zero_division=0), 3), at) for at in np.arange(0.1, 0.8, 0.02))


def main(work):
    corpus = Corpus(work)
    linear = np.load(f"{work}/linear.npz")["scores"].astype(float)
    about = sigmoid(np.load(f"{work}/linear.npz")["about"].astype(float))
    encoder = np.full((len(corpus.texts), len(OUTPUTS)), np.nan)
    compared = []
    for fold in range(FOLDS):
        path = f"{work}/encoder-{fold}.pkl"
        if os.path.exists(path):
            kept = pickle.load(open(path, "rb"))
            for clause, scores in kept["clauses"].items():
                encoder[clause] = scores
            compared += [dict(pair=p, difference=d, logits=[float(x) for x in row]) for (p, d), row in kept["differences"].items()]
    labelled = [one for one in corpus.labelled if one["fold"] != NO_FOLD]
    clause = np.array([one["clause"] for one in labelled])
    y, source = wanted(labelled), np.array([one["source"] for one in labelled])
    fold = np.array([one["fold"] for one in labelled])
    # What the labels are like in the wild: our own clauses are as the corpus's, the rest is from real changes.
    has = ~np.isnan(encoder[clause, 0])
    judged = np.zeros((len(corpus.texts), len(OUTPUTS)), np.float32)
    joined, out_of_fold = {}, np.zeros(y.shape)
    known = ~np.isnan(encoder[:, 0])
    for at, name in enumerate(OUTPUTS):
        both = np.c_[linear[clause, at], encoder[clause, at]]
        alone = linear[clause, at : at + 1]
        entry = {}
        for kind, x, use in (("alone", alone, np.ones(len(y), bool)), ("both", both, has)):
            if y[use, at].sum() < 5:
                continue
            for held in range(FOLDS):
                train, test = use & (fold != held), use & (fold == held)
                if test.sum() and y[train, at].sum() >= 3 and train.sum():
                    out_of_fold[test, at] = LogisticRegression(C=1.0).fit(x[train], y[train, at]).predict_proba(x[test])[:, 1]
            model = LogisticRegression(C=1.0).fit(x[use], y[use, at])
            entry[kind] = [*map(float, model.coef_[0]), float(model.intercept_[0])]
            if kind == "both":
                judged[known, at] = model.predict_proba(np.c_[linear[known, at], encoder[known, at]])[:, 1]
            else:
                judged[~known, at] = model.predict_proba(linear[~known, at : at + 1])[:, 1] * about[~known]
        joined[name] = entry
    names_ai = np.array([bool(NAMES_AI.search(" ".join((one["text"], one["head"], one["intro"])))) for one in corpus.texts])
    held_back = (about < SCREEN) & ~names_ai
    for weight in ("major", "minor"):
        of_weight = np.array([one["weight"] == weight for one in labelled])
        print(f"{weight} clauses that are not judged: {held_back[clause][of_weight].sum()} of {of_weight.sum()}")
    print(f"{(~held_back).sum()} of {len(about)} clauses are judged")
    judged[held_back, 0] = -1
    judged.tofile(f"{work}/judged.f32")
    with open(f"{work}/compared.jsonl", "w") as file:
        for line in compared:
            file.write(json.dumps(line) + "\n")
    json.dump(joined, open(f"{work}/joined.json", "w"))
    for one in sorted(set(source)):
        use = (source == one) & has if has.any() else source == one
        if not use.any():
            continue
        truth = y[use, 0]
        row = {"linear": sigmoid(linear[clause[use], 0])}
        if has.any():
            row["encoder"] = sigmoid(encoder[clause[use], 0])
            row["both"] = out_of_fold[use, 0]
        print(one, int(use.sum()), {k: (best_f1(truth, v), round(average_precision_score(truth, v), 3)) for k, v in row.items()})


if __name__ == "__main__":
    main(sys.argv[1])
