"""
Exports a trained state dict as a weights file for src/core/reader/encoder (laid out as encoder-weights.ts there says).

    python training/reader/export.py --state WORK/encoder.pt --vocabulary BASE --texts WORK/clauses.jsonl --comparison 96 --out reader.weights

The state dict is that of network.py's Reader, as encoder.py writes it. Needs the packages of encoder.py. Matrices become int8 with one scale per
row; all else stays float32.
"""
import argparse
import hashlib
import json
import pathlib
import struct

import numpy as np
import torch

from encoder import CLAUSE_OUTPUTS, DIFFERENCE_OUTPUTS
from network import FIELDS, LIMITS, MARK, Inputs, reader_of
from rounding import moments_of, so_that_errors_cancel, to_nearest
from tokenizers_of import prune, read_vocabulary

MAGIC, VERSION = b'CWREADER', 1
# Special pieces of an input, a clause or a difference.
MARKS = 5


def export(state, vocabulary, outputs, limits, side=None, heads=12, epsilon=1e-12, clauses=()):
    """
    The file's bytes.
    state: names to tensors. vocabulary: of tokenizers_of, with rows of the state's embeddings. outputs: a name a logit.
    limits: pieces read of text, head, intro and prev. side: pieces read of each side of a difference; None: it reads clauses only.
    clauses: dicts of FIELDS by which weights are rounded; none: to the nearest.
    """
    state = {name: values.detach().float().cpu() for name, values in state.items()}
    words = 'e.embeddings.word_embeddings.weight'
    state[words] = state[words][vocabulary.rows]
    reader = reader_of(state, heads, epsilon)
    inputs = Inputs(vocabulary, limits, side)
    moments = moments_of(reader, map(inputs.clause, clauses))
    # The longest clause in its context, or the longest difference: maxInputPieces() of encoder-header.ts.
    longest = MARKS + max(sum(limits), 2 * side + limits[1] if side else 0)
    architecture = reader.e.config
    tensors = {}

    def add_linear(name, *theirs):
        """Merges several with the same input into one."""
        _add_matrix(tensors, f'{name}.weight', torch.cat([state[f'{one}.weight'] for one in theirs]), moments.get(theirs[0]))
        tensors[f'{name}.bias'] = torch.cat([state[f'{one}.bias'] for one in theirs])

    def add_norm(name, theirs):
        tensors[f'{name}.gain'], tensors[f'{name}.shift'] = state[f'{theirs}.weight'], state[f'{theirs}.bias']

    _add_matrix(tensors, 'pieces', state[words])
    tensors['positions'] = state['e.embeddings.position_embeddings.weight'][:longest]
    tensors['types'] = state['e.embeddings.token_type_embeddings.weight']
    add_norm('norm', 'e.embeddings.LayerNorm')
    for layer in range(architecture.num_hidden_layers):
        at = f'e.encoder.layer.{layer}'
        add_linear(f'{layer}.input', *(f'{at}.attention.self.{name}' for name in ('query', 'key', 'value')))
        add_linear(f'{layer}.output', f'{at}.attention.output.dense')
        add_norm(f'{layer}.attention-norm', f'{at}.attention.output.LayerNorm')
        add_linear(f'{layer}.inner', f'{at}.intermediate.dense')
        add_linear(f'{layer}.outer', f'{at}.output.dense')
        add_norm(f'{layer}.norm', f'{at}.output.LayerNorm')
    tensors['head.weight'], tensors['head.bias'] = state['o.weight'], state['o.bias']
    if vocabulary.scores:
        tensors['scores'] = torch.tensor(vocabulary.scores)
    header = {
        'architecture': {
            'layers': architecture.num_hidden_layers, 'hidden': architecture.hidden_size, 'heads': heads,
            'inner': architecture.intermediate_size, 'positions': longest, 'pieces': len(vocabulary.pieces), 'epsilon': epsilon,
        },
        'outputs': list(outputs),
        'limits': dict(zip(FIELDS, limits)),
        'tokenizer': {
            'kind': vocabulary.kind, 'start': vocabulary.start, 'end': vocabulary.end, 'unknown': vocabulary.unknown,
        },
    }
    if side:
        header['comparison'] = {'mark': inputs.mark, 'side': side}
    return pack(header, '\n'.join(vocabulary.pieces).encode(), {name: values.numpy() for name, values in tensors.items()})


