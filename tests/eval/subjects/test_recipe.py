import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.question import Turn
from corpus.embedding.hashing import HashingEmbedder
from eval.subjects.base import SubjectError
from eval.subjects.chunks import OVERLAP, SIZE, ChunkIndex, cut
from eval.subjects.pages import pages_of
from eval.subjects.recipe import NEAREST, Recipe, build_recipe
from ingest.collect import collect
from ingest.progress import Silent
from ingest.settings import IngestSettings

SOURCES = Path(__file__).parents[3] / "corpus" / "sources"
EMBEDDER = HashingEmbedder(dimension=64)
BESIDE = ("spro_questions", "spro_names", "spro_unanswerable")
QUESTION = Turn(text="Combien dure le BTS ?", history=("Je suis cadre",))


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    return IngestSettings(home=home, sources=(SOURCES,), only_local=True)


@pytest.fixture(scope="module")
def whole(own):
    recipe = build_recipe(own, EMBEDDER)
    yield recipe
    recipe.close()


@pytest.fixture
def beside_and_bare(few_sources, tmp_path):
    """How to read a few records, with what is searched beside their passages and without it."""
    bare = shutil.copytree(few_sources, tmp_path / "bare", ignore=shutil.ignore_patterns(*BESIDE))
    return [
        IngestSettings(home=tmp_path / "home", sources=(sources,), only_local=True)
        for sources in (few_sources, bare)
    ]


@pytest.fixture
def make_recipe(make_passage, make_body):
    texts = {
        "bts": "Le BTS dure deux ans.",
        "apec": "L'Apec reçoit les cadres.",
        "vae": "La VAE demande une expérience.",
    }
    pages = pages_of(
        make_passage(t, title="F", document_id=k, subject=f"scheme:{k}", source_id=f"s-{k}")
        for k, t in texts.items()
    )
    index = ChunkIndex(pages, EMBEDDER)
    yield lambda model=None: Recipe(
        index=index,
        made_with={"recipe": "r"},
        organisations=[make_body("apec", "Apec")],
        model=model,
    )
    index.close()


def test_without_a_model_the_nearest_chunks_are_printed_as_they_are(make_recipe):
    seen = make_recipe().ask(QUESTION)

    first, *_ = seen.observed.sentences
    (cited,) = first.cited
    assert seen.observed.outcome == "answered"
    assert first.text == cited.quote == "F\n\nLe BTS dure deux ans."
    assert (cited.record, cited.title) == ("scheme:bts#other", "F")
    assert cited.publisher == "Éditeur d'essai"
    assert cited.quote in cited.passage


def test_what_was_found_is_told_best_first_with_its_cosine(make_recipe):
    seen = make_recipe().ask(QUESTION)

    best, *others = seen.found
    cosine = float(
        EMBEDDER.embed_query(QUESTION.text)
        @ EMBEDDER.embed_passages(["F\n\nLe BTS dure deux ans."])[0]
    )
    assert (best.record, best.source) == ("scheme:bts#other", "s-bts")
    assert best.score == pytest.approx(cosine, abs=1e-5)
    assert best.score >= max(one.score for one in others)
    assert set(seen.steps) == {"retrieve", "generate"}


def test_what_the_recipe_has_not_is_not_seen(make_recipe):
    seen = make_recipe().ask(QUESTION)

    assert (seen.read, seen.dropped, seen.logged) == (None, None, None)
    assert (seen.observed.completeness, seen.observed.understood) == (None, None)


def test_bodies_are_those_the_chunks_name(make_recipe):
    assert make_recipe().ask(QUESTION).observed.body_ids == {"apec"}


def test_nothing_to_print_is_no_answer():
    index = ChunkIndex((), EMBEDDER)

    seen = Recipe(index=index, made_with={}).ask(QUESTION)

    assert (seen.observed.outcome, seen.observed.sentences, seen.found) == (None, (), ())
    index.close()


def test_a_model_is_given_the_chunks_numbered_and_the_message_alone(fake, make_model, make_recipe):
    fake.says("Deux ans.")

    make_recipe(make_model()).ask(QUESTION)

    (message,) = fake.asked[0]["messages"]
    assert "[1] F\n\nLe BTS dure deux ans.\n\n[2] F" in message["content"]
    assert message["content"].endswith("Question : Combien dure le BTS ?\nRéponse :")
    assert "Je suis cadre" not in message["content"]


