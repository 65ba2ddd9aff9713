package org.motcua.catalogue.searching;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** {@code ký} and {@code kí}, {@code lý} and {@code lí} are one syllable in two spellings. */
final class FinalVowelFilter extends TokenFilter {

  private static final Pattern CONSONANTS_AND_Y = Pattern.compile("[bcdghklmnpqrstvx]{1,3}y");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  FinalVowelFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) return false;
    if (CONSONANTS_AND_Y.matcher(term).matches()) term.buffer()[term.length() - 1] = 'i';
    return true;
  }

  static String finalVowel(String term) {
    return CONSONANTS_AND_Y.matcher(term).matches()
        ? term.substring(0, term.length() - 1) + 'i'
        : term;
  }
}
