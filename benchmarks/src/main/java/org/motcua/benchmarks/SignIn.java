package org.motcua.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Opens accounts and signs people in, as they do it themselves: password, then the code by SMS. */
final class SignIn {

  private static final String CITIZENS_PASSWORD = "mot-nguoi-me-o-ha-long";
  private static final String DEMO_PASSWORD = "MotCua@2020";

  private final Phones phones;

  SignIn(Phones phones) {
    this.phones = phones;
  }

  void register(Browser browser, Citizen citizen) throws InterruptedException, TimeoutException {
    var before = phones.messagesSoFar(citizen.phone());
    var codePage =
        browser.submit(
            browser.open("/register").formTo("/register"),
            Map.of(
                "numberKind", "citizenId",
                "number", citizen.number(),
                "fullName", citizen.name(),
                "born.day", Integer.toString(Citizen.BORN.getDayOfMonth()),
                "born.month", Integer.toString(Citizen.BORN.getMonthValue()),
                "born.year", Integer.toString(Citizen.BORN.getYear()),
                "gender", "FEMALE",
                "phone", citizen.phone(),
                "password", CITIZENS_PASSWORD));
    confirm(browser, codePage, phones.codeAfter(before, citizen.phone()));
  }

  void signIn(Browser browser, Officer.Account officer)
      throws InterruptedException, TimeoutException {
    var before = phones.messagesSoFar(officer.phone());
    var codePage =
        browser.submit(
            browser.open("/sign-in").formTo("/sign-in"),
            Map.of("name", officer.name(), "password", DEMO_PASSWORD));
    confirm(browser, codePage, phones.codeAfter(before, officer.phone()));
  }

  private static void confirm(Browser browser, WebPage codePage, String code) {
    var after = browser.submit(codePage.formTo("/sign-in/code"), Map.of("code", code));
    if (after.address().getPath().startsWith("/sign-in")) {
      throw new UnexpectedPage("Not signed in", after);
    }
  }
}
