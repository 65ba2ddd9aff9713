-- Whether a content that was removed once is still another document's.
create index stored_document_by_content on documents.stored_document (sha256);
