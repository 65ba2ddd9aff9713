/**
 * The national database of administrative procedures: what each one asks, costs and gives, and the
 * search that finds it.
 *
 * <p>Texts come from the ministries' and provinces' decisions; whoever offers a procedure online
 * tells so through {@link org.motcua.catalogue.OnlineServiceLinks}, for the catalogue stands below
 * the services.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "identity",
      "organisation",
      "platform :: audit",
      "platform :: clock",
      "platform :: csv",
      "platform :: ids",
      "platform :: limits",
      "platform :: notify",
      "platform :: secrets",
      "platform :: ui",
      "platform :: web"
    })
package org.motcua.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
