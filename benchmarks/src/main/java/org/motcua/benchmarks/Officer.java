package org.motcua.benchmarks;

import java.util.Map;

/** An officer at the desk, in one browser that stays signed in. */
record Officer(Browser browser) {

  /** One of the demo officers: of Phường Hồng Hà, and the accountant of all payments. */
  record Account(String name, String phone) {
    static final Account RECEPTION = new Account("hongha.reception", "0912000101");
    static final Account SPECIALIST = new Account("hongha.specialist", "0912000102");
    static final Account LEADER = new Account("hongha.leader", "0912000103");
    static final Account ACCOUNTANT = new Account("vpcp.accountant", "0912000403");
  }

  WebPage lookAtQueue() {
    return browser.open("/desk");
  }

  /** Opens the dossier and posts the one form for this act. */
  void act(String dossier, String act, Map<String, String> answers) {
    var here = "/desk/dossiers/" + dossier;
    var after = browser.submit(browser.open(here).formTo(here + "/" + act), answers);
    if (!"done".equals(after.address().getQuery())) {
      throw new UnexpectedPage("The act '" + act + "' was not done", after);
    }
  }
}
