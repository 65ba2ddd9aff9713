package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import org.motcua.documents.StoredDocument;
import org.springframework.core.io.AbstractResource;

/** A document's content, opened piece by piece as it is read. */
final class StoredContent extends AbstractResource {

  private final StoredDocument document;
  private final Contents contents;

  StoredContent(StoredDocument document, Contents contents) {
    this.document = document;
    this.contents = contents;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return contents.open(document.sha256());
  }

  @Override
  public long contentLength() {
    return document.size();
  }

  @Override
  public String getFilename() {
    return document.name();
  }

  @Override
  public String getDescription() {
    return "document " + document.id();
  }
}
