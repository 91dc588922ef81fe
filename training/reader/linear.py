"""
Trains the linear model: one logistic regression per output, over the hashed features of a clause and its context.

    python training/reader/linear.py WORK

Writes WORK/linear.npz, the scores of every clause by models that have not seen its publisher (`scores`, a row per clause, a column per output;
`about`, whether it is about AI at all), and WORK/linear.weights, trained on all clauses, as src/core/ml/linear-model.ts reads it.
"""
import hashlib
import re
import struct
import sys

import numpy as np
import scipy.sparse as sparse
from joblib import Parallel, delayed
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from corpus import ACTS, DIRECTIONS, FOLDS, POSITIONS, Corpus

# Weight of context features beside own ones, as in src/core/ml/linear-model.ts.
CONTEXT = 0.5
# Rarer features are dropped.
LEAST_CLAUSES = 3
# scikit-learn's C.
STRENGTH = 20.0
OUTPUTS = ["major", "minor", *ACTS, *(f"training {one}" for one in POSITIONS), *(f"direction {one}" for one in DIRECTIONS[:3])]


def wanted(labelled):
    """A column of 0 and 1 for each output."""
    columns = [[one["weight"] == "major" for one in labelled], [one["weight"] == "minor" for one in labelled]]
    columns += [[act in one["acts"] for one in labelled] for act in ACTS]
    columns += [[one["training"] == position for one in labelled] for position in POSITIONS]
    columns += [[one["direction"] == direction for one in labelled] for direction in DIRECTIONS[:3]]
    return np.array(columns, float).T


def rows(own, context):
    return (normalize(own) + CONTEXT * normalize(context)).tocsr()


def fit(x, y):
    if y.sum() < 3:
        return np.zeros(x.shape[1], np.float32), -6.0
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3).fit(x, y)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def fit_all(x, y):
    x.sum_duplicates()
    fitted = Parallel(n_jobs=2, prefer="threads")(delayed(fit)(x, y[:, at]) for at in range(y.shape[1]))
    return np.array([w for w, _ in fitted]).T, np.array([b for _, b in fitted], np.float32)


def main(work):
    corpus = Corpus(work)
    own, context = corpus.features()
    labelled = corpus.labelled
    clauses = np.array([one["clause"] for one in labelled])
    # Only the features of labelled clauses.
    counts = np.asarray((own[clauses] + context[clauses]).sum(0)).ravel()
    columns = np.flatnonzero(counts >= LEAST_CLAUSES)
    x_all = rows(own, context)[:, columns]
    x, y = x_all[clauses], wanted(labelled)
    y = np.c_[y, y[:, 0] + y[:, 1]]
    fold = np.array([one["fold"] for one in labelled])
    fold_of_clause = np.full(len(corpus.texts), -1)
    for pair in corpus.pairs:
        fold_of_clause[pair["old"] + pair["new"]] = pair["fold"]
    fold_of_clause[clauses] = fold
    plain = plain_clauses(corpus, fold_of_clause)
    print(f"{len(labelled)} labelled, {len(plain)} plain, {len(columns)} columns", flush=True)
    x = sparse.vstack([x, x_all[plain]]).tocsr()
    y = np.vstack([y, np.zeros((len(plain), y.shape[1]))])
    fold = np.concatenate([fold, fold_of_clause[plain]])

    scores = np.zeros((len(corpus.texts), y.shape[1]), np.float32)
    for held in range(FOLDS):
        weights, bias = fit_all(x[fold != held], y[fold != held])
        test = fold_of_clause == held
        scores[test] = x_all[test] @ weights + bias
        print("fold", held, flush=True)
    np.savez(f"{work}/linear.npz", scores=scores[:, :-1], about=scores[:, -1])
    weights, bias = fit_all(x, y)
    with open(f"{work}/linear.weights", "wb") as file:
        file.write(packed(columns, weights, bias, [*OUTPUTS, "about"]))


def packed(columns, weights, bias, names):
    """The file of a linear model: int8 weights, one scale per output."""
    scales = np.maximum(np.abs(weights).max(0), 1e-9).astype(np.float32) / 127
    whole = np.round(weights / scales).astype(np.int8)
    used = whole.any(1)
    text = "\n".join(names).encode()
    body = struct.pack("<III", len(names), int(used.sum()), len(text)) + text + bytes(-len(text) % 4)
    body += bias.astype("<f4").tobytes() + scales.astype("<f4").tobytes()
    body += columns[used].astype("<u4").tobytes() + whole[used].tobytes()
    return b"CWLINEAR" + struct.pack("<II", 1, len(body)) + hashlib.sha256(body).digest() + body


def plain_clauses(corpus, fold_of_clause, count=15000):
    """Clauses of recorded documents with none of the words that a labelled clause about AI has more often than others."""
    near = re.compile(
        r"\b(a\.?i|ia|ki|ml|llms?|gpt)\b|artificial|artificiel|künstlich|learning|train|generat|générat|model|algorit|synthe|scrap|crawl|mining"
        r"|robot|bot\b|automat|voice|likeness|deepfake|clon|neural|machine|entra[iî]n|prompt|output",
        re.I,
    )
    order = np.random.RandomState(7).permutation(np.flatnonzero(fold_of_clause >= 0))
    chosen = []
    for number in order:
        text = corpus.texts[number]
        if not near.search(text["text"] + " " + text["head"] + " " + text["intro"] + " " + text["prev"]):
            chosen.append(number)
            if len(chosen) == count:
                break
    return np.array(chosen)


if __name__ == "__main__":
    main(sys.argv[1])
