package org.motcua.eservices;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Printing;
import org.motcua.documents.PrintingOutside;
import org.motcua.forms.Answers;
import org.motcua.forms.FilledIn;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Prefill;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.QrPicture;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.HtmlUtils;

/** Writes what people would see of a service into a folder, to be looked at in a browser. */
final class Preview {

  private static final List<String> SHEETS = List.of("base.css", "components.css", "layout.css");
  private static final String KIT = "govuk-frontend.min.css";
  private static final String PAPER = "official.css";
  private static final String VERIFY = "https://example.vn/verify/ABCD-1234";
  static final String RESULT = "result.pdf";

  private final OnlineService service;
  private final Forms forms;
  private final Messages messages;
  private final Path folder;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final BlankForms blankForms;
  private final Printing printing = PrintingOutside.with(templates);

  Preview(OnlineService service, Forms forms, Messages messages, Path folder) {
    this.service = service;
    this.forms = forms;
    this.messages = messages;
    this.folder = folder;
    this.blankForms = new BlankForms(forms, messages, printing, "https://example.vn");
  }

  /**
   * @param filled an example that has no fault, if there is one
   * @return what is worth opening
   */
  List<Path> write(@Nullable FilledIn filled) throws IOException {
    for (var sheet : SHEETS) copy("/static/css/" + sheet, sheet);
    copy("/printing/" + PAPER, PAPER);
    copyKit();
    var answers = filled == null ? Answers.none() : filled.answers();
    var index = new StringBuilder();
    for (var language : Language.values()) {
      index.append("<h2 class=\"govuk-heading-m\">").append(text(language.code())).append("</h2>");
      index.append("<ol class=\"govuk-list govuk-list--number\">");
      for (var page : service.form().pages()) {
        var file = page.id() + "." + language.code() + ".html";
        page(page, answers, language, file);
        link(index, file, page.title().in(language));
      }
      var guide = "guide." + language.code() + ".html";
      shell(guide, language, service.name().in(language), service.guide().in(language));
      link(index, guide, language == Language.VIETNAMESE ? "Hướng dẫn" : "Guide");
      index.append("</ol>");
    }
    if (service.result() != null && filled != null) {
      var html = result(answers);
      Files.writeString(folder.resolve("result.html"), html.replace("print:" + PAPER, PAPER));
      Files.write(folder.resolve(RESULT), printing.pdf(html));
      index.append("<ul class=\"govuk-list govuk-list--bullet\">");
      link(index, RESULT, service.result().name().vi() + " (PDF)");
      link(index, "result.html", service.result().name().vi() + " (HTML)");
      index.append("</ul>");
    }
    index.append("<ul class=\"govuk-list govuk-list--bullet\">");
    for (var language : Language.values()) {
      var file = "form." + language.code() + ".pdf";
      Files.write(folder.resolve(file), blankForms.print(service, language));
      link(index, file, language == Language.VIETNAMESE ? "Tờ khai trống" : "Blank form");
    }
    index.append("</ul>");
    shell("index.html", Language.VIETNAMESE, service.name().vi(), index.toString());
    return Stream.of("index.html", RESULT, "form.vi.pdf")
        .map(folder::resolve)
        .filter(Files::exists)
        .toList();
  }

  private static void link(StringBuilder list, String file, String words) {
    list.append("<li><a class=\"govuk-link\" href=\"").append(file).append("\">");
    list.append(text(words)).append("</a></li>");
  }

  private void page(FormPage page, Answers answers, Language language, String file)
      throws IOException {
    var context = new FillingContext(today(), language);
    var questions = forms.ask(service.form(), page, answers, List.of(), Prefill.none(), context);
    var out = new StringOutput();
    templates.render(
        "forms/questions.jte",
        Map.of("page", Page.outside(language, messages), "questions", questions),
        out);
    shell(file, language, page.title().in(language), out.toString());
  }

  private String result(Answers answers) {
    var issue =
        new Issue(
            "1/" + today().getYear(),
            today(),
            "…, ngày … tháng … năm …",
            "Cơ quan cấp trên",
            "Cơ quan giải quyết",
            "Nguyễn Văn A",
            "Thủ trưởng",
            Instant.now(),
            new Issue.Mark("ABCD-1234", VERIFY, QrPicture.dataUri(VERIFY)));
    return new Results(forms).html(service, answers, issue);
  }

  private void shell(String file, Language language, String title, String html) throws IOException {
    var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + language.code() + "\"><head>");
    page.append("<meta charset=\"utf-8\"><title>").append(text(title)).append("</title>");
    page.append("<link rel=\"stylesheet\" href=\"" + KIT + "\">");
    for (var sheet : SHEETS) {
      page.append("<link rel=\"stylesheet\" href=\"").append(sheet).append("\">");
    }
    page.append("</head><body class=\"mc-page\"><div class=\"govuk-width-container\">");
    page.append("<main class=\"mc-main\"><h1 class=\"govuk-heading-l\">").append(text(title));
    page.append("</h1>").append(html).append("</main></div></body></html>\n");
    Files.writeString(folder.resolve(file), page);
  }

  private void copy(String resource, String file) throws IOException {
    try (var in = Preview.class.getResourceAsStream(resource)) {
      if (in != null) Files.write(folder.resolve(file), in.readAllBytes());
    }
  }

  private void copyKit() throws IOException {
    for (var sheet :
        new PathMatchingResourcePatternResolver()
            .getResources(
                "classpath*:META-INF/resources/webjars/govuk-frontend/*/dist/govuk/" + KIT)) {
      Files.write(folder.resolve(KIT), sheet.getContentAsByteArray());
    }
  }

  private static String text(String words) {
    return HtmlUtils.htmlEscape(words);
  }

  private static LocalDate today() {
    return LocalDate.now(CountryTime.ZONE);
  }
}
