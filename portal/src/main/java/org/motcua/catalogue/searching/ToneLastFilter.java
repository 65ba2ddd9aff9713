package org.motcua.catalogue.searching;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Writes a syllable's tone behind it ({@code hòa} and {@code hoà} → {@code hoa2}), so that the old
 * and the new way of placing it are one word.
 */
final class ToneLastFilter extends TokenFilter {

  /** Acute, grave, hook above, tilde, dot below. */
  private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  ToneLastFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) return false;
    var rewritten = toneLast(term.toString());
    term.setEmpty().append(rewritten);
    return true;
  }

  static String toneLast(String syllable) {
    var letters = new StringBuilder();
    var tone = 0;
    for (var c : Normalizer.normalize(syllable, Normalizer.Form.NFD).toCharArray()) {
      var found = TONES.indexOf(c);
      if (found < 0) letters.append(c);
      else tone = found + 1;
    }
    var bare = Normalizer.normalize(letters, Normalizer.Form.NFC);
    return tone == 0 ? bare : bare + tone;
  }
}
