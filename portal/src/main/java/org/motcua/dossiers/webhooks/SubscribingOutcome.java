package org.motcua.dossiers.webhooks;

/** Every answer that a program can get that wants to be told. */
sealed interface SubscribingOutcome {

  record Subscribed(Webhook webhook, WebhookSecret secret) implements SubscribingOutcome {}

  record AddressRefused(String why) implements SubscribingOutcome {}

  /** By another webhook of the same program; its secret was shown then. */
  record AddressTaken() implements SubscribingOutcome {}

  record TooMany(int most) implements SubscribingOutcome {}
}
