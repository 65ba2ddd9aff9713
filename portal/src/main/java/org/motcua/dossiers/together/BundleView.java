package org.motcua.dossiers.together;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Bundle;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.Task;

/**
 * What somebody applies for together, and how far each part is.
 *
 * @param name null where the package is offered no longer
 * @param tasks the common questions
 * @param answered whether nothing is wrong with them
 * @param ready whether all of it can be looked over and handed in
 * @param goOn where to go on
 * @param choices services that may be left out
 * @param chosen those of them that are not
 */
public record BundleView(
    Bundle bundle,
    @Nullable String name,
    List<Task> tasks,
    List<PartView> parts,
    boolean answered,
    boolean ready,
    String goOn,
    List<Choice> choices,
    Set<String> chosen) {

  public String here() {
    return "/my/packages/" + bundle.id();
  }
}
