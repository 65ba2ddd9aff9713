package org.motcua.payments.gateway.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the platform's servers tell what became of a payment. */
@RestController("platformConfirmController")
class ConfirmController {

  private static final String PATH = "/payments/platform/confirm";
  private static final int LARGEST = 16 * 1024;

  private final TakeConfirmation takeConfirmation;

  ConfirmController(TakeConfirmation takeConfirmation) {
    this.takeConfirmation = takeConfirmation;
  }

  /** What is longer than any confirmation is cut, and so is none. */
  @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> confirm(HttpServletRequest request) throws IOException {
    return takeConfirmation.take(request.getInputStream().readNBytes(LARGEST));
  }
}
