"""
From judged clauses to verdicts: which differences count, what a pair of versions comes to, its direction, topics and positions. All of
them are small logistic regressions: boosted trees over ten times as many numbers were tried and did worse on publishers they had not seen.

    python training/reader/verdict.py WORK PREDICTIONS.jsonl

Writes a prediction for each pair of the corpus, as `score.mjs` reads it. Every prediction is of a pair whose publisher and twins no part
of the model has seen; thresholds are chosen on the other folds.
"""
import collections
import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from corpus import FOLDS, POSITIONS, Corpus, lines
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
TRAINING_ACTS = ["train", "train-never", "train-consent", "train-optout", "others-train", "others-never"]


def log_odds(p):
    p = np.clip(p, 0.001, 0.999)
    return np.log(p / (1 - p))


def logistic(x, y, strength):
    return make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=3000)).fit(x, y)


def out_of_fold(x, y, fold, use, strength):
    """The probability of a yes, for each row by a model of the other folds' rows that are of use."""
    scores = np.zeros(len(x))
    for held in range(FOLDS):
        train, test = use & (fold != held), fold == held
        scores[test] = logistic(x[train], y[train], strength).predict_proba(x[test])[:, 1]
    return scores


class Differences:
    """The rows that differences.ts wrote, with what readers said of them."""

    def __init__(self, corpus):
        self.names = lines(f"{corpus.work}/differences.jsonl")
        self.x = np.fromfile(f"{corpus.work}/differences.f32", np.float32).reshape(len(self.names), -1).astype(float)
        self.of_pair = collections.defaultdict(list)
        counts, use = [], []
        for row, name in enumerate(self.names):
            pair = corpus.pairs[name["pair"]]
            self.of_pair[name["pair"]].append(row)
            label = pair["differences"][name["difference"]].get("label")
            counts.append((label or {}).get("counts", "none"))
            # What changed in a broken capture says nothing about what counts, and what nobody labelled may be what did.
            use.append(pair["capture"] == "ok" and (label is not None or pair["change"] == "none"))
        self.fold = np.array([corpus.pairs[name["pair"]]["fold"] for name in self.names])
        self.counts, self.use = np.array(counts), np.array(use)

    def probabilities(self):
        """Of counting as major, and of counting at all."""
        return [
            out_of_fold(self.x, yes, self.fold, self.use, 1.0) for yes in (self.counts == "major", self.counts != "none")
        ]


def pair_rows(pairs, differences, major, counts):
    """What the verdict on a pair is made of: the surest differences, and how much else changed."""
    rows = []
    for place, pair in enumerate(pairs):
        own = differences.of_pair[place]
        first, second = [*sorted(major[own], reverse=True), 0, 0][:2]
        growth = np.log(max(1, pair["letters"][1]) / max(1, pair["letters"][0]))
        rows.append(
            [
                log_odds(first), log_odds(second), np.log1p(major[own].sum()), log_odds(max([*counts[own], 0])), is_unreadable(pair),
                growth, abs(growth), np.log1p(len(pair["differences"])),
            ]
        )
    return np.array(rows, float)


def is_unreadable(pair):
    return pair.get("unreadable") is not None


def positions(corpus, judged):
    """Where each side of each pair stands, by its place and side."""
    x, y, fold, names, use = [], [], [], [], []
    for place, pair in enumerate(corpus.pairs):
        for side in ("old", "new"):
            rows = judged[pair[side]]
            rows = rows[rows[:, 0] >= 0]
            stated = np.sort(rows[:, [OUT[f"training {p}"] for p in POSITIONS]], 0)[::-1]
            stated = np.vstack([stated, np.zeros((2, len(POSITIONS)))])
            acts = np.vstack([rows[:, [OUT[a] for a in TRAINING_ACTS]], np.zeros(len(TRAINING_ACTS))])
            x.append(np.r_[log_odds(stated[0]), log_odds(stated[1]), log_odds(acts.max(0)), np.log1p((stated > 0.3).sum(0))])
            y.append(pair["training"][side])
            fold.append(pair["fold"])
            names.append((place, side))
            use.append(pair["capture"] == "ok")
    x, y, fold, use = np.array(x), np.array(y), np.array(fold), np.array(use)
    said = {}
    for held in range(FOLDS):
        model = logistic(x[use & (fold != held)], y[use & (fold != held)], 0.03)
        for at in np.flatnonzero(fold == held):
            said[names[at]] = model.predict(x[at : at + 1])[0]
    return said


