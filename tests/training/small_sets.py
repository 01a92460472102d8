"""A few sentences, ratings and questions in the folders of the public sets, and a small model."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest.static_embedding import Matrix
from tests.ingest.small_corpus import WordModel
from training.sets import KAMERVRAGEN, NTREX, STSB, TATOEBA, Posed

WORDS: Mapping[str, str] = {
    **{"huis": "house", "school": "school", "werk": "work", "stad": "city", "kind": "child"},
    **{"groen": "green", "plan": "plan", "geld": "money", "sport": "sports", "slaap": "sleep"},
}
DUTCH = [f"{one} {other}" for one in WORDS for other in WORDS if one < other]
POSED = [
    Posed(question=f"Wat doet u aan {dutch}?", answer=f"Veel. Wij gaan over {dutch}. Dank u.")
    for dutch in DUTCH[:12]
]


def translate(dutch: str) -> str:
    return " ".join(WORDS[word] for word in dutch.split())


class Bilingual(WordModel):
    """Gives a Dutch word the direction of its translation."""

    def embed_queries(self, texts: Sequence[str]) -> Matrix:
        english = [" ".join(WORDS.get(w, w) for w in text.lower().split()) for text in texts]
        return super().embed_queries(english)


def write_sets(folder: Path) -> Path:
    (folder / "sentences").mkdir()
    (folder / "kamervragen").mkdir()
    pairs = "".join(f"{translate(dutch)}\t{dutch}\n" for dutch in DUTCH)
    rows = [(DUTCH[0], dutch, len(set(DUTCH[0].split()) & set(dutch.split()))) for dutch in DUTCH]
    content = {
        NTREX: pairs,
        TATOEBA: pairs,
        STSB.format(language="nl"): "".join(f"{a},{b},{r}\n" for a, b, r in rows),
        STSB.format(language="en"): "".join(
            f"{translate(a)},{translate(b)},{r}\n" for a, b, r in rows
        ),
        KAMERVRAGEN: "".join(
            json.dumps({"question": one.question, "answer": one.answer}) + "\n" for one in POSED
        ),
    }
    for name, text in content.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
