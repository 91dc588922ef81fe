"""
From judged clauses to verdicts: which differences count, what a pair of versions comes to, its direction, topics and positions.

    python training/reader/verdict.py WORK [PREDICTIONS.jsonl]

Every figure printed is of pairs whose publisher and twins no part of the model has seen; thresholds are chosen on the other folds.
"""
import collections
import json
import sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler
from sklearn.pipeline import make_pipeline

from corpus import ACTS, FOLDS, POSITIONS, Corpus, lines
from linear import OUTPUTS

TOPICS = {
    "training": ["train", "train-never", "train-consent", "train-optout"],
    "third-party-training": ["others-train", "others-never"],
    "scraping": ["scrape-ban", "scrape-allow"],
    "ai-content": ["ai-ban", "ai-label", "ai-limit", "ai-allow"],
    "likeness": ["likeness-ban", "likeness-use"],
    "ai-features": ["tool", "output-yours", "output-theirs"],
    "automated-decisions": ["automated"],
    "pay": ["pay"],
}
OUT = {name: at for at, name in enumerate(OUTPUTS)}


def boosted(x, y, weight, seeds=3):
    models = [
        HistGradientBoostingClassifier(
            max_iter=150, learning_rate=0.05, max_leaf_nodes=10, min_samples_leaf=15, l2_regularization=3.0, max_features=0.3, random_state=seed
        ).fit(x, y, sample_weight=weight)
        for seed in range(seeds)
    ]
    return lambda rows: np.mean([m.predict_proba(rows)[:, 1] for m in models], 0)


def out_of_fold(fit, x, y, fold, weight):
    scores = np.zeros(len(x))
    for held in range(FOLDS):
        train, test = fold != held, fold == held
        scores[test] = fit(x[train], y[train], weight[train])(x[test])
    return scores


