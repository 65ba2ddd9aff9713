package org.motcua.organisation.reforming;

import java.util.List;
import org.motcua.organisation.model.ImportFault;

/**
 * What came of a file of communes.
 *
 * @param unchanged lines that say what was already so
 */
public record ImportReport(int loaded, int unchanged, List<ImportFault> faults) {}
