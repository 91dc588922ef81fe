"""Reads the output of `training/dataset.ts`, and splits it into folds: publishers and twins of a change are never on both sides."""
import collections
import hashlib
import json
import os
import re
import unicodedata

import numpy as np
import scipy.sparse as sparse

ACTS = (
    "train train-never train-consent train-optout others-train others-never scrape-ban scrape-allow ai-ban ai-label ai-limit "
    "ai-allow likeness-ban likeness-use output-yours output-theirs tool automated pay abuse other"
).split()
WEIGHTS = ["none", "minor", "major"]
DIRECTIONS = ["better", "worse", "mixed", "neutral"]
POSITIONS = ["prohibited", "opt-in", "opt-out", "limited", "permitted", "unclear"]
SIDES = ["same", "gained", "lost", "bound"]
FOLDS = 3
# Clauses that do not mention AI, and have a lower probability of being about it by the linear model, are dropped.
SCREEN = 0.1
NO_FOLD = -1

# Services whose texts are by the same house.
HOUSES = {
    "meta": "instagram facebook whatsapp threads messenger oculus",
    "google": "youtube gemini android gmail",
    "microsoft": "github linkedin bing copilot xbox skype",
    "openai": "chatgpt sora",
    "anthropic": "claude",
    "amazon": "alexa twitch aws audible",
    "x": "grok xai twitter",
    "tiktok": "douyin capcut bytedance soundon",
    "automattic": "tumblr wordpress",
    "apple": "icloud itunes",
}
HOUSE_OF = {name: house for house, names in HOUSES.items() for name in names.split()}
NO_NAME = {"inc", "llc", "ltd", "the", "com", "by", "for", "ai", "app", "music", "business", "studio", "ads", "marketplace", "api"}


def house(service):
    """The house a service belongs to, or the first distinctive word of its name."""
    plain = unicodedata.normalize("NFKD", service).lower()
    words = [word for word in re.sub(r"[^a-z0-9 ]", " ", plain).split() if word not in NO_NAME]
    name = words[0] if words else plain.strip()
    return HOUSE_OF.get(name, name)


def lines(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


class Corpus:
    """
    labelled: clauses with labels; `clause` numbers a row of `own` and `context`.
    pairs: version pairs with labels, their clauses and differences by number.
    written: our own differences, which belong to no pair.
    texts: {text, head, intro, prev} of each clause.
    own, context: sparse 0/1 matrices, a row a clause, a column a feature.
    """

    def __init__(self, work):
        self.work = work
        self.labelled = lines(os.path.join(work, "labelled.jsonl"))
        self.pairs = lines(os.path.join(work, "pairs.jsonl"))
        self.written = lines(os.path.join(work, "written.jsonl"))
        self.texts = lines(os.path.join(work, "clauses.jsonl"))
        self._take_labels_of_differences()
        self._split()

    def features(self, bits=22):
        raw = np.fromfile(os.path.join(self.work, "features.u32"), dtype=np.uint32)
        own, context, at = ([0], []), ([0], []), 0
        for _ in self.texts:
            for indptr, indices in (own, context):
                count = int(raw[at])
                indices.append(raw[at + 1 : at + 1 + count])
                indptr.append(indptr[-1] + count)
                at += 1 + count
        return tuple(
            sparse.csr_matrix(
                (np.ones(indptr[-1], np.float32), np.concatenate(indices).astype(np.int32), np.array(indptr)),
                shape=(len(self.texts), 1 << bits),
            )
            for indptr, indices in (own, context)
        )

    def _take_labels_of_differences(self):
        for pair in self.pairs:
            seen = set()
            for difference in pair["differences"]:
                for side in ("old", "new"):
                    label = (difference.get("label") or {}).get(side)
                    clause = difference.get(side)
                    if not label or clause is None or clause in seen:
                        continue
                    seen.add(clause)
                    self.labelled.append(
                        dict(source="pair", id=f'{pair["id"]} {clause}', service=pair["service"], clause=clause, **label)
                    )

    def _split(self):
        parent = {}

        def find(x):
            parent.setdefault(x, x)
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x

        for pair in self.pairs:
            pair["house"] = house(pair["service"])
            parent[find("group " + str(pair.get("group") or pair["id"]))] = find("house " + pair["house"])
        # Our own texts are nobody's documents: every fold is trained on them, and none is measured on them.
        written = [one for one in self.labelled if one["source"] == "written"]
        others = [one for one in self.labelled if one["source"] != "written"]
        for one in others:
            # The corpus's own clauses have no publisher; each is a group of its own.
            one["house"] = one["service"] if one["source"] == "own" else house(one["service"])
        size = collections.Counter()
        for pair in self.pairs:
            size[find("house " + pair["house"])] += 6
        for one in others:
            size[find("house " + one["house"])] += 1
        # A split is kept, so that existing models stay valid when labels are added.
        kept = os.path.join(self.work, "folds.json")
        fold = json.load(open(kept)) if os.path.exists(kept) else {}
        load = [0] * FOLDS
        members = collections.defaultdict(list)
        for name in [x for x in parent if x.startswith("house ")]:
            members[find(name)].append(name)
        order = sorted(members, key=lambda root: (-size[root], hashlib.md5(root.encode()).hexdigest()))
        for root in sorted(order, key=lambda root: all(name not in fold for name in members[root])):
            known = [fold[name] for name in members[root] if name in fold]
            chosen = max(set(known), key=known.count) if known else load.index(min(load))
            load[chosen] += size[root]
            for name in members[root]:
                fold[name] = chosen
        json.dump(fold, open(kept, "w"))
        for one in (*self.pairs, *others):
            one["fold"] = fold["house " + one["house"]]
        for one in (*self.written, *written):
            one["fold"] = NO_FOLD
