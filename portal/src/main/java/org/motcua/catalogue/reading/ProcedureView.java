package org.motcua.catalogue.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.organisation.Unit;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.QrDrawing;

/**
 * What a procedure's page shows.
 *
 * @param apply where it can be applied for online; null where it cannot
 * @param interlinked of the procedures done together with it, those that the catalogue holds
 * @param related of the related procedures, those that the catalogue holds
 * @param place null where no province may have a copy of its own
 * @param address where this page stands for good, and the same as a QR code
 * @param structuredData schema.org's GovernmentService as JSON-LD; null for what is not in force
 */
public record ProcedureView(
    Procedure procedure,
    Standing standing,
    @Nullable String apply,
    List<Procedure> interlinked,
    List<Procedure> related,
    @Nullable Place place,
    @Nullable QrDrawing address,
    @Nullable String structuredData) {

  /**
   * As readers will see it once it is published.
   *
   * @param desk the address where it is being written
   */
  public static ProcedureView draft(Procedure procedure, String desk) {
    return new ProcedureView(
        procedure, new Standing.Draft(desk), null, List.of(), List.of(), null, null, null);
  }

  /**
   * @param chosen the reader's province, if he has chosen one
   * @param ownCopy whether the text is that of the chosen province
   */
  public record Place(List<Choice> provinces, @Nullable Unit chosen, boolean ownCopy) {}
}
