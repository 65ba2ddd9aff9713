package org.motcua.catalogue.searching;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.ProcedureCode;

/**
 * What a result shows of a procedure. It lies in the index in one piece and as it is: stored fields
 * would be packed in blocks, and unpacking them took a sixth of a search.
 */
final class ShownText {

  private static final String FIELD = "shown";

  /** No text has it. */
  private static final String SEPARATOR = "\0";

  private static final String COMMA = ",";

  static void add(Document document, Procedure procedure) {
    var text =
        Stream.of(
                procedure.code().value(),
                procedure.name(),
                procedure.nameEnglish(),
                procedure.summary(),
                procedure.summaryEnglish(),
                procedure.field().name(),
                procedure.field().nameEnglish(),
                procedure.levels().stream().map(Level::name).collect(Collectors.joining(COMMA)))
            .map(part -> part == null ? "" : part.replace(SEPARATOR, ""))
            .collect(Collectors.joining(SEPARATOR));
    document.add(new BinaryDocValuesField(FIELD, new BytesRef(text)));
  }

  static SearchResults.Hit hit(IndexSearcher searcher, int document, Highlights highlights)
      throws IOException {
    var parts = read(searcher, document).split(SEPARATOR, -1);
    return new SearchResults.Hit(
        new ProcedureCode(parts[0]),
        parts[1],
        orNull(parts[2]),
        orNull(parts[3]),
        orNull(parts[4]),
        parts[5],
        orNull(parts[6]),
        levels(parts[7]),
        highlights);
  }

  private static String read(IndexSearcher searcher, int document) throws IOException {
    var segments = searcher.getIndexReader().leaves();
    var segment = segments.get(ReaderUtil.subIndex(document, segments));
    var texts = DocValues.getBinary(segment.reader(), FIELD);
    if (!texts.advanceExact(document - segment.docBase)) {
      throw new IllegalStateException("Nothing to show of a procedure");
    }
    return texts.binaryValue().utf8ToString();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<Level> levels(String names) {
    if (names.isEmpty()) return List.of();
    return Arrays.stream(names.split(COMMA)).map(Level::valueOf).toList();
  }

  private ShownText() {}
}
