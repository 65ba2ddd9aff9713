/**
 * Speaks with the systems in which somebody else handles what people apply for here: hands dossiers
 * over and brings back how far they are. An edge: nothing uses it.
 */
@NullMarked
@ApplicationModule(
    displayName = "exchange",
    allowedDependencies = {
      "documents",
      "dossiers",
      "eservices",
      "platform :: calling",
      "platform :: clock",
      "platform :: web"
    })
package org.motcua.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
