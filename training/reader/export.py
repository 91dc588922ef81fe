"""
Writes a weights file for src/core/reader/encoder (weights-file.ts there says how it is laid out) from a trained state dict.

    python training/reader/export.py --state reader.pt --vocabulary MODEL --texts clauses.jsonl --outputs act:train,… --out reader.weights

The state dict is that of a BERT encoder under `e.` and a linear head under `o.` (over the first token beside the mean of the clause's).
Needs torch, numpy and tokenizers. Matrices become int8 with one scale a row; all else stays float32.
"""
import argparse
import hashlib
import json
import pathlib
import struct

import numpy as np
import torch

from tokenizers_of import prune, read_vocabulary

MAGIC, VERSION = b'CWREADER', 1
FIELDS = ('text', 'head', 'intro', 'prev')


def export(state, vocabulary, outputs, limits, heads=12, epsilon=1e-12):
    """
    The file's bytes.
    state: names to tensors. vocabulary: of tokenizers_of, with rows of the state's embeddings. outputs: a name a logit.
    limits: pieces read of text, head, intro and prev.
    """
    get = lambda name: state[name].detach().float().cpu().numpy()
    words = get('e.embeddings.word_embeddings.weight')
    layers = 1 + max(int(name.split('.')[3]) for name in state if name.startswith('e.encoder.layer.'))
    longest = sum(limits) + 5
    tensors = {}
    _add_matrix(tensors, 'pieces', words[vocabulary.rows])
    tensors['positions'] = get('e.embeddings.position_embeddings.weight')[:longest]
    tensors['types'] = get('e.embeddings.token_type_embeddings.weight')
    _add_norm(tensors, 'norm', get, 'e.embeddings.LayerNorm')
    for layer in range(layers):
        at = f'e.encoder.layer.{layer}'
        asked = [f'{at}.attention.self.{name}' for name in ('query', 'key', 'value')]
        _add_matrix(tensors, f'{layer}.input.weight', np.concatenate([get(f'{name}.weight') for name in asked]))
        tensors[f'{layer}.input.bias'] = np.concatenate([get(f'{name}.bias') for name in asked])
        for ours, theirs in (('output', 'attention.output.dense'), ('inner', 'intermediate.dense'), ('outer', 'output.dense')):
            _add_matrix(tensors, f'{layer}.{ours}.weight', get(f'{at}.{theirs}.weight'))
            tensors[f'{layer}.{ours}.bias'] = get(f'{at}.{theirs}.bias')
        _add_norm(tensors, f'{layer}.attention-norm', get, f'{at}.attention.output.LayerNorm')
        _add_norm(tensors, f'{layer}.norm', get, f'{at}.output.LayerNorm')
    tensors['head.weight'], tensors['head.bias'] = get('o.weight'), get('o.bias')
    if vocabulary.scores:
        tensors['scores'] = np.array(vocabulary.scores, dtype=np.float32)
    header = {
        'architecture': {
            'layers': layers, 'hidden': words.shape[1], 'heads': heads, 'inner': tensors['0.inner.bias'].shape[0],
            'positions': longest, 'pieces': len(vocabulary.pieces), 'epsilon': epsilon,
        },
        'outputs': list(outputs),
        'limits': dict(zip(FIELDS, limits)),
        'tokenizer': {
            'kind': vocabulary.kind, 'start': vocabulary.start, 'end': vocabulary.end, 'unknown': vocabulary.unknown,
        },
    }
    return pack(header, '\n'.join(vocabulary.pieces).encode(), tensors)


def pack(header, vocabulary, tensors):
    """Header (without places), vocabulary and tensors (int8 or float32 arrays by name) as the file's bytes."""
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


def _add_matrix(tensors, name, matrix):
    scales = np.abs(matrix).max(1).astype(np.float32) / 127
    tensors[name] = np.rint(matrix / np.maximum(scales, 1e-12)[:, None]).clip(-127, 127).astype(np.int8)
    tensors[f'{name}.scales'] = scales


def _add_norm(tensors, name, get, theirs):
    tensors[f'{name}.gain'], tensors[f'{name}.shift'] = get(f'{theirs}.weight'), get(f'{theirs}.bias')


def read_texts(paths):
    """Of each line of a .jsonl the clause and what stands around it; of any other file each line."""
    for path in map(pathlib.Path, paths):
        for line in path.read_text(encoding='utf-8').splitlines():
            if path.suffix == '.jsonl':
                yield from filter(None, map(json.loads(line).get, FIELDS))
            else:
                yield line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--state', required=True, help='state dict, as torch.save() wrote it')
    parser.add_argument('--vocabulary', required=True, help='a BERT folder, a packed encoder (.bin) or a saved vocabulary (.json)')
    parser.add_argument('--texts', nargs='*', default=[], help='what the vocabulary is pruned to (.jsonl or lines); none: all is kept')
    parser.add_argument('--characters', choices=['all', 'european', 'none'], default='all', help='of which all stay')
    parser.add_argument('--outputs', required=True, help='names of the logits, with commas between')
    parser.add_argument('--limits', default='140,14,28,28', help='pieces read of text, head, intro and prev')
    parser.add_argument('--heads', type=int, default=12)
    parser.add_argument('--out', required=True)
    given = parser.parse_args()
    vocabulary = read_vocabulary(given.vocabulary)
    if given.texts:
        vocabulary = prune(vocabulary, read_texts(given.texts), given.characters)
    state = torch.load(given.state, map_location='cpu', weights_only=True)
    file = export(state, vocabulary, given.outputs.split(','), tuple(map(int, given.limits.split(','))), given.heads)
    pathlib.Path(given.out).write_bytes(file)
    print(f'{given.out}: {len(file):,} bytes, {len(vocabulary.pieces):,} pieces, sha256 {hashlib.sha256(file).hexdigest()}')


if __name__ == '__main__':
    main()
