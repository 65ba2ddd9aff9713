/**
 * Whoever is owed money outside of dossiers: traffic police, electricity and water companies, tax
 * offices, courts, the insurance fund. Each is asked what is owed, and told what was paid. What it
 * knows is made up: some for the people of the demonstration, the rest from the number asked for.
 */
@NullMarked
package org.motcua.simulators.outside.debts;

import org.jspecify.annotations.NullMarked;
