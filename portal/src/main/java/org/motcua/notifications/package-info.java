/**
 * Word to a person: kept in the inbox, announced by SMS and e-mail as the person wants it.
 *
 * <p>A leaf: each module words its notices in its own messages, sends them through {@link
 * Notifications} in its own transaction, and the inbox shows them in whichever language it is read.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "identity",
      "platform :: clock",
      "platform :: ids",
      "platform :: mail",
      "platform :: outgoing",
      "platform :: sms",
      "platform :: ui",
      "platform :: web"
    })
package org.motcua.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
