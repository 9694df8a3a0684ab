"""A real sentence-transformers model, but tiny: letters and the words of the workshop, and one layer."""

import string
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.encoders import SentenceTransformerEncoder
from matcher.text import words
from tests.matcher.workshop import CATALOGUE, DIMENSIONS, Counting

WORDS = sorted({word for entry in CATALOGUE for chunk in entry.chunks for word in words(chunk.text)})
LETTERS = list(string.ascii_lowercase + string.digits + ".,?!-")
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny model, as `LOTSEN_MODEL` may name it."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    home = tmp_path_factory.mktemp("model")
    vocabulary = [*MARKS, *WORDS, *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    (home / "vocab.txt").write_text("\n".join(vocabulary), "utf-8")
    torch.manual_seed(7)
    sizes = {"hidden_size": DIMENSIONS, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    bert = BertModel(BertConfig(vocab_size=len(vocabulary), max_position_embeddings=64, **sizes))
    # Words count, not where they stand, so that sentences with like words have like vectors.
    torch.nn.init.zeros_(bert.embeddings.position_embeddings.weight)
    torch.nn.init.zeros_(bert.embeddings.token_type_embeddings.weight)
    with torch.no_grad():
        bert.embeddings.word_embeddings.weight[: len(MARKS)] = 0
        bert.embeddings.LayerNorm.bias[0] = 0.1  # so that a text without words has a vector too
    bert.save_pretrained(home / "bert")
    BertTokenizerFast(vocab=str(home / "vocab.txt"), model_max_length=64).save_pretrained(home / "bert")
    layers = [Transformer(str(home / "bert"), max_seq_length=64), Pooling(DIMENSIONS)]
    SentenceTransformer(modules=layers, device="cpu").save(str(home / "model"))
    return home / "model"


@pytest.fixture(scope="session")
def encoder(model_folder: Path) -> SentenceTransformerEncoder:
    """The tiny model, loaded as any other."""
    return SentenceTransformerEncoder(str(model_folder))


@pytest.fixture
def counting(encoder: SentenceTransformerEncoder) -> Callable[[str], Counting]:
    """Makes encoders by their key that remember what they were asked."""
    return lambda key: Counting(encoder, key)
