package org.motcua.dossiers.together;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.Dossier;
import org.motcua.platform.web.ui.Task;

/**
 * One of several dossiers that are applied for together.
 *
 * @param agency to which it goes; null while the answers do not tell
 * @param waitsFor the service whose result it waits for; null: nothing
 * @param first the address of the dossier of that one
 * @param tasks what is still to be filled in for it alone
 */
public record PartView(
    Dossier dossier,
    String service,
    @Nullable String agency,
    String timeLimit,
    Bundle.State state,
    Bundle.@Nullable Reason reason,
    @Nullable String waitsFor,
    @Nullable String first,
    List<Task> tasks) {

  public String address() {
    return "/my/dossiers/" + dossier.id();
  }
}
