"""The text classifier of the trained pipeline: words, word pairs and parts of words, weighed.

Dutch writes a subject as one word ("huurprijsverhoging"), so that parts of words tell more than
words. On texts of our own, held out by writer, a linear model over them told four themes of five
and spaCy's convolutional networks two of three; and it costs little.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined]  # not in its stub
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, SparseLinear_v2, chain
from thinc.types import Floats2d

CACHED_WORDS = 100_000  # distinct words; a large batch holds about 60,000
MAX_WORD_CHARS = 60  # longest real word of the training texts has 41; a hostile one 20,000
PAIR_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd and far from any pattern: "a b" is not "b a"
FEATURE_NORM = 20.0  # length of a text's vector: lets Adam learn at the rate of the other networks

Features = tuple[Any, Any, Any]  # keys uint64, values float32, how many a text int32


@registry.architectures("prestatie_extract.SubwordClassifier.v1")  # type: ignore[untyped-decorator]
def build_subword_classifier(
    exclusive_classes: bool,
    min_chars: int = 3,
    max_chars: int = 6,
    length: int = 2**18,
    nO: int | None = None,  # noqa: N803 (the name spaCy gives it)
) -> Model[list[Doc], Floats2d]:
    """A linear classifier over hashed words, word pairs and parts of words.

    Args:
        exclusive_classes: one label a text (softmax) or any number (sigmoid).
        min_chars: shortest part of a word, its edges counted.
        max_chars: longest part of a word, its edges counted.
        length: rows of the weight table, a power of two.
        nO: number of labels; set by the component.
    """
    model: Model[list[Doc], Floats2d] = chain(
        _subword_features(min_chars, max_chars),
        SparseLinear_v2(nO=nO, length=length),
        _probabilities(exclusive_classes),
    )
    if nO is not None:
        model.set_dim("nO", nO)
    model.set_ref("output_layer", model.layers[1])
    model.attrs["multi_label"] = not exclusive_classes
    return model


def _subword_features(min_chars: int, max_chars: int) -> Model[list[Doc], Features]:
    attrs = {"min_chars": min_chars, "max_chars": max_chars}
    return Model("subword_features", _find_features, attrs=attrs)


def _find_features(
    model: Model[list[Doc], Features],
    docs: list[Doc],
    is_train: bool,  # noqa: ARG001 (thinc's signature)
) -> tuple[Features, Callable[[Any], list[Doc]]]:
    sizes = (model.attrs["min_chars"], model.attrs["max_chars"])
    found = [_features_of(doc, *sizes) for doc in docs]
    keys = np.concatenate([k for k, _ in found]) if found else np.zeros(0, "uint64")
    values = np.concatenate([v for _, v in found]) if found else np.zeros(0, "float32")
    counts = np.asarray([len(k) for k, _ in found], "int32")
    return (keys, values, counts), lambda _: []


def _features_of(doc: Doc, min_chars: int, max_chars: int) -> tuple[Any, Any]:
    """The features of a text, found once for all components that ask for the same."""
    name = f"subwords {min_chars}-{max_chars}"
    if name not in doc.user_data:
        doc.user_data[name] = _weigh(doc, min_chars, max_chars)
    features: tuple[Any, Any] = doc.user_data[name]
    return features


def _weigh(doc: Doc, min_chars: int, max_chars: int) -> tuple[Any, Any]:
    """The hashed features of a text, each once, with 1 + log(count), scaled to one length."""
    found = [
        _word_keys(doc.vocab.strings[lower], min_chars, max_chars)
        for lower in doc.to_array("LOWER").tolist()
    ]
    words = [keys for keys in found if len(keys)]
    singles = np.asarray([keys[0] for keys in words], "uint64")
    pairs = singles[:-1] * PAIR_FACTOR + singles[1:]
    unique, counts = np.unique(np.concatenate([*words, pairs]), return_counts=True)
    values = 1 + np.log(counts)
    norm = float(np.linalg.norm(values)) or 1.0
    return unique, (values * (FEATURE_NORM / norm)).astype("float32")


@lru_cache(maxsize=CACHED_WORDS)
def _word_keys(word: str, min_chars: int, max_chars: int) -> Any:
    """Hashes of a word and of its parts, "<" and ">" at its edges; none for a mark."""
    if not any(map(str.isalnum, word)):
        return np.zeros(0, "uint64")
    edged = f"<{word[:MAX_WORD_CHARS]}>"
    sizes = range(min_chars, max_chars + 1)
    parts = (edged[i : i + size] for size in sizes for i in range(len(edged) - size + 1))
    hashes = [hash_string(f"word:{word}"), *map(hash_string, parts)]
    return np.asarray(hashes, "uint64")


def _probabilities(exclusive_classes: bool) -> Model[Floats2d, Floats2d]:
    """Softmax or sigmoid; the gradient passes as it is, which makes the loss cross-entropy."""
    attrs = {"exclusive_classes": exclusive_classes}
    return Model("probabilities", _squash, attrs=attrs)


def _squash(
    model: Model[Floats2d, Floats2d],
    scores: Floats2d,
    is_train: bool,  # noqa: ARG001 (thinc's signature)
) -> tuple[Floats2d, Callable[[Floats2d], Floats2d]]:
    squash = model.ops.softmax if model.attrs["exclusive_classes"] else model.ops.sigmoid
    return squash(scores), lambda gradient: gradient
