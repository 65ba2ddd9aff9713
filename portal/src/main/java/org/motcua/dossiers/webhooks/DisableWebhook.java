package org.motcua.dossiers.webhooks;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.motcua.dossiers.webhooks.Webhook.Why;
import org.motcua.identity.Programs;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.mail.MailGateway;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends nothing any more to an address that takes nothing, and tells those who run the program. */
@Service
class DisableWebhook {

  private final WebhookStore webhooks;
  private final MessageStore messages;
  private final Programs programs;
  private final MailGateway mail;
  private final Messages words;
  private final AuditTrail audit;

  DisableWebhook(
      WebhookStore webhooks,
      MessageStore messages,
      Programs programs,
      MailGateway mail,
      Messages words,
      AuditTrail audit) {
    this.webhooks = webhooks;
    this.messages = messages;
    this.programs = programs;
    this.mail = mail;
    this.words = words;
    this.audit = audit;
  }

  /** Twice is once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void disable(UUID id, Why why, Instant now) {
    var found = webhooks.lock(id);
    if (found.isEmpty() || found.get().disabled()) return;
    webhooks.disable(id, why, now);
    messages.giveUpAll(id);
    audit.record(
        "system:dossiers",
        "dossiers.webhook-disabled",
        "webhook",
        id.toString(),
        Map.of("client", found.get().client(), "why", why.name()));
    programs.contactOf(found.get().client()).ifPresent(contact -> tell(contact, found.get(), why));
  }

  private void tell(String contact, Webhook webhook, Why why) {
    mail.send(
        contact,
        words.text(Language.VIETNAMESE, "dossiers.webhook.disabled.subject"),
        text(Language.VIETNAMESE, webhook, why) + "\n\n" + text(Language.ENGLISH, webhook, why));
  }

  private String text(Language language, Webhook webhook, Why why) {
    return words.text(
        language,
        "dossiers.webhook.disabled." + why.name().toLowerCase(Locale.ROOT),
        webhook.client(),
        webhook.address(),
        webhook.id().toString());
  }
}
