package org.motcua.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteView;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/**
 * Draws a page to its end before its first byte is sent: a template that fails leaves room for the
 * page that says so, and the filters around see one write where they saw hundreds.
 */
@Component
class WholePages extends JteViewResolver {

  private final TemplateEngine templates;

  WholePages(TemplateEngine templates, JteProperties properties) {
    super(templates, properties);
    this.templates = templates;
  }

  @Override
  protected AbstractUrlBasedView instantiateView() {
    return new WholePage(templates);
  }

  private static final class WholePage extends JteView {

    private final TemplateEngine templates;

    WholePage(TemplateEngine templates) {
      super(templates);
      this.templates = templates;
    }

    @Override
    protected void renderMergedTemplateModel(
        Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      var page = new Utf8ByteOutput();
      templates.render(getUrl(), model, page);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }
  }
}
