"""
Writes what test/core/reader/encoder compares with: two tiny random readers, how their tokenizers read our sentences and what PyTorch
computes from them. Needs what export.py needs.

    python training/reader/fixtures.py --bert BERT_FOLDER --packed PACKED.bin
"""
import argparse
import json
import pathlib

import torch

from export import export
from network import FIELDS, Reader, put_together
from rounding import to_nearest
from tokenizers_of import prune, read_vocabulary, tokenizer_of

OUT = pathlib.Path(__file__).parents[2] / 'test/core/reader/encoder/fixtures'
OUTPUTS = ['train', 'train-never', 'ai-ban', 'major', 'worse']
LIMITS = (40, 6, 10, 10)
ARCHITECTURE = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=72, max_position_embeddings=80)

# The vocabulary is pruned to these; the second list is read with what is left.
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


def rounded(matrix):
    """The weights as the file keeps them, so that what is compared is the arithmetic."""
    integers, scales = to_nearest(matrix)
    return integers * scales[:, None]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bert', required=True)
    parser.add_argument('--packed', required=True)
    given = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for name, path in (('word-piece', given.bert), ('unigram', given.packed)):
        vocabulary = prune(read_vocabulary(path), KNOWN, 'none')
        vocabulary.rows = list(range(len(vocabulary.pieces)))
        tokenizer = tokenizer_of(vocabulary)
        torch.manual_seed(7)
        reader = Reader(len(OUTPUTS), vocab_size=len(vocabulary.pieces), **ARCHITECTURE).eval()
        with torch.no_grad():
            for key, values in reader.named_parameters():
                values.copy_(torch.randn_like(values) * (0.3 if values.dim() == 2 else 0.1) + ('LayerNorm.weight' in key))
                if values.dim() == 2 and not any(part in key for part in ('position', 'token_type', 'o.weight')):
                    values.copy_(rounded(values))
            rows = []
            for parts in CLAUSES:
                clause = dict(zip(FIELDS, parts))
                pieces, count = put_together(clause, vocabulary, tokenizer, LIMITS)
                logits = reader(pieces, count).tolist()
                rows.append({'clause': clause, 'pieces': pieces, 'count': count, 'logits': [round(x, 5) for x in logits]})
        (OUT / f'{name}.weights').write_bytes(export(reader.state_dict(), vocabulary, OUTPUTS, LIMITS, heads=2))
        read = [{'text': text, 'pieces': tokenizer.encode(text, add_special_tokens=False).ids} for text in KNOWN + ODD]
        for what, lines in (('tokenized', read), ('clauses', rows)):
            (OUT / f'{name}.{what}.jsonl').write_text(''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines))


if __name__ == '__main__':
    main()
