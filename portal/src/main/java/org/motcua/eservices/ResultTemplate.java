package org.motcua.eservices;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
            .withLoader(PaperParts.loader())
            .compile(source));
  }

  /** All that stand between its braces. */
  Set<String> names() {
    var names = new TreeSet<String>();
    template.visit(
        new Mustache.Visitor() {
          @Override
          public void visitText(String text) {}

          @Override
          public void visitVariable(String name) {
            names.add(name);
          }

          @Override
          public boolean visitInclude(String name) {
            return true;
          }

          @Override
          public boolean visitSection(String name) {
            names.add(name);
            return true;
          }

          @Override
          public boolean visitInvertedSection(String name) {
            return visitSection(name);
          }
        });
    return names;
  }

  String render(Map<String, Object> values) {
    return template.execute(values);
  }
}
