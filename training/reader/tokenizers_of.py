"""Reads vocabularies of pre-trained encoders, prunes them to our texts, and tokenizes exactly as src/core/reader/encoder/tokenizer."""
import dataclasses
import json
import pathlib
import struct
import unicodedata

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

EUROPEAN = ('LATIN', 'GREEK', 'CYRILLIC')


@dataclasses.dataclass
class Vocabulary:
    """Pieces by id; `rows` holds the row of the model's embeddings of each."""
    kind: str  # 'word-piece' or 'unigram'
    pieces: list
    scores: list  # log frequencies; empty for word-piece
    start: int
    end: int
    unknown: int
    rows: list

    def save(self, path):
        """For training with a pruned vocabulary; read_vocabulary() reads it back, with rows 0, 1, 2, …"""
        pathlib.Path(path).write_text(json.dumps({**dataclasses.asdict(self), 'rows': None}, ensure_ascii=False))


def read_vocabulary(path):
    """From a BERT folder (vocab.txt), a packed 4-bit multilingual-e5-small (*.bin), or what save() wrote (*.json)."""
    path = pathlib.Path(path)
    if path.suffix == '.json':
        kept = json.loads(path.read_text())
        return Vocabulary(**{**kept, 'rows': list(range(len(kept['pieces'])))})
    return _read_packed(path) if path.suffix == '.bin' else _read_bert(path)


def _read_bert(folder):
    pieces = (folder / 'vocab.txt').read_text(encoding='utf-8').rstrip('\n').split('\n')
    start, end, unknown = (pieces.index(mark) for mark in ('[CLS]', '[SEP]', '[UNK]'))
    return Vocabulary('word-piece', pieces, [], start, end, unknown, list(range(len(pieces))))


def _read_packed(path):
    """Layout: 44 bytes of architecture, counts and special ids; offsets; scores; the pieces in UTF-8."""
    data = path.read_bytes()
    if data[:4] != b'E5S1':
        raise ValueError(f'{path} is no packed encoder')
    count, start, end, _pad, unknown, _bytes = struct.unpack_from('<5iQ', data, 44)
    at = 44 + struct.calcsize('<5iQ')
    offsets = struct.unpack_from(f'<{count + 1}I', data, at)
    scores = struct.unpack_from(f'<{count}f', data, at + 4 * (count + 1))
    text = at + 4 * (count + 1) + 4 * count
    pieces = [data[text + a:text + b].decode('utf-8', 'replace') for a, b in zip(offsets, offsets[1:])]
    return Vocabulary('unigram', pieces, list(scores), start, end, unknown, list(range(count)))


def tokenizer_of(vocabulary):
    """The tokenizer for training. Special pieces spelt out in a text are text."""
    if vocabulary.kind == 'word-piece':
        numbers = {piece: number for number, piece in enumerate(vocabulary.pieces)}
        tokenizer = Tokenizer(models.WordPiece(numbers, unk_token='[UNK]', max_input_chars_per_word=100))
        tokenizer.normalizer = normalizers.BertNormalizer()
        tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        return tokenizer
    marks = {vocabulary.start, vocabulary.end, vocabulary.unknown}
    # No text produces a piece that contains a space.
    pairs = [(f'{piece} ' if number in marks else piece, score)
             for number, (piece, score) in enumerate(zip(vocabulary.pieces, vocabulary.scores))]
    tokenizer = Tokenizer(models.Unigram(pairs, vocabulary.unknown, False))
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.NFKC(),
        normalizers.Replace(Regex(r'[\p{White_Space}\u200B\u2581]+'), ' '),
        normalizers.Replace(Regex(r'[\p{Cc}\p{Cf}\p{Co}\uFFFD]'), ''),
        normalizers.Replace(Regex(r' +'), ' '),
        normalizers.Strip(),
    ])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement='▁', prepend_scheme='always', split=True)
    return tokenizer


def prune(vocabulary, texts, characters='all', always=()):
    """
    Keeps the pieces that occur in the texts, which are read as before, and every piece of one character, so that words nobody has
    seen still have some. 'european': only those of Latin, Greek and Cyrillic script, digits and signs; 'none': no others than occur.
    always: pieces kept whether they occur or not.
    """
    tokenizer = tokenizer_of(vocabulary)
    seen = {vocabulary.start, vocabulary.end, vocabulary.unknown, *map(vocabulary.pieces.index, always)}
    for encoded in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        seen.update(encoded.ids)
    kept = [number for number, piece in enumerate(vocabulary.pieces)
            if number in seen or _is_character(vocabulary.kind, piece, characters)]
    new = {number: i for i, number in enumerate(kept)}
    return Vocabulary(
        vocabulary.kind,
        [vocabulary.pieces[number] for number in kept],
        [vocabulary.scores[number] for number in kept] if vocabulary.scores else [],
        new[vocabulary.start], new[vocabulary.end], new[vocabulary.unknown],
        [vocabulary.rows[number] for number in kept],
    )


def _is_character(kind, piece, characters):
    if characters == 'none':
        return False
    bare = piece.removeprefix('##' if kind == 'word-piece' else '▁') or piece
    if len(bare) != 1 or bare == '\ufffd':
        return False
    return characters == 'all' or not bare.isalpha() or unicodedata.name(bare, '').startswith(EUROPEAN)
