package org.motcua.catalogue.questioning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.PublishedStore;
import org.motcua.platform.web.PublicPages;
import org.springframework.stereotype.Component;

/** Search engines may read every published question at its own address. */
@Component
class PagesOfQuestions implements PublicPages {

  private static final String ROOT = "/questions/";

  private final PublishedStore published;

  PagesOfQuestions(PublishedStore published) {
    this.published = published;
  }

  @Override
  public String kind() {
    return "questions";
  }

  @Override
  public List<String> paths(@Nullable String after, int limit) {
    var last = after == null ? null : after.substring(after.lastIndexOf('/') + 1);
    var key = last == null ? null : QuestionId.parse(last).orElse(null);
    return published.ids(key, limit).stream().map(id -> ROOT + id).toList();
  }
}
