package org.motcua.catalogue.searching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.ProcedureCode;

/** A procedure as the index knows it: what is searched, what filters, what a result shows. */
final class ProcedureDocument {

  static final String CODE = "code";
  static final String AUDIENCE = "audience";
  static final String LIFE_EVENT = "lifeEvent";

  static final String NAME = "name";
  static final String NAME_EXACT = "name.exact";
  static final String NAME_PAIRS = "name.pairs";
  static final String KEYWORDS = "keywords";
  static final String KEYWORDS_PAIRS = "keywords.pairs";
  static final String ENGLISH = "english";
  static final String BODY = "body";

  private static final String SHOWN = "shown.";
  private static final String SHOWN_NAME_ENGLISH = SHOWN + "nameEnglish";
  private static final String SHOWN_SUMMARY = SHOWN + "summary";
  private static final String SHOWN_SUMMARY_ENGLISH = SHOWN + "summaryEnglish";
  private static final String SHOWN_FIELD = SHOWN + "field";
  private static final String SHOWN_FIELD_ENGLISH = SHOWN + "fieldEnglish";
  private static final String SHOWN_LEVEL = SHOWN + "level";

  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(
        VietnameseAnalysis.FOLDED,
        java.util.Map.of(
            NAME_EXACT, VietnameseAnalysis.EXACT,
            NAME_PAIRS, VietnameseAnalysis.PAIRS,
            KEYWORDS_PAIRS, VietnameseAnalysis.PAIRS));
  }

  static Term key(String code) {
    return new Term(CODE, code);
  }

  static Document of(Procedure procedure) {
    var document = new Document();
    var code = procedure.code().value();
    document.add(new StringField(CODE, code, Store.YES));
    document.add(new SortedDocValuesField(CODE, new BytesRef(code)));
    procedure
        .audiences()
        .forEach(it -> document.add(new StringField(AUDIENCE, it.name(), Store.NO)));
    procedure.lifeEvents().forEach(it -> document.add(new StringField(LIFE_EVENT, it, Store.NO)));

    document.add(new TextField(NAME, procedure.name(), Store.YES));
    document.add(new TextField(NAME_EXACT, procedure.name(), Store.NO));
    document.add(new TextField(NAME_PAIRS, procedure.name(), Store.NO));
    for (var keyword : procedure.keywords()) {
      document.add(new TextField(KEYWORDS, keyword, Store.NO));
      document.add(new TextField(KEYWORDS_PAIRS, keyword, Store.NO));
    }
    index(document, ENGLISH, procedure.nameEnglish());
    document.add(new TextField(BODY, body(procedure), Store.NO));

    store(document, SHOWN_NAME_ENGLISH, procedure.nameEnglish());
    store(document, SHOWN_SUMMARY, procedure.summary());
    store(document, SHOWN_SUMMARY_ENGLISH, procedure.summaryEnglish());
    store(document, SHOWN_FIELD, procedure.field().name());
    store(document, SHOWN_FIELD_ENGLISH, procedure.field().nameEnglish());
    procedure.levels().forEach(it -> store(document, SHOWN_LEVEL, it.name()));
    return document;
  }

  static SearchResults.Hit hit(Document document, Highlights highlights) {
    return new SearchResults.Hit(
        code(document),
        document.get(NAME),
        document.get(SHOWN_NAME_ENGLISH),
        document.get(SHOWN_SUMMARY),
        document.get(SHOWN_SUMMARY_ENGLISH),
        document.get(SHOWN_FIELD),
        document.get(SHOWN_FIELD_ENGLISH),
        Arrays.stream(document.getValues(SHOWN_LEVEL)).map(Level::valueOf).toList(),
        highlights);
  }

  static ProcedureCode code(Document document) {
    return new ProcedureCode(document.get(CODE));
  }

  /** What the spelling learns from: words people see in names, not those of long texts. */
  static List<String> vocabulary(Procedure procedure) {
    return Stream.concat(
            Stream.of(procedure.name(), orEmpty(procedure.nameEnglish())),
            procedure.keywords().stream())
        .toList();
  }

  private static String body(Procedure procedure) {
    var papers =
        procedure.papers().stream()
            .flatMap(papersOfCase -> papersOfCase.papers().stream())
            .map(Procedure.Paper::name);
    var results = procedure.results().stream().map(Procedure.Result::name);
    var agencies = procedure.agencies().executing().stream().map(Procedure.AgencyName::name);
    return Stream.of(
            Stream.of(
                orEmpty(procedure.summary()),
                orEmpty(procedure.summaryEnglish()),
                procedure.field().name(),
                orEmpty(procedure.field().nameEnglish())),
            papers,
            results,
            agencies)
        .flatMap(texts -> texts)
        .collect(Collectors.joining("\n"));
  }

  private static void index(Document document, String field, @Nullable String text) {
    if (text != null) document.add(new TextField(field, text, Store.NO));
  }

  private static void store(Document document, String field, @Nullable String text) {
    if (text != null) document.add(new StoredField(field, text));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private ProcedureDocument() {}
}
