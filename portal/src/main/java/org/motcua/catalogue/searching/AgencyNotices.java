package org.motcua.catalogue.searching;

import java.util.List;
import org.motcua.catalogue.FoundBeside.Kind;
import org.motcua.organisation.Organisation;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.stereotype.Component;

/** Agencies come, go and are renamed together, by a reform: then all of them are read anew. */
@Component
class AgencyNotices implements NoticeListener {

  private final BesideIndex index;

  AgencyNotices(BesideIndex index) {
    this.index = index;
  }

  @Override
  public String channel() {
    return Organisation.CHANGES;
  }

  /** The index itself reads everything when listening begins. */
  @Override
  public void listening() {}

  @Override
  public void heard(List<String> payloads) {
    index.fill(Kind.AGENCY);
  }
}