def gains(corpus, differences, judged, major):
    """What came and what went, output by output, as far as it counts."""
    rows = []
    for place, pair in enumerate(corpus.pairs):
        gain, loss, now, was = np.zeros((4, len(OUTPUTS)))
        for row in differences.of_pair[place]:
            difference = pair["differences"][differences.names[row]["difference"]]
            old, new = (
                np.clip(judged[difference[side]], 0, 1) if difference.get(side) is not None and judged[difference[side]][0] >= 0 else np.zeros(len(OUTPUTS))
                for side in ("old", "new")
            )
            counts = major[row]
            gain, loss = np.maximum(gain, counts * new * (1 - 0.7 * old)), np.maximum(loss, counts * old * (1 - 0.7 * new))
            now, was = np.maximum(now, counts * new), np.maximum(was, counts * old)
        rows.append(np.r_[gain, loss, now, was])
    return np.array(rows)


def direction_and_topics(corpus, rows):
    """Of every pair, as if it were major; learnt from major ones."""
    pairs = corpus.pairs
    fold = np.array([pair["fold"] for pair in pairs])
    major = np.array([pair["change"] == "major" for pair in pairs])
    direction = np.array([pair["direction"] for pair in pairs])
    said_direction, said_topics = np.full(len(pairs), "neutral", object), [[] for _ in pairs]
    for held in range(FOLDS):
        train, test = (fold != held) & major, fold == held
        said_direction[test] = logistic(rows[train], direction[train], 0.05).predict(rows[test])
        for topic, acts in TOPICS.items():
            columns = [OUT[act] + part * len(OUTPUTS) for act in acts for part in range(4)]
            has = np.array([topic in pair["topics"] for pair in pairs])
            if has[train].sum() < 3:
                continue
            model = LogisticRegression(C=3.0, max_iter=1000).fit(rows[train][:, columns], has[train])
            on_train, on_test = (model.predict_proba(rows[part][:, columns])[:, 1] for part in (train, test))
            bound = best_bound(has[train], on_train)
            for at, p in zip(np.flatnonzero(test), on_test):
                if p >= bound:
                    said_topics[at].append(topic)
    return said_direction, said_topics


def best_bound(truth, score):
    """The bound with the best F1."""
    return max(np.unique(score), key=lambda bound: 2 * ((score >= bound) & truth).sum() / max(1, (score >= bound).sum() + truth.sum()))


def most_right(truth, score):
    return max(np.arange(0.05, 0.95, 0.02), key=lambda bound: ((score >= bound) == truth).mean())


def report(name, truth, score, change):
    order = np.argsort(-score)
    hits = np.cumsum(truth[order])
    precision, recall = hits / np.arange(1, len(truth) + 1), hits / truth.sum()
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = f1.argmax()
    none = (change[order][: best + 1] == "none").sum() / (change == "none").sum()
    at = {wanted: round(float(precision[recall >= wanted].max()), 3) for wanted in (0.8, 0.85, 0.9, 0.92)}
    print(
        f"{name}: average precision {average_precision_score(truth, score):.3f}; best F1 {f1[best]:.3f} (recall {recall[best]:.3f}, "
        f"precision {precision[best]:.3f}, alerts on none {none:.3f}); precision at recall {at}"
    )


def main(work, predictions):
    corpus = Corpus(work)
    pairs = corpus.pairs
    judged = np.fromfile(f"{work}/judged.f32", np.float32).reshape(-1, len(OUTPUTS))
    differences = Differences(corpus)
    major, counts = differences.probabilities()
    fold = np.array([pair["fold"] for pair in pairs])
    change = np.array([pair["change"] for pair in pairs])
    readable = ~np.array([is_unreadable(pair) for pair in pairs])
    rows = pair_rows(pairs, differences, major, counts)
    everything = np.ones(len(pairs), bool)
    pings = out_of_fold(rows, change == "major", fold, everything, 0.1) * readable
    matters = out_of_fold(rows, change != "none", fold, everything, 0.1) * readable
    of_corpus = np.array([pair["source"] == "corpus" for pair in pairs])
    report("the corpus's pairs", (change == "major")[of_corpus], pings[of_corpus], change[of_corpus])

    said = positions(corpus, judged)
    direction, topics = direction_and_topics(corpus, gains(corpus, differences, judged, major))
    alert, minor = np.zeros(len(pairs), bool), np.zeros(len(pairs), bool)
    for held in range(FOLDS):
        train, test = (fold != held) & of_corpus, fold == held
        alert[test] = pings[test] >= best_bound((change == "major")[train], pings[train])
        minor[test] = matters[test] >= most_right((change != "none")[train], matters[train])
    with open(predictions, "w") as file:
        for place in np.flatnonzero(of_corpus):
            line = dict(
                id=pairs[place]["id"], change="major" if alert[place] else "minor" if minor[place] else "none", capture="ok" if readable[place] else "noise",
                topics=topics[place], direction=direction[place], training={side: said[place, side] for side in ("old", "new")}, alert=bool(alert[place]),
            )
            file.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
