package org.motcua.catalogue.questioning;

import java.util.List;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.questioning.model.PublishedQuestion;

/**
 * The questions that helped most, for the page of their procedure.
 *
 * @param total how many there are in all
 */
public record OnProcedure(ProcedureCode procedure, List<PublishedQuestion> best, long total) {}
