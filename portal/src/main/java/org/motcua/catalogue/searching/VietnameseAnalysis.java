package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Analyzer.TokenStreamComponents;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Three readings of one Vietnamese text. Written Vietnamese separates syllables, not words, so a
 * token is a syllable and the pairs carry the meaning.
 */
final class VietnameseAnalysis {

  /** As typed on a keyboard without accents: {@code Đăng ký} → {@code dang ki}. */
  static final Kind FOLDED = new Kind(VietnameseAnalysis::folding);

  /** With every accent, wherever in the syllable its tone was put: {@code hoà} = {@code hòa}. */
  static final Kind EXACT = new Kind(VietnameseAnalysis::exact);

  /** Pairs of folded syllables: {@code khai sinh}. */
  static final Kind PAIRS = new Kind(VietnameseAnalysis::pairs);

  /**
   * @param surface as it stands in the text
   * @param term as it stands in the index
   */
  record Token(String surface, String term, int start, int end) {

    /** Typed without any accent. */
    boolean bare() {
      return surface.chars().allMatch(c -> c < 128);
    }
  }

  static List<Token> tokens(Kind kind, String text) {
    return kind.lend(analyzer -> tokens(analyzer, text));
  }

  private static List<Token> tokens(Analyzer analyzer, String text) {
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var tokens = new ArrayList<Token>();
      stream.reset();
      while (stream.incrementToken()) {
        var start = offset.startOffset();
        var end = offset.endOffset();
        tokens.add(new Token(text.substring(start, end), term.toString(), start, end));
      }
      stream.end();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> terms(Kind kind, String text) {
    return tokens(kind, text).stream().map(Token::term).toList();
  }

  /** The text as one term: {@code Bộ Tài chính} → {@code bo tai chinh}. */
  static String folded(String text) {
    return String.join(" ", terms(FOLDED, text));
  }

  /** A single syllable as {@link #EXACT} has it. */
  static String exactly(String syllable) {
    return String.join("", terms(EXACT, syllable));
  }

  private static TokenStream folding(TokenStream tokens) {
    return new FinalVowelFilter(new ICUFoldingFilter(tokens));
  }

  private static TokenStream exact(TokenStream tokens) {
    return new ToneLastFilter(new ICUNormalizer2Filter(tokens));
  }

  private static TokenStream pairs(TokenStream tokens) {
    var pairs = new ShingleFilter(folding(tokens), 2, 2);
    pairs.setOutputUnigrams(false);
    return pairs;
  }

  /**
   * One of the three readings. Its tokenizer is dear to make, and Lucene keeps one for each thread:
   * a thread that serves a single request would make its own for a single query. So ready ones are
   * lent and given back.
   */
  static final class Kind extends Analyzer {

    private final UnaryOperator<TokenStream> filters;
    private final Queue<Analyzer> idle = new ConcurrentLinkedQueue<>();

    private Kind(UnaryOperator<TokenStream> filters) {
      this(filters, GLOBAL_REUSE_STRATEGY);
    }

    private Kind(UnaryOperator<TokenStream> filters, ReuseStrategy reuse) {
      super(reuse);
      this.filters = filters;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var tokens = new ICUTokenizer();
      return new TokenStreamComponents(tokens, filters.apply(tokens));
    }

    private <T> T lend(Function<Analyzer, T> work) {
      var ready = idle.poll();
      var lent = ready == null ? new Kind(filters, new OneBorrower()) : ready;
      try {
        return work.apply(lent);
      } finally {
        idle.add(lent);
      }
    }
  }

  /** For an analyzer that one thread at a time has in hand, whichever thread that is. */
  private static final class OneBorrower extends Analyzer.ReuseStrategy {

    private @Nullable TokenStreamComponents kept;

    @Override
    public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
      return kept;
    }

    @Override
    public void setReusableComponents(
        Analyzer analyzer, String field, TokenStreamComponents components) {
      kept = components;
    }
  }

  private VietnameseAnalysis() {}
}