def main(work, predictions=None):
    corpus = Corpus(work)
    pairs = corpus.pairs
    judged = np.fromfile(f"{work}/judged.f32", np.float32).reshape(-1, len(OUTPUTS))
    names = lines(f"{work}/differences.jsonl")
    x = np.fromfile(f"{work}/differences.f32", np.float32).reshape(len(names), -1)
    of_pair = collections.defaultdict(list)
    for row, name in enumerate(names):
        of_pair[name["pair"]].append(row)
    label = [pairs[n["pair"]]["differences"][n["difference"]].get("label") for n in names]
    fold = np.array([pairs[n["pair"]]["fold"] for n in names])
    change = np.array([pair["change"] for pair in pairs])
    counts = np.array([(one or {}).get("counts", "none") for one in label])
    major, any_ = counts == "major", counts != "none"
    # What changed in a broken capture says nothing about what counts.
    ok = np.array([pairs[n["pair"]]["capture"] == "ok" for n in names], float)
    weight = np.where(major, 3.0, 1.0) * ok
    p_major = out_of_fold(boosted, x, major, fold, weight)
    p_any = out_of_fold(boosted, x, any_, fold, ok)
    print(f"differences: {len(x)}, {major.sum()} major; average precision {average_precision_score(major, p_major):.3f}, of any {average_precision_score(any_, p_any):.3f}")

    pair_fold = np.array([pair["fold"] for pair in pairs])
    features = []
    for place, pair in enumerate(pairs):
        rows = of_pair[place]
        top = sorted(p_major[rows], reverse=True)[:3] + [0, 0, 0]
        anyp = sorted(p_any[rows], reverse=True)[:1] + [0]
        none = np.log(np.clip(1 - p_major[rows], 1e-4, 1)).sum() if rows else 0
        log = lambda v: np.log(max(v, 1e-3))
        letters = pair["letters"]
        features.append(
            [log(top[0]), log(top[1]), log(top[2]), log(1 - np.exp(none)), log(anyp[0]), np.log1p(len(rows)), pair.get("unreadable") is not None,
             np.log(max(1, letters[1]) / max(1, letters[0])), abs(np.log(max(1, letters[1]) / max(1, letters[0]))), np.log1p(len(pair["differences"]))]
        )
    features = np.array(features)
    is_major, is_any = change == "major", change != "none"

    def logistic(x, y, weight):
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=1000)).fit(x, y)
        return lambda rows: model.predict_proba(rows)[:, 1]

    ones = np.ones(len(pairs))
    pair_major = out_of_fold(logistic, features, is_major, pair_fold, ones)
    pair_any = out_of_fold(logistic, features, is_any, pair_fold, ones)
    corpus_pair = np.array([pair["source"] == "corpus" for pair in pairs])
    for name, score in (("best difference", features[:, 0]), ("pair", pair_major)):
        curve(name, is_major[corpus_pair], score[corpus_pair], change[corpus_pair])

    # Position of each side.
    def position_features(clauses):
        rows = judged[clauses]
        rows = rows[rows[:, 0] >= 0] if len(rows) else rows
        if not len(rows):
            return np.zeros(3 * len(POSITIONS) + 8)
        cols = [OUT[f"training {p}"] for p in POSITIONS]
        acts = [OUT[a] for a in ("train", "train-never", "train-consent", "train-optout", "others-train", "others-never", "scrape-ban", "major")]
        part = np.sort(rows[:, cols], 0)[::-1]
        second = part[1] if len(part) > 1 else np.zeros(len(cols))
        return np.r_[part[0], second, np.clip(rows[:, cols], 0, 1).sum(0) ** 0.5, rows[:, acts].max(0)]

    side_x, side_y, side_fold, side_of = [], [], [], []
    for place, pair in enumerate(pairs):
        for side in ("old", "new"):
            side_x.append(position_features(pair[side]))
            side_y.append(pair["training"][side])
            side_fold.append(pair["fold"])
            side_of.append((place, side, pair["capture"]))
    side_x, side_y, side_fold = np.array(side_x), np.array(side_y), np.array(side_fold)
    said = {}
    for held in range(FOLDS):
        train = (side_fold != held) & np.array([c == "ok" for _, _, c in side_of])
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.5, max_iter=2000)).fit(side_x[train], side_y[train])
        for i in np.flatnonzero(side_fold == held):
            said[side_of[i][:2]] = model.predict(side_x[i : i + 1])[0]

    # Direction and topics of what counts.
    def gains(place):
        was, now = np.zeros(len(OUTPUTS)), np.zeros(len(OUTPUTS))
        gain, loss = np.zeros(len(OUTPUTS)), np.zeros(len(OUTPUTS))
        for row in of_pair[place]:
            d = pairs[place]["differences"][names[row]["difference"]]
            o = judged[d["old"]] if d.get("old") is not None and judged[d["old"]][0] >= 0 else np.zeros(len(OUTPUTS))
            n = judged[d["new"]] if d.get("new") is not None and judged[d["new"]][0] >= 0 else np.zeros(len(OUTPUTS))
            w = p_major[row]
            gain, loss = np.maximum(gain, w * n * (1 - 0.7 * o)), np.maximum(loss, w * o * (1 - 0.7 * n))
            was, now = np.maximum(was, w * o), np.maximum(now, w * n)
        return np.r_[gain, loss, now, was]

    g = np.array([gains(place) for place in range(len(pairs))])
    direction = np.array([pair["direction"] for pair in pairs])
    said_direction = np.full(len(pairs), "neutral", object)
    said_topics = [[] for _ in pairs]
    for held in range(FOLDS):
        train, test = (pair_fold != held) & is_major, pair_fold == held
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.05, max_iter=2000)).fit(g[train], direction[train])
        said_direction[test] = model.predict(g[test])
        for topic, acts in TOPICS.items():
            cols = [OUT[a] + k * len(OUTPUTS) for a in acts for k in range(4)]
            y = np.array([topic in pair["topics"] for pair in pairs])
            if y[train].sum() < 3:
                continue
            one = LogisticRegression(C=3.0, max_iter=1000).fit(g[train][:, cols], y[train])
            p_train, p_test = one.predict_proba(g[train][:, cols])[:, 1], one.predict_proba(g[test][:, cols])[:, 1]
            best = max(np.arange(0.15, 0.7, 0.05), key=lambda t: 2 * ((p_train > t) & y[train]).sum() / max(1, (p_train > t).sum() + y[train].sum()))
            for i, p in zip(np.flatnonzero(test), p_test):
                if p > best:
                    said_topics[i].append(topic)

    # Thresholds by the other folds.
    alert = np.zeros(len(pairs), bool)
    minor = np.zeros(len(pairs), bool)
    for held in range(FOLDS):
        train, test = (pair_fold != held) & corpus_pair, pair_fold == held
        alert[test] = pair_major[test] > threshold(is_major[train], pair_major[train])
        minor[test] = pair_any[test] > best_accuracy(is_any[train], pair_any[train])
    lines_ = []
    for place, pair in enumerate(pairs):
        if not corpus_pair[place]:
            continue
        said_change = "major" if alert[place] else "minor" if minor[place] else "none"
        lines_.append(
            dict(id=pair["id"], change=said_change, capture="ok", topics=said_topics[place], direction=said_direction[place], training=dict(old=said[place, "old"], new=said[place, "new"]), alert=bool(alert[place]), p=round(float(pair_major[place]), 3))
        )
    if predictions:
        with open(predictions, "w") as file:
            for line in lines_:
                file.write(json.dumps(line) + "\n")


def curve(name, truth, score, change):
    order = np.argsort(-score)
    hits = np.cumsum(truth[order])
    precision, recall = hits / np.arange(1, len(truth) + 1), hits / truth.sum()
    f1 = 2 * precision * recall / (precision + recall)
    best = f1.argmax()
    none = (change[order][: best + 1] == "none").sum() / (change == "none").sum()
    at = {r: round(float(precision[recall >= r].max()), 3) for r in (0.8, 0.85, 0.9, 0.92)}
    print(f"{name}: average precision {average_precision_score(truth, score):.3f}; best F1 {f1[best]:.3f} (recall {recall[best]:.3f}, precision {precision[best]:.3f}, alerts on none {none:.3f}); precision at recall {at}")


def threshold(truth, score):
    return max(np.unique(score), key=lambda t: 2 * ((score > t) & truth).sum() / max(1, (score > t).sum() + truth.sum()))


def best_accuracy(truth, score):
    return max(np.arange(0.05, 0.95, 0.02), key=lambda t: ((score > t) == truth).mean())


if __name__ == "__main__":
    main(*sys.argv[1:])
