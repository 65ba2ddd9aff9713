package org.motcua.eservices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motcua.documents.Printing;
import org.motcua.forms.Forms;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.QrPicture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A service's form on paper, to be filled in by hand: printed once, for as long as it stands. */
@Component
class BlankForms {

  /** Of some 100 kB each. */
  private static final int KEPT_AT_MOST = 200;

  private record Key(ServiceSlug slug, Language language) {}

  /** For as long as the very service that it was printed of is offered. */
  private record Kept(OnlineService service, byte[] pdf) {}

  private final Forms forms;
  private final Messages messages;
  private final Printing printing;
  private final String portal;
  private final Map<Key, Kept> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > KEPT_AT_MOST;
        }
      };

  BlankForms(
      Forms forms,
      Messages messages,
      Printing printing,
      @Value("${motcua.public-url}") String portal) {
    this.forms = forms;
    this.messages = messages;
    this.printing = printing;
    this.portal = portal;
  }

  byte[] of(OnlineService service, Language language) {
    var key = new Key(service.slug(), language);
    synchronized (kept) {
      var known = kept.get(key);
      if (known != null && known.service() == service) return known.pdf();
    }
    var pdf = print(service, language);
    synchronized (kept) {
      kept.put(key, new Kept(service, pdf));
    }
    return pdf;
  }

  byte[] print(OnlineService service, Language language) {
    var address = portal + "/services/" + service.slug();
    return printing.pdf(
        printing.html(
            "eservices/printing/form",
            Map.of(
                "page", Page.outside(language, messages),
                "service", service,
                "form", forms.blank(service.form(), language),
                "papers", papers(service, language),
                "address", address,
                "qr", QrPicture.dataUri(address))));
  }

  private List<EnclosedPaper> papers(OnlineService service, Language language) {
    return service.papers().stream()
        .map(
            paper ->
                new EnclosedPaper(
                    paper.name().in(language),
                    paper.hint() == null ? null : paper.hint().in(language),
                    !paper.required(),
                    forms.encloseIf(service.form(), paper.when(), language).orElse(null)))
        .toList();
  }
}
