package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;

/** A procedure as the index knows it: what is searched, what filters, what a result shows. */
final class ProcedureDocument {

  static final String CODE = "code";
  static final String FAMILY = "family";
  static final String PLACE = "place";
  static final String PLACE_NATIONAL = "national";
  static final String PLACE_ORPHANED = "orphaned";
  static final String COPIED_IN = "copiedIn";

  static final String NAME = "name";
  static final String NAME_EXACT = "name.exact";
  static final String NAME_PAIRS = "name.pairs";
  static final String NAME_WHOLE = "name.whole";
  static final String NAME_LENGTH = "name.length";
  static final String KEYWORDS = "keywords";
  static final String KEYWORDS_PAIRS = "keywords.pairs";
  static final String ENGLISH = "english";
  static final String ENGLISH_WHOLE = "english.whole";
  static final String BODY = "body";

  /** Where no phrase is ever looked for, positions need not be kept. */
  private static final FieldType WORDS_ONLY = wordsOnly();

  /** Few words, of which each is as good as any other: how many there are does not count. */
  private static final FieldType FEW_WORDS = fewWords();

  /** As those, where phrases are looked for. */
  private static final FieldType PHRASES = phrases();

  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(
        VietnameseAnalysis.FOLDED,
        Map.of(
            NAME_EXACT, VietnameseAnalysis.EXACT,
            NAME_PAIRS, VietnameseAnalysis.PAIRS,
            KEYWORDS_PAIRS, VietnameseAnalysis.PAIRS));
  }

  static Term family(ProcedureCode national) {
    return new Term(FAMILY, national.value());
  }

  static List<Document> of(Family family) {
    return family.members().stream().map(member -> of(member, family)).toList();
  }

  private static Document of(Procedure procedure, Family family) {
    var document = new Document();
    var code = procedure.code().value();
    document.add(new StringField(CODE, code, Store.NO));
    document.add(new SortedDocValuesField(CODE, new BytesRef(code)));
    document.add(new StringField(FAMILY, family.national().value(), Store.NO));
    place(document, procedure, family);
    for (var dimension : Dimension.values()) dimension.add(document, procedure);

    document.add(new TextField(NAME, procedure.name(), Store.NO));
    document.add(new TextField(NAME_EXACT, procedure.name(), Store.NO));
    document.add(new Field(NAME_PAIRS, procedure.name(), FEW_WORDS));
    whole(document, NAME_WHOLE, procedure.name());
    document.add(new NumericDocValuesField(NAME_LENGTH, procedure.name().length()));
    for (var keyword : procedure.keywords()) {
      document.add(new Field(KEYWORDS, keyword, PHRASES));
      document.add(new Field(KEYWORDS_PAIRS, keyword, FEW_WORDS));
    }
    var english = procedure.nameEnglish();
    if (english != null) {
      document.add(new Field(ENGLISH, english, FEW_WORDS));
      whole(document, ENGLISH_WHOLE, english);
    }
    document.add(new Field(BODY, body(procedure), WORDS_ONLY));

    ShownText.add(document, procedure);
    return document;
  }

  private static void place(Document document, Procedure procedure, Family family) {
    var keeper = procedure.code().keeper();
    if (keeper.isPresent()) {
      document.add(new StringField(PLACE, keeper.get().value(), Store.NO));
      if (family.orphaned(procedure)) {
        document.add(new StringField(PLACE, PLACE_ORPHANED, Store.NO));
      }
    } else {
      document.add(new StringField(PLACE, PLACE_NATIONAL, Store.NO));
      family
          .keepers()
          .forEach(copier -> document.add(new StringField(COPIED_IN, copier, Store.NO)));
    }
  }

  /** What the spelling learns from: words people see in names, not those of long texts. */
  static List<String> vocabulary(Procedure procedure) {
    var texts = new ArrayList<String>();
    texts.add(procedure.name());
    if (procedure.nameEnglish() != null) texts.add(procedure.nameEnglish());
    texts.addAll(procedure.keywords());
    return texts;
  }

  static String body(Procedure procedure) {
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

  /** As one term, for what begins with what is being typed. */
  private static void whole(Document document, String field, String text) {
    var folded = Dimension.bounded(VietnameseAnalysis.folded(text));
    document.add(new StringField(field, folded, Store.NO));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static FieldType phrases() {
    var phrases = new FieldType(TextField.TYPE_NOT_STORED);
    phrases.setOmitNorms(true);
    phrases.freeze();
    return phrases;
  }

  private static FieldType fewWords() {
    var few = new FieldType(wordsOnly());
    few.setOmitNorms(true);
    few.freeze();
    return few;
  }

  private static FieldType wordsOnly() {
    var type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  private ProcedureDocument() {}
}
