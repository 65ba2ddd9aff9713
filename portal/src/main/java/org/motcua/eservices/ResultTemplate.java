package org.motcua.eservices;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;

/** The text of a result: {@code result.html}, a Mustache page whose values are always escaped. */
public final class ResultTemplate {

  private final Template template;

  private ResultTemplate(Template template) {
    this.template = template;
  }

  /**
   * @throws com.samskivert.mustache.MustacheException if it is no template
   */
  static ResultTemplate compile(String source) {
    return new ResultTemplate(
        Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .compile(source));
  }

  String render(Map<String, Object> values) {
    return template.execute(values);
  }
}
