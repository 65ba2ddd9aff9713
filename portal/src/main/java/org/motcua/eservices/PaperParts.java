package org.motcua.eservices;

import com.samskivert.mustache.Mustache.TemplateLoader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * What agencies' papers have in common (Decree 30/2020, appendix I), as a result's template
 * includes it: who issues it beside the country's name and motto, and at the end the verification
 * code beside the signature. Place and date stand in one of them, the dated one.
 */
final class PaperParts {

  static final List<String> NAMES =
      List.of("letterhead", "letterhead-dated", "signature", "signature-dated");

  static TemplateLoader loader() {
    return PaperParts::open;
  }

  private static Reader open(String name) {
    if (!NAMES.contains(name)) throw new IllegalArgumentException("No part of papers: " + name);
    try {
      var part = new ClassPathResource("printing/" + name + ".html");
      return new InputStreamReader(part.getInputStream(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PaperParts() {}
}
