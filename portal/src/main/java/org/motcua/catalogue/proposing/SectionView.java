package org.motcua.catalogue.proposing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.SavedSection;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.catalogue.reading.Differences;
import org.motcua.platform.web.ui.FieldError;

/**
 * One page of the form.
 *
 * @param sections those that this kind of proposal has
 * @param checked faults were asked for, so the way on keeps asking
 * @param overtaken who saved this section meanwhile; null where nobody did
 * @param differences what is typed here against what that one saved
 */
public record SectionView(
    Proposal proposal,
    Section section,
    List<Section> sections,
    List<FieldView> fields,
    List<FieldError> errors,
    boolean checked,
    @Nullable SavedSection overtaken,
    List<Differences.Part> differences) {

  public String here() {
    return "/desk/procedures/" + proposal.id();
  }

  public @Nullable Section next() {
    var at = sections.indexOf(section);
    return at + 1 < sections.size() ? sections.get(at + 1) : null;
  }

  public @Nullable SavedSection saved() {
    return proposal.saved().get(section);
  }
}
