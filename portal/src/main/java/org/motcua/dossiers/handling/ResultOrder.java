package org.motcua.dossiers.handling;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What the job that makes a result has to know besides the dossier.
 *
 * @param number in the agency's register, such as {@code 15/2026}
 */
record ResultOrder(UUID dossier, String number, LocalDate decidedOn, String leader) {}
