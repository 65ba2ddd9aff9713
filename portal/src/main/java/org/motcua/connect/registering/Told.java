package org.motcua.connect.registering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;

/** What a redirect tells on the system's page. */
enum Told {
  REGISTERED,
  REGISTERED_BEFORE,
  CHANGED,
  AS_BEFORE,
  SECRET_SHOWN,
  FORMER_ENDED,
  LIVE,
  CLOSED;

  String redirect(ClientId client) {
    return "redirect:" + ClientsController.HERE + "/" + client + "?told=" + inAddress();
  }

  String message() {
    return "connect.clients.told." + inAddress();
  }

  static @Nullable Told parse(@Nullable String text) {
    for (var told : values()) if (told.inAddress().equals(text)) return told;
    return null;
  }

  private String inAddress() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
