/**
 * Where agencies' systems are connected: the OpenID provider with which their portals sign people
 * in, the tokens with which their programs call our interfaces, and what people let them have.
 *
 * <p>Who a person is, and how surely, it asks of identity; it adds which client may know what.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "identity",
      "identity :: access",
      "identity :: signing-out",
      "identity :: step-up",
      "organisation",
      "platform :: audit",
      "platform :: calling",
      "platform :: clock",
      "platform :: database",
      "platform :: ids",
      "platform :: notify",
      "platform :: secrets",
      "platform :: sessions",
      "platform :: ui",
      "platform :: web"
    })
package org.motcua.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
