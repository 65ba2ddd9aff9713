package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Phones;
import org.slf4j.LoggerFactory;

/** Who reads our log learns nobody's secrets, nor who anybody is. */
class LogsTests extends AttackTest {

  private static final String NEW_NUMBER = "022199404040";
  private static final String NEW_PHONE = "+84912404040";
  private static final String NEW_PASSWORD = "con mèo ngủ trên mái nhà";

  private final Lines lines = new Lines();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("org.motcua");
  private @Nullable Level before;

  @BeforeEach
  void listen() {
    before = ours.getLevel();
    ours.setLevel(Level.DEBUG);
    lines.setContext(root.getLoggerContext());
    lines.start();
    root.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(lines);
    lines.stop();
    ours.setLevel(before);
  }

  @Test
  void signingInAndRegisteringLeaveNoPersonInTheLog() {
    var mai = visitor().from("198.51.100.90").opens("/sign-in");
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD + " mistyped");
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD).follows();
    var code = Phones.awaitCode(PHONE);
    mai.submits("/sign-in/code", "code", code).follows();
    assertThat(mai.page()).contains("Nguyễn Thị Mai");

    Phones.clear(NEW_PHONE);
    var newcomer = visitor().from("198.51.100.91").opens("/register");
    newcomer
        .submits(
            "/register",
            "numberKind",
            "citizenId",
            "number",
            NEW_NUMBER,
            "fullName",
            "Võ Thị Sáng",
            "born.day",
            "4",
            "born.month",
            "4",
            "born.year",
            "1999",
            "gender",
            "FEMALE",
            "phone",
            "0912 404 040",
            "password",
            NEW_PASSWORD)
        .follows();
    var newCode = Phones.awaitCode(NEW_PHONE);
    newcomer.submits("/sign-in/code", "code", newCode).follows();
    assertThat(newcomer.status()).isEqualTo(200);

    var secrets =
        List.of(
            PASSWORD,
            NEW_PASSWORD,
            MAI,
            NEW_NUMBER,
            "912000001",
            "912 000 001",
            "912404040",
            "912 404 040",
            "Nguyễn Thị Mai",
            "Võ Thị Sáng",
            mai.session(),
            newcomer.session(),
            mai.cookie("motcua_attempt"),
            mai.cookie("motcua_browser"));
    assertThat(lines.all()).isNotNull();
    assertThat(lines.all())
        .allSatisfy(line -> assertThat(secrets).noneMatch(secret -> line.contains(secret)));
    assertThat(lines.all()).noneMatch(line -> holdsCode(line, code) || holdsCode(line, newCode));
  }

  /** Six digits by themselves, not some of a longer number. */
  private static boolean holdsCode(String line, String code) {
    return line.matches("(?s).*(?<![\\w-])" + code + "(?![\\w-]).*");
  }

  /** Messages as they are written, with what an exception adds. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {

    private final List<String> all = new CopyOnWriteArrayList<>();

    List<String> all() {
      return all;
    }

    @Override
    protected void append(ILoggingEvent event) {
      var line = new StringBuilder(event.getFormattedMessage()).append(event.getMDCPropertyMap());
      for (IThrowableProxy cause = event.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        line.append(' ').append(cause.getMessage());
      }
      all.add(line.toString());
    }
  }
}
