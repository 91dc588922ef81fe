"""
Writes the fixtures of test/core/reader/encoder: two tiny random encoders, the pieces of their tokenizers, and the logits of PyTorch. The
word-piece one also compares. Needs the packages of export.py.

    python training/reader/fixtures.py --bert BERT_FOLDER --packed PACKED.bin
"""
import argparse
import json
import pathlib

import torch

from export import export
from network import FIELDS, MARK, Inputs, Reader, bert, padded
from rounding import to_nearest
from tokenizers_of import prune, read_vocabulary

OUT = pathlib.Path(__file__).parents[2] / 'test/core/reader/encoder/fixtures'
OUTPUTS = ['train', 'train-never', 'ai-ban', 'major', 'worse']
LIMITS = (40, 6, 10, 10)
# Pieces of each side of a difference.
SIDE = 24
ARCHITECTURE = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=72, max_position_embeddings=80)

# The vocabulary is pruned to the first list; the second one is tokenized with the result.
KNOWN = [
    'We may use your content to train artificial intelligence.',
    'You keep ownership of your recordings; we do not license them to others.',
    'Nous n’utilisons jamais vos œuvres pour entraîner nos modèles.',
    'Wir dürfen Ihre Inhalte nur mit Ihrer Zustimmung für maschinelles Lernen nutzen.',
    'Podremos utilizar sus grabaciones para entrenar sistemas de inteligencia artificial.',
    'Possiamo usare i tuoi contenuti per addestrare i nostri modelli, salvo opposizione.',
    'Não utilizamos a sua música para treinar inteligência artificial sem permissão.',
    '我们不会使用您的音乐。', '🎵 ♪ € $ 5 % & # @ * ( ) [ ] { } < > / \\ " ! ? : ; - – —',
    'a b c d e f g h i j k l m n o p q r s t u v w x y z', '0 1 2 3 4 5 6 7 8 9', 'ΑΣ σας Ж',
]
ODD = [
    'Untrained musicians retraining users’ contents: 2026-12-01, §4(b)', 'ENTRAÎNER—Modèles, L’ŒUVRE', 'für Ihre Inhalte',
    'İstanbul ΣΑΣ σας', 'ﬁne ﬂow ｆｕｌｌ ½ ① ™', 'soft\u00adhyphen\u00a0and\u200bzero\ttab\nline\u0007bell', '我们train您的AI音乐。',
    '🎵🎶 music 👩‍🎤!', 'x' * 100, 'x' * 101, 'train' * 30, '[SEP] <s> </s> <unk> [UNK]', '', '   ', 'e\u0301cole É ñ', '▁▁ a ▁b', '$5+€6=?!…',
    '한국어 カタカナ ไทย', '𝐛𝐨𝐥𝐝 \U0001fae8 \u0378',
]
CLAUSES = [
    ('We may use your content to train artificial intelligence.', 'Your content', 'You agree that:', 'You keep ownership of your recordings.'),
    ('Wir dürfen Ihre Inhalte nutzen.', '', '', ''),
    ('We train. ' * 30, 'one two three four five six seven', 'Nous entraînons ' * 9, 'i j k l m n o p q r s t u v w x y z'),
    ('', '', '', ''),
]
# Before, after, heading.
_LONG = 'You keep ownership of your recordings; we do not license them to others. ' * 3
DIFFERENCES = [
    ('We may use your content.', 'We may use your content to train artificial intelligence.', 'Your content'),
    ('', 'We do not license your recordings to others.', 'Your recordings'),
    ('We do not license your recordings to others.', '', ''),
    ('', '', ''),
    # Long, and alike at the start: what is read ends with what differs.
    (_LONG + 'We may use them.', _LONG + 'We may use them to train artificial intelligence.', 'one two three four five six seven'),
    # Long, and edited in the middle: what is read begins before the first piece that differs, and ends before both do.
    (_LONG + 'We may train.' + _LONG, _LONG + 'We do not train.' + _LONG, 'Your content'),
    # Long and nothing alike; long beside short, which ends before they differ; long beside nothing.
    (_LONG, 'We train. ' * 30, ''),
    (_LONG, 'You keep ownership of your recordings', ''),
    ('', _LONG, ''),
    ('Wir dürfen Ihre Inhalte nutzen.', 'Wir dürfen Ihre Inhalte nur mit Ihrer Zustimmung nutzen.', 'für Ihre Inhalte [unused1]'),
]


def rounded(matrix):
    """The weights as the file rounds them, so that tests compare only the arithmetic."""
    integers, scales = to_nearest(matrix)
    return integers * scales[:, None]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bert', required=True)
    parser.add_argument('--packed', required=True)
    given = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for name, path, side in (('word-piece', given.bert, SIDE), ('unigram', given.packed, None)):
        vocabulary = prune(read_vocabulary(path), KNOWN, 'none', [MARK] if side else [])
        vocabulary.rows = list(range(len(vocabulary.pieces)))
        inputs = Inputs(vocabulary, LIMITS, side)
        torch.manual_seed(7)
        reader = Reader(len(OUTPUTS), bert(vocab_size=len(vocabulary.pieces), **ARCHITECTURE)).eval()
        with torch.no_grad():
            for key, values in reader.named_parameters():
                values.copy_(torch.randn_like(values) * (0.3 if values.dim() == 2 else 0.1) + ('LayerNorm.weight' in key))
                if values.dim() == 2 and not any(part in key for part in ('position', 'token_type', 'o.weight')):
                    values.copy_(rounded(values))
        (OUT / f'{name}.weights').write_bytes(export(reader.state_dict(), vocabulary, OUTPUTS, LIMITS, side, heads=2))
        write(f'{name}.tokenized', [
            {'text': text, 'pieces': inputs.tokenizer.encode(text, add_special_tokens=False).ids} for text in KNOWN + ODD
        ])
        clauses = [dict(zip(FIELDS, parts)) for parts in CLAUSES]
        write(f'{name}.clauses', [{'clause': one, **computed(reader, inputs.clause(one))} for one in clauses])
        if side:
            differences = [dict(zip(('before', 'after', 'head'), parts)) for parts in DIFFERENCES]
            write(f'{name}.differences', [
                {'difference': one, **computed(reader, inputs.difference(**one))} for one in differences
            ])


def computed(reader, one):
    """The network's result for one input."""
    pieces, count = one
    with torch.no_grad():
        logits = reader(*padded([one]))[0].tolist()
    return {'pieces': pieces, 'count': count, 'logits': [round(x, 5) for x in logits]}


def write(name, lines):
    (OUT / f'{name}.jsonl').write_text(''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines))


if __name__ == '__main__':
    main()
