/**
 * What people owe to others and pay here, besides the fees of dossiers: traffic fines, electricity
 * and water, taxes, charges of courts, contributions to social and health insurance.
 *
 * <p>Keeps no debts: whoever is owed is asked what is open, and is told what was paid until it has
 * heard.
 */
@NullMarked
@ApplicationModule(
    displayName = "bills",
    allowedDependencies = {
      "documents",
      "identity",
      "notifications",
      "organisation",
      "payments",
      "platform :: audit",
      "platform :: calling",
      "platform :: clock",
      "platform :: database",
      "platform :: ids",
      "platform :: limits",
      "platform :: secrets",
      "platform :: ui",
      "platform :: web"
    })
package org.motcua.bills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
