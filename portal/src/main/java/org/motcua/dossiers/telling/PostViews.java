package org.motcua.dossiers.telling;

import java.util.List;
import org.motcua.dossiers.PostalStage;
import org.motcua.dossiers.PostalStep;
import org.motcua.dossiers.model.Consignment;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.TimelineEntry;
import org.motcua.platform.web.ui.TimelineEntry.State;
import org.springframework.stereotype.Component;

/** Says in words where a result is that goes by post. */
@Component
public class PostViews {

  private final ConsignmentStore post;
  private final Messages messages;

  PostViews(ConsignmentStore post, Messages messages) {
    this.post = post;
    this.messages = messages;
  }

  /** For the applicant and the agency, who know where it goes and who took it. */
  public PostView of(Dossier dossier, Language language) {
    return view(dossier, true, language);
  }

  /** For anyone who has the code: no name and no house. */
  public PostView forPublic(Dossier dossier, Language language) {
    return view(dossier, false, language);
  }

  private PostView view(Dossier dossier, boolean whole, Language language) {
    var letter = post.findLast(dossier.id());
    return new PostView(
        dossier.delivery(),
        whole ? post.findAddress(dossier.id()).orElse(null) : null,
        letter.map(Consignment::tracking).orElse(null),
        letter.map(Consignment::followAt).orElse(null),
        letter.filter(Consignment::open).isPresent(),
        letter.filter(it -> it.state() == Consignment.State.CAME_BACK).isPresent(),
        letter.map(Consignment::steps).orElseGet(List::of).stream()
            .map(step -> entry(step, whole, language))
            .toList());
  }

  private TimelineEntry entry(PostalStep step, boolean whole, Language language) {
    var words = messages.text(language, step.stage().messageKey());
    return new TimelineEntry(
        words,
        new Formats(language).dateTime(step.at()),
        step.place().isEmpty() ? null : step.place(),
        whole ? step.note() : null,
        step.stage() == PostalStage.CAME_BACK ? State.BROKEN_OFF : State.DONE);
  }
}