def test_a_sentence_cites_the_chunks_it_marks_and_no_other(fake, make_model, make_recipe):
    fake.says("Deux ans [1][3]. Courage [0] [4]. Voyez l'Apec.")

    seen = make_recipe(make_model()).ask(QUESTION)

    first, second, third = seen.observed.sentences
    assert [s.text for s in (first, second, third)] == ["Deux ans.", "Courage.", "Voyez l'Apec."]
    assert first.cited[0].record == seen.found[0].record
    assert [len(s.cited) for s in (first, second, third)] == [2, 0, 0]
    assert (seen.observed.outcome, seen.observed.body_ids) == (None, {"apec"})


def test_a_mark_given_after_its_sentence_stays_with_it(fake, make_model, make_recipe):
    fake.says("Deux ans. [1] [2] Voilà ! [3]\nFin.[9]")

    seen = make_recipe(make_model()).ask(QUESTION)

    assert [(s.text, len(s.cited)) for s in seen.observed.sentences] == [
        ("Deux ans.", 2),
        ("Voilà !", 1),
        ("Fin.", 0),
    ]


def test_a_model_that_fails_could_not_be_asked(fake, make_model, make_recipe):
    fake.gives(b"{}")

    with pytest.raises(SubjectError, match="essai"):
        make_recipe(make_model()).ask(QUESTION)


def test_versions_tell_the_model_or_its_absence(make_model, make_recipe):
    assert make_recipe().versions["model"] == "none"
    assert "seed" not in make_recipe().versions
    told = make_recipe(make_model(seed=3)).versions
    assert (told["model"], told["seed"]) == ("essai", "3")
    assert make_recipe().versions["recipe"] == "r"


def test_every_chunk_of_our_records_stands_where_it_says(own):
    content, _ = collect(own, Silent())
    pages = pages_of(content.passages)

    for chunk in cut(pages):
        text, start = chunk.page_content, chunk.metadata["start_index"]
        page = pages[chunk.metadata["page"]]
        assert len(text) <= SIZE
        assert page.text[start : start + len(text)] == text
        assert page.under(start, start + len(text))


def test_the_questions_our_passages_answer_are_no_part_of_the_chunks(own):
    content, _ = collect(own, Silent())
    bare = [replace(passage, asked=()) for passage in content.passages]

    with_questions, without = (cut(pages_of(held)) for held in (content.passages, bare))

    assert any(passage.asked for passage in content.passages)
    assert with_questions == without


@pytest.mark.parametrize("text", ["j'ai combien sur mon cpf ?", "c'est quoi un infirmier", "Salut"])
def test_what_is_searched_beside_passages_neither_helps_nor_hurts_the_recipe(beside_and_bare, text):
    with_it, without = (build_recipe(inputs, EMBEDDER) for inputs in beside_and_bare)

    seen, expected = (recipe.ask(Turn(text=text)) for recipe in (with_it, without))

    assert len(seen.observed.sentences) == NEAREST
    assert (seen.observed, seen.found) == (expected.observed, expected.found)
    with_it.close()
    without.close()


def test_a_long_text_is_cut_with_an_overlap(make_passage):
    text = " ".join(f"mot{n}" for n in range(400))

    _, first, second, *_ = cut(pages_of([make_passage(text)]))

    end = first.metadata["start_index"] + len(first.page_content)
    assert 0 < end - second.metadata["start_index"] <= OVERLAP


def test_our_records_are_found_four_chunks_a_question(whole):
    seen = whole.ask(Turn(text="aide-soignant"))

    assert len(seen.observed.sentences) == NEAREST
    assert any(one.record.startswith("occupation:aide-soignant#") for one in seen.found)
    assert len({one.record for one in seen.found}) == len(seen.found)
    assert whole.versions["embedder"] == EMBEDDER.fingerprint


def test_several_threads_get_what_one_gets(whole):
    turns = [Turn(text=f"{word} ?") for word in ("BTS", "VAE", "CPF", "infirmier", "Apec")] * 4

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(whole.ask, turns))

    assert [s.observed for s in together] == [whole.ask(turn).observed for turn in turns]
