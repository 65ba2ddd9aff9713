package org.motcua.identity.sessions;

import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;

/** A browser as one would say it: "Chrome on Windows". */
final class BrowserWords {

  static String of(BrowserName name, Language language, Messages messages) {
    var browser =
        name.browser().isEmpty()
            ? messages.text(language, "identity.devices.browser.unknown")
            : name.browser();
    return name.system().isEmpty()
        ? browser
        : messages.text(language, "identity.devices.browser", browser, name.system());
  }

  private BrowserWords() {}
}
