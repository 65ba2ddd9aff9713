package org.motcua.payments.gateway.platform;

import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The platform's receipt for whoever may see the payment. */
@Controller("platformBillController")
class BillController {

  static final String PATH = "/platform-receipt";

  private final PlatformBills bills;
  private final Documents documents;

  BillController(PlatformBills bills, Documents documents) {
    this.bills = bills;
    this.documents = documents;
  }

  @GetMapping("/pay/{key}" + PATH)
  ResponseEntity<Resource> receipt(@PathVariable String key) {
    return bills
        .findDocument(key)
        .flatMap(documents::find)
        .map(document -> Download.attachment(document, documents.open(document.id())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
