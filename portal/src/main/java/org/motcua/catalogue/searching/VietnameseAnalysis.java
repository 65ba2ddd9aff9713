package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Three readings of one Vietnamese text. Written Vietnamese separates syllables, not words, so a
 * token is a syllable and the pairs carry the meaning.
 */
final class VietnameseAnalysis {

  /** As typed on a keyboard without accents: {@code Đăng ký} → {@code dang ki}. */
  static final Analyzer FOLDED =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var tokens = new ICUTokenizer();
          return new TokenStreamComponents(tokens, new FinalVowelFilter(folding(tokens)));
        }
      };

  /** With every accent, wherever in the syllable its tone was put: {@code hoà} = {@code hòa}. */
  static final Analyzer EXACT =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var tokens = new ICUTokenizer();
          return new TokenStreamComponents(tokens, new ToneLastFilter(normalizing(tokens)));
        }
      };

  /** Pairs of folded syllables: {@code khai sinh}. */
  static final Analyzer PAIRS =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var tokens = new ICUTokenizer();
          var pairs = new ShingleFilter(new FinalVowelFilter(folding(tokens)), 2, 2);
          pairs.setOutputUnigrams(false);
          return new TokenStreamComponents(tokens, pairs);
        }
      };

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

  static List<Token> tokens(Analyzer analyzer, String text) {
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

  static List<String> terms(Analyzer analyzer, String text) {
    return tokens(analyzer, text).stream().map(Token::term).toList();
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
    return new ICUFoldingFilter(tokens);
  }

  private static TokenStream normalizing(TokenStream tokens) {
    return new ICUNormalizer2Filter(tokens);
  }

  private VietnameseAnalysis() {}
}
