"""The network that src/core/reader/encoder/network.ts runs, for training and export; the names of its parameters are those export.py reads."""
import torch
from transformers import BertConfig, BertModel

FIELDS = ('text', 'head', 'intro', 'prev')


class Reader(torch.nn.Module):
    """A BERT encoder `e` and a linear head `o` over its first state beside the mean of the clause's."""

    def __init__(self, outputs, **architecture):
        """outputs: how many logits. architecture: as BertConfig has it."""
        super().__init__()
        self.e = BertModel(BertConfig(**architecture), add_pooling_layer=False)
        self.o = torch.nn.Linear(2 * self.e.config.hidden_size, outputs)

    def forward(self, pieces, clause):
        """Of one input, as put_together() gives it: its logits, [outputs]."""
        ids, types = torch.tensor([pieces]), torch.tensor([[0] * clause + [1] * (len(pieces) - clause)])
        states = self.e(input_ids=ids, attention_mask=torch.ones_like(ids), token_type_ids=types).last_hidden_state[0]
        return self.o(torch.cat([states[0], states[:clause].mean(0)]))


def reader_of(state, heads=12, epsilon=1e-12):
    """The trained network a state dict belongs to."""
    words = state['e.embeddings.word_embeddings.weight']
    layers = 1 + max(int(name.split('.')[3]) for name in state if name.startswith('e.encoder.layer.'))
    reader = Reader(
        len(state['o.bias']), vocab_size=words.shape[0], hidden_size=words.shape[1], num_hidden_layers=layers, num_attention_heads=heads,
        intermediate_size=len(state['e.encoder.layer.0.intermediate.dense.bias']), layer_norm_eps=epsilon,
        max_position_embeddings=len(state['e.embeddings.position_embeddings.weight']),
    )
    wanted = reader.state_dict()
    reader.load_state_dict({name: values for name, values in state.items() if name in wanted})
    return reader.eval()


def put_together(clause, vocabulary, tokenizer, limits):
    """
    clause: a dict of FIELDS. limits: pieces read of each. Of the text the beginning is read, of its context the end.
    Returns the pieces (start, text, end, then head, intro and prev with an end each) and how many are the clause's.
    """
    text, *context = (tokenizer.encode(clause.get(field) or '', add_special_tokens=False).ids for field in FIELDS)
    first = [vocabulary.start, *text[:limits[0]], vocabulary.end]
    rest = [piece for part, most in zip(context, limits[1:]) for piece in [*part[max(0, len(part) - most):], vocabulary.end]]
    return first + rest, len(first)
