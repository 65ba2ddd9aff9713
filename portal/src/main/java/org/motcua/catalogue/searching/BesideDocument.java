package org.motcua.catalogue.searching;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside.Entry;
import org.motcua.catalogue.FoundBeside.Kind;

/** Other things have the fields of a procedure, so that the same question finds them. */
final class BesideDocument {

  static final String KIND = "kind";
  static final String KEY = "key";
  private static final String ID = "id";

  private static final String TITLE_ENGLISH = "shown.titleEnglish";
  private static final String TEXT = "shown.text";
  private static final String TEXT_ENGLISH = "shown.textEnglish";
  private static final String ADDRESS = "shown.address";

  /** More of a text is found, but never shown. */
  private static final int SHOWN = 400;

  static Term kind(Kind kind) {
    return new Term(KIND, kind.name());
  }

  static Term id(Kind kind, String key) {
    return new Term(ID, kind + ":" + key);
  }

  static Document of(Kind kind, Entry entry) {
    var document = new Document();
    document.add(new StringField(KIND, kind.name(), Store.NO));
    document.add(new StringField(ID, id(kind, entry.key()).text(), Store.NO));
    document.add(new StoredField(KEY, entry.key()));
    document.add(new SortedDocValuesField(KEY, new BytesRef(entry.key())));

    document.add(new TextField(ProcedureDocument.NAME, entry.title(), Store.YES));
    document.add(new TextField(ProcedureDocument.NAME_EXACT, entry.title(), Store.NO));
    document.add(new TextField(ProcedureDocument.NAME_PAIRS, entry.title(), Store.NO));
    document.add(
        new StringField(
            ProcedureDocument.NAME_WHOLE,
            Dimension.bounded(VietnameseAnalysis.folded(entry.title())),
            Store.NO));
    document.add(new NumericDocValuesField(ProcedureDocument.NAME_LENGTH, entry.title().length()));
    index(document, ProcedureDocument.KEYWORDS, entry.words());
    index(document, ProcedureDocument.KEYWORDS_PAIRS, entry.words());
    index(document, ProcedureDocument.ENGLISH, entry.titleEnglish());
    index(document, ProcedureDocument.BODY, entry.text());
    index(document, ProcedureDocument.BODY, entry.textEnglish());

    store(document, TITLE_ENGLISH, entry.titleEnglish());
    store(document, TEXT, entry.text());
    store(document, TEXT_ENGLISH, entry.textEnglish());
    document.add(new StoredField(ADDRESS, entry.address()));
    return document;
  }

  static Entry entry(Document document) {
    return new Entry(
        document.get(KEY),
        document.get(ProcedureDocument.NAME),
        document.get(TITLE_ENGLISH),
        document.get(TEXT),
        document.get(TEXT_ENGLISH),
        null,
        document.get(ADDRESS));
  }

  private static void index(Document document, String field, @Nullable String text) {
    if (text != null) document.add(new TextField(field, text, Store.NO));
  }

  private static void store(Document document, String field, @Nullable String text) {
    if (text == null) return;
    document.add(new StoredField(field, text.length() <= SHOWN ? text : text.substring(0, SHOWN)));
  }

  private BesideDocument() {}
}
