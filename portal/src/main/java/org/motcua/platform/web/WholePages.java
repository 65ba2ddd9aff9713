package org.motcua.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Draws a page to its end before its first byte is sent: a template that fails leaves room for the
 * page that says so, and the filters around see one write where they saw hundreds.
 *
 * <p>Redirects are left to those who come after it. Unlike Spring's own views it logs no model:
 * what a page says of people is nobody's else.
 */
@Component
class WholePages implements ViewResolver, Ordered {

  private static final String SUFFIX = ".jte";

  private final TemplateEngine templates;
  private final Map<String, View> known = new ConcurrentHashMap<>();

  WholePages(TemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) return null;
    var view = known.get(name);
    if (view != null || !templates.hasTemplate(name + SUFFIX)) return view;
    return known.computeIfAbsent(name, found -> new WholePage(templates, found + SUFFIX));
  }

  private record WholePage(TemplateEngine templates, String template) implements View {

    @Override
    public String getContentType() {
      return MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var page = new Utf8ByteOutput();
      templates.render(template, all(model, request), page);
      response.setContentType(getContentType());
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }

    /** The model, and what stood in the address. */
    private static Map<String, Object> all(
        @Nullable Map<String, ?> model, HttpServletRequest request) {
      var all = new HashMap<String, Object>();
      if (request.getAttribute(View.PATH_VARIABLES) instanceof Map<?, ?> variables) {
        variables.forEach((name, value) -> all.put(String.valueOf(name), value));
      }
      if (model != null) all.putAll(model);
      return all;
    }
  }
}
