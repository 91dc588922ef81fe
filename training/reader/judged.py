"""
Combines the linear model and the encoder: for each output a logistic regression over both scores, fitted to scores of clauses that neither
had seen.

    python training/reader/judged.py WORK

Reads WORK/linear.npz and WORK/encoder-<fold>.pkl where they are; writes WORK/judged.f32, WORK/compared.jsonl, WORK/joined.json and
WORK/pair-folds.json (the fold of each pair), and prints metrics of single clauses.
"""
import json
import os
import pickle
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

from corpus import FOLDS, NO_FOLD, SCREEN, Corpus
from linear import OUTPUTS, wanted


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def best_f1(truth, score):
    """The best F1 of any threshold, with its recall and precision."""
    order = np.argsort(-score)
    hits = np.cumsum(truth[order])
    recall, precision = hits / max(1, truth.sum()), hits / np.arange(1, len(truth) + 1)
    f1 = 2 * recall * precision / np.maximum(recall + precision, 1e-9)
    best = f1.argmax()
    return [round(float(one), 3) for one in (f1[best], recall[best], precision[best])]


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
                raise SystemExit(f"{name}: only {int(y[use, at].sum())} labelled clauses")
            for held in range(FOLDS):
                train, test = use & (fold != held), use & (fold == held)
                if test.sum() and y[train, at].sum() >= 3 and train.sum():
                    out_of_fold[test, at] = LogisticRegression(C=1.0).fit(x[train], y[train, at]).predict_proba(x[test])[:, 1]
            model = LogisticRegression(C=1.0).fit(x[use], y[use, at])
            entry[kind] = [*map(float, model.coef_[0]), float(model.intercept_[0])]
            if kind == "both":
                judged[known, at] = model.predict_proba(np.c_[linear[known, at], encoder[known, at]])[:, 1]
            else:
                judged[~known, at] = model.predict_proba(linear[~known, at : at + 1])[:, 1]
        joined[name] = entry
    names_ai = np.array([one["namesAi"] for one in corpus.texts])
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
    json.dump(dict(screen=SCREEN, joined=joined), open(f"{work}/joined.json", "w"))
    json.dump([pair["fold"] for pair in corpus.pairs], open(f"{work}/pair-folds.json", "w"))
    figures = {}
    for one in sorted(set(source)):
        use = (source == one) & has if has.any() else source == one
        if not use.any():
            continue
        truth = y[use, 0]
        scores = {"linear": sigmoid(linear[clause[use], 0])}
        if has.any():
            scores["encoder"] = sigmoid(encoder[clause[use], 0])
            scores["both"] = out_of_fold[use, 0]
        figures[one] = {name: dict(zip(("f1", "recall", "precision"), best_f1(truth, score))) for name, score in scores.items()}
        print(one, int(use.sum()), figures[one])
        if one == "own":
            language = np.array([labelled[at]["language"] for at in np.flatnonzero(use)])
            best = max(scores, key=lambda name: figures[one][name]["f1"])
            figures["languages"] = {str(name): best_f1(truth[language == name], scores[best][language == name])[0] for name in sorted(set(language))}
            print("each language", figures["languages"])
    json.dump(figures, open(f"{work}/figures.json", "w"))


if __name__ == "__main__":
    main(sys.argv[1])
