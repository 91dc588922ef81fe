"""
The network that src/core/reader/encoder/network.ts runs, and how clauses and differences are put together for it, as encoder-input.ts there does:
one place for training, export and fixtures. The names of its parameters are those export.py reads.
"""
import torch
from transformers import BertConfig, BertModel

from tokenizers_of import tokenizer_of

FIELDS = ('text', 'head', 'intro', 'prev')
# Pieces read of each of FIELDS, and of each side of a difference.
LIMITS = (96, 12, 16, 12)
SIDE = 80
# Marks a difference; no text produces this piece.
MARK = '[unused1]'

# As in encoder-input.ts: characters considered per piece, pieces of a side searched for a difference, and pieces kept before it.
LETTERS_PER_PIECE = 32
LONGEST_SIDE = 400
BEFORE_DIFFERENCE = 24


class Reader(torch.nn.Module):
    """A BERT encoder `e`, and a linear head `o` over its first state and the mean of the clause's states."""

    def __init__(self, outputs, encoder, dropout=0.0):
        """outputs: number of logits. dropout: of the head's input, in training."""
        super().__init__()
        self.e = encoder
        self.drop = torch.nn.Dropout(dropout)
        self.o = torch.nn.Linear(2 * encoder.config.hidden_size, outputs)

    def forward(self, ids, mask, types):
        """Logits, [inputs, outputs], of inputs as padded() returns them."""
        states = self.e(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        own = (mask * (1 - types)).unsqueeze(-1).float()
        return self.o(self.drop(torch.cat([states[:, 0], (states * own).sum(1) / own.sum(1)], 1)))


def bert(**architecture):
    """An encoder with random weights. architecture: as BertConfig has it."""
    return BertModel(BertConfig(**architecture), add_pooling_layer=False)


def reader_of(state, heads=12, epsilon=1e-12):
    """The trained network a state dict belongs to."""
    words = state['e.embeddings.word_embeddings.weight']
    layers = 1 + max(int(name.split('.')[3]) for name in state if name.startswith('e.encoder.layer.'))
    reader = Reader(len(state['o.bias']), bert(
        vocab_size=words.shape[0], hidden_size=words.shape[1], num_hidden_layers=layers, num_attention_heads=heads,
        intermediate_size=len(state['e.encoder.layer.0.intermediate.dense.bias']), layer_norm_eps=epsilon,
        max_position_embeddings=len(state['e.embeddings.position_embeddings.weight']),
    ))
    wanted = reader.state_dict()
    reader.load_state_dict({name: values for name, values in state.items() if name in wanted})
    return reader.eval()


class Inputs:
    """Clauses and differences as pieces, each with the number that belong to the clause or the new side."""

    def __init__(self, vocabulary, limits=LIMITS, side=SIDE):
        """limits: pieces read of each of FIELDS. side: pieces read of each side of a difference; None: only clauses."""
        self.start, self.end, self.limits, self.side = vocabulary.start, vocabulary.end, limits, side
        self.mark = None if side is None else vocabulary.pieces.index(MARK)
        self.tokenizer = tokenizer_of(vocabulary)
        self.known = {}

    def clause(self, one):
        """
        one: a dict of FIELDS. Of the text the beginning is read, of its context the end: start, text, end, then head, intro and prev
        with an end each.
        """
        most = self.limits[0]
        own = [self.start, *self._pieces((one.get('text') or '')[:most * LETTERS_PER_PIECE])[:most], self.end]
        rest = [self._last(one.get(field) or '', most) for field, most in zip(FIELDS[1:], self.limits[1:])]
        return own + [piece for part in rest for piece in [*part, self.end]], len(own)

    def difference(self, before, after, head):
        """Start, mark, new side, end, old side, end, heading, end; long sides are cut to a window around the first difference."""
        old, new = (self._pieces(side[:LONGEST_SIDE * LETTERS_PER_PIECE]) for side in (before, after))
        own = [self.start, self.mark, *_window(new, old, self.side), self.end]
        return own + [*_window(old, new, self.side), self.end, *self._last(head, self.limits[1]), self.end], len(own)

    def _last(self, text, most):
        return self._pieces(text[-most * LETTERS_PER_PIECE:])[-most:] if most else []

    def _pieces(self, text):
        if text not in self.known:
            self.known[text] = self.tokenizer.encode(text, add_special_tokens=False).ids
        return self.known[text]


def _window(pieces, other, most):
    if len(pieces) <= most or not other:
        return pieces[:most]
    same = 0
    while same < min(len(pieces), len(other)) and pieces[same] == other[same]:
        same += 1
    start = max(0, min(same - BEFORE_DIFFERENCE, len(pieces) - most))
    return pieces[start:start + most]


def padded(inputs):
    """Pieces, attention mask and segment ids of inputs as Inputs returns them; each [inputs, longest]."""
    longest = max(len(pieces) for pieces, _ in inputs)
    ids, mask, types = (torch.zeros(len(inputs), longest, dtype=torch.long) for _ in range(3))
    for row, (pieces, own) in enumerate(inputs):
        ids[row, :len(pieces)] = torch.tensor(pieces)
        mask[row, :len(pieces)] = 1
        types[row, own:len(pieces)] = 1
    return ids, mask, types
