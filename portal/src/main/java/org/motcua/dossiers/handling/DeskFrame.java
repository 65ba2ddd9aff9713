package org.motcua.dossiers.handling;

import java.util.ArrayList;
import java.util.List;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.NavLink;

/**
 * What stands around every list of the desk: where one sits, as what, and where else one can go.
 *
 * @param dossiers whether the officer has to do with dossiers at all
 * @param entrusted how many questions of others wait for him and those with his roles
 * @param desks all agencies where he has a post, if there are several
 * @param procedures whether the officer edits procedures besides
 * @param officers whether he keeps the agency's officers
 * @param services whether he looks after all online services
 * @param assists whether the officer sits at a counter, and files for citizens there
 * @param recovers whether he gives people their accounts back
 * @param registers whether he may print the agency's register
 * @param accounts whether he looks after money
 */
public record DeskFrame(
    AgencyId at,
    String agency,
    String roles,
    boolean dossiers,
    int entrusted,
    List<DeskChoice> desks,
    boolean procedures,
    boolean officers,
    boolean services,
    boolean assists,
    boolean recovers,
    boolean registers,
    boolean accounts) {

  /** Another desk of the same officer. */
  public record DeskChoice(String agency, String name) {}

  public List<NavLink> nav(Page page, String current) {
    var links = new ArrayList<NavLink>();
    add(links, page, current, "dossiers.nav.queue", "/desk", true);
    if (dossiers) {
      var here = "/desk/entrusted";
      links.add(
          new NavLink(
              page.t("dossiers.nav.entrusted"),
              here,
              here.equals(current),
              entrusted == 0 ? null : (long) entrusted));
    }
    add(links, page, current, "dossiers.nav.absences", "/desk/absences", dossiers);
    add(links, page, current, "dossiers.nav.register", "/desk/register", registers);
    add(links, page, current, "dossiers.nav.assisting", "/desk/assisting", assists);
    add(links, page, current, "dossiers.nav.recoveries", "/desk/recoveries", recovers);
    add(links, page, current, "payments.finance.payments", "/desk/payments", accounts);
    add(links, page, current, "dossiers.nav.procedures", "/desk/procedures", procedures);
    add(links, page, current, "dossiers.nav.officers", "/desk/officers", officers);
    add(links, page, current, "dossiers.nav.clients", "/desk/clients", officers);
    add(links, page, current, "payments.accounts.title", "/desk/payments/accounts", officers);
    add(links, page, current, "eservices.desk.title", "/desk/services", services);
    add(links, page, current, "catalogue.answering.nav.questions", "/desk/questions", true);
    add(links, page, current, "dossiers.nav.calendar", "/desk/calendar", true);
    add(links, page, current, "dossiers.nav.country", "/desk/country", true);
    return List.copyOf(links);
  }

  private static void add(
      List<NavLink> links, Page page, String current, String words, String href, boolean shown) {
    if (shown) links.add(new NavLink(page.t(words), href, href.equals(current)));
  }
}
