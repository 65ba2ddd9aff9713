/**
 * One case from draft to returned result: filling in, submitting, handling at the desk, answering
 * requests for additions, tracking, and the printed forms that go with it.
 *
 * <p>The state of a dossier is one of the ten national statuses (or a draft); {@code
 * model/Transitions} is the only place that says how it may move.
 */
@NullMarked
@ApplicationModule(
    displayName = "dossiers",
    allowedDependencies = {
      "organisation",
      "identity",
      "notifications",
      "documents",
      "forms",
      "eservices",
      "catalogue",
      "payments",
      "platform :: api",
      "platform :: audit",
      "platform :: calling",
      "platform :: clock",
      "platform :: database",
      "platform :: idempotency",
      "platform :: ids",
      "platform :: limits",
      "platform :: mail",
      "platform :: notify",
      "platform :: secrets",
      "platform :: web",
      "platform :: ui"
    })
package org.motcua.dossiers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
