from langchain_core.documents import Document as LangChainDocument
from langchain_core.runnables import RunnableLambda

from assistant.answering import Assistant
from assistant.langchain_retriever import CorpusRetriever

QUESTION = "Wat doet Den Haag voor studentenwelzijn?"


def test_passages_come_as_documents_that_can_be_cited(assistant: Assistant) -> None:
    found = CorpusRetriever(assistant=assistant, limit=4).invoke(QUESTION)

    assert [document.metadata["rank"] for document in found] == [1, 2, 3, 4]
    assert "Den Haag" in found[0].page_content
    for document in found:
        source = assistant.documents[document.metadata["document_id"]]
        span = slice(document.metadata["start"], document.metadata["end"])
        assert source.text[span] == document.page_content
        assert document.metadata["title"] == source.source.title
        assert document.metadata["language"] in {"nl", "en"}
        assert document.metadata["reasons"]
        assert document.id


def test_scores_fall_with_the_rank(assistant: Assistant) -> None:
    scores = [d.metadata["score"] for d in CorpusRetriever(assistant=assistant).invoke(QUESTION)]

    assert len(scores) == 8
    assert scores == sorted(scores, reverse=True)


def test_it_is_a_link_of_a_chain(assistant: Assistant) -> None:
    def cite(documents: list[LangChainDocument]) -> str:
        return " ".join(f"[{d.metadata['document_id']}:{d.metadata['start']}]" for d in documents)

    retriever = CorpusRetriever(assistant=assistant, limit=2)
    chain = RunnableLambda(str.strip) | retriever | RunnableLambda(cite)

    assert chain.invoke(f"  {QUESTION}\n") == cite(retriever.invoke(QUESTION))
    assert chain.batch([QUESTION, QUESTION])[0].startswith("[symposium-2025:")


async def waited(retriever: CorpusRetriever) -> list[LangChainDocument]:
    return await retriever.ainvoke(QUESTION)


def test_it_can_be_awaited(assistant: Assistant) -> None:
    import asyncio

    retriever = CorpusRetriever(assistant=assistant, limit=2)

    assert asyncio.run(waited(retriever)) == retriever.invoke(QUESTION)
