package org.motcua.platform.mail;

import java.util.UUID;
import org.motcua.platform.outgoing.Carrier;
import org.motcua.platform.outgoing.Way;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands mail to the mail server. */
@Component
class MailCarrier implements Carrier {

  private static final int AT_ONCE = 6;

  private final ObjectProvider<MailServer> server;
  private final JsonMapper json;

  MailCarrier(ObjectProvider<MailServer> server, JsonMapper json) {
    this.server = server;
    this.json = json;
  }

  @Override
  public Way way() {
    return Way.MAIL;
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public Handed hand(UUID id, String content, boolean urgent) {
    return server.getObject().take(json.readValue(content, Mail.class));
  }
}
