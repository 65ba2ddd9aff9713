package org.motcua.eservices;

import java.util.Arrays;
import java.util.Locale;
import org.motcua.platform.web.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The form for those who fill it in by hand. */
@RestController
class BlankFormController {

  private final OnlineServices services;
  private final BlankForms forms;

  BlankFormController(OnlineServices services, BlankForms forms) {
    this.services = services;
    this.forms = forms;
  }

  @GetMapping(path = "/services/{slug}/form.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> form(@PathVariable String slug, Locale locale) {
    var service =
        ServiceSlug.parse(slug)
            .flatMap(services::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var language = Language.of(locale);
    var pdf = forms.of(service, language);
    var name = service.slug() + "." + language.code() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noCache())
        .eTag('"' + language.code() + "-" + Integer.toHexString(Arrays.hashCode(pdf)) + '"')
        .header(
            "Content-Disposition", ContentDisposition.inline().filename(name).build().toString())
        .body(pdf);
  }
}
