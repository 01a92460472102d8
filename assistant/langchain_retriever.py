"""The corpus as a LangChain retriever, so that any LangChain chain can use it."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.answering import Assistant
from assistant.citing import section_name


class CorpusRetriever(BaseRetriever):
    """Returns the best passages for a question as LangChain documents, best first.

    The metadata of each holds what a citation needs: ``document_id``, ``start``, ``end``, ``page``,
    ``section``, ``language``, ``title``, ``score``, ``rank`` and the reasons it was found.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    limit: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        documents = self.assistant.documents
        found: list[LangChainDocument] = []
        for hit in self.assistant.search(query, limit=self.limit):
            passage, source = hit.passage, documents[hit.passage.document_id].source
            found.append(
                LangChainDocument(
                    id=passage.passage_id,
                    page_content=passage.of(documents[passage.document_id].text),
                    metadata={
                        "document_id": passage.document_id,
                        "title": source.title,
                        "start": passage.start,
                        "end": passage.end,
                        "page": passage.page,
                        "section": section_name(passage),
                        "language": passage.language,
                        "rank": hit.rank,
                        "score": hit.score,
                        "reasons": [
                            f"{reason.retriever} rank {reason.rank}" for reason in hit.reasons
                        ],
                    },
                )
            )
        return found
