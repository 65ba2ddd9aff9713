/**
 * Who is at the door: accounts of citizens, enterprises and officers; sign-in; the provider of
 * tokens for machine clients; which addresses need whom.
 *
 * <p>Other modules know a person by {@link AccountId}, learn who is signed in from {@link
 * CurrentUser} and what the account knows of him from {@link Accounts}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "organisation",
      "platform :: audit",
      "platform :: clock",
      "platform :: ids",
      "platform :: limits",
      "platform :: mail",
      "platform :: secrets",
      "platform :: sessions",
      "platform :: sms",
      "platform :: ui",
      "platform :: web"
    })
package org.motcua.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