def pack(header, vocabulary, tensors):
    """The file's bytes from header (without offsets), vocabulary and tensors (int8 or float32 arrays by name)."""
    data = bytearray(vocabulary)
    places = {}
    for name, values in tensors.items():
        kind = 'int8' if values.dtype == np.int8 else 'float32'
        data += bytes(-len(data) % 16)
        places[name] = {'type': kind, 'shape': list(values.shape), 'offset': len(data)}
        data += np.ascontiguousarray(values, dtype='<i1' if kind == 'int8' else '<f4').tobytes()
    place = {'offset': 0, 'bytes': len(vocabulary)}
    text = json.dumps({**header, 'vocabulary': place, 'tensors': places}).encode()
    checked = struct.pack('<I', len(text)) + text
    checked += bytes(-(48 + len(checked)) % 16) + data
    return MAGIC + struct.pack('<II', VERSION, len(checked)) + hashlib.sha256(checked).digest() + checked


def _add_matrix(tensors, name, matrix, moments=None):
    integers, scales = to_nearest(matrix) if moments is None else so_that_errors_cancel(matrix, moments)
    tensors[name], tensors[f'{name}.scales'] = integers, scales


def read_lines(paths):
    """Of a .jsonl the objects, of any other file its lines as clauses without context."""
    for path in map(pathlib.Path, paths):
        # splitlines() would split at characters that texts may contain.
        with path.open(encoding='utf-8', newline='\n') as file:
            for line in file:
                yield json.loads(line) if path.suffix == '.jsonl' else {'text': line.rstrip('\n')}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--state', required=True, help='state dict, as torch.save() wrote it')
    parser.add_argument('--vocabulary', required=True, help='a BERT folder, a packed encoder (.bin) or a saved vocabulary (.json)')
    parser.add_argument('--texts', nargs='*', default=[], help='what the vocabulary is pruned to (.jsonl or lines); none: all is kept')
    parser.add_argument('--round-by', type=int, default=400, help='by so many of the texts, evenly spread, weights are rounded')
    parser.add_argument('--characters', choices=['all', 'european', 'none'], default='all', help='of which all stay')
    parser.add_argument('--outputs', default=','.join([*CLAUSE_OUTPUTS, *DIFFERENCE_OUTPUTS]), help='names of the logits, with commas between')
    parser.add_argument('--limits', default=','.join(map(str, LIMITS)), help='pieces read of text, head, intro and prev')
    parser.add_argument('--comparison', type=int, metavar='SIDE', help='pieces read of each side of a difference; none: only clauses are read')
    parser.add_argument('--heads', type=int, default=12)
    parser.add_argument('--out', required=True)
    given = parser.parse_args()
    vocabulary = read_vocabulary(given.vocabulary)
    clauses = list(read_lines(given.texts))
    if clauses:
        texts = (clause[field] for clause in clauses for field in FIELDS if clause.get(field))
        vocabulary = prune(vocabulary, texts, given.characters, [MARK] if given.comparison else [])
    state = torch.load(given.state, map_location='cpu', weights_only=True)
    limits = tuple(map(int, given.limits.split(',')))
    spread = clauses[::max(1, len(clauses) // given.round_by)][:given.round_by] if given.round_by else []
    file = export(state, vocabulary, given.outputs.split(','), limits, given.comparison, given.heads, clauses=spread)
    pathlib.Path(given.out).write_bytes(file)
    print(f'{given.out}: {len(file):,} bytes, {len(vocabulary.pieces):,} pieces, sha256 {hashlib.sha256(file).hexdigest()}')


if __name__ == '__main__':
    main()
