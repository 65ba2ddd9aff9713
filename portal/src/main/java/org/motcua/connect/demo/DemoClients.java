package org.motcua.connect.demo;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientSecrets;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Two provinces' portals that sign people in, one as systems of 2020 do and one as they do today,
 * the national database that brings procedures, and a program that files for people. Where they
 * listen may change from one start to the next.
 */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class DemoClients implements ApplicationRunner {

  private static final String SECRET = "motcua-demo-secret";

  private final ClientStore clients;
  private final ClientSecrets secrets;
  private final Clock clock;
  private final String quangNinh;
  private final String hue;

  DemoClients(
      ClientStore clients,
      ClientSecrets secrets,
      Clock clock,
      @Value("${motcua.demo-agencies.quang-ninh}") String quangNinh,
      @Value("${motcua.demo-agencies.hue}") String hue) {
    this.clients = clients;
    this.secrets = secrets;
    this.clock = clock;
    this.quangNinh = quangNinh;
    this.hue = hue;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    keep(
        client(
            "quangninh-portal",
            "000.00.00.H49",
            "Cổng dịch vụ công tỉnh Quảng Ninh",
            "Quảng Ninh province's public service portal",
            quangNinh,
            portal(quangNinh, false),
            Set.of(
                "catalogue.read",
                "dossiers.read",
                "dossiers.handle",
                "payments",
                "services.read")));
    keep(
        client(
            "hue-portal",
            "000.00.00.H57",
            "Cổng dịch vụ công tỉnh Thừa Thiên Huế",
            "Thừa Thiên Huế province's public service portal",
            hue,
            portal(hue, true),
            Set.of()));
    keep(
        client(
            "law-office",
            "000.00.00.H49",
            "Phần mềm hồ sơ của văn phòng luật sư",
            "A law office's software",
            null,
            new Client.Portal(
                true,
                true,
                List.of("http://localhost:3000/callback"),
                List.of(),
                null,
                EnumSet.of(PersonalData.NAME),
                EnumSet.of(PersonalData.FILING)),
            Set.of()));
    keep(
        client(
            "national-database",
            "000.00.00.G22",
            "Cơ sở dữ liệu quốc gia về thủ tục hành chính",
            "National database of administrative procedures",
            null,
            null,
            Set.of("catalogue.read", "catalogue.write")));
  }

  private void keep(Client client) {
    var known = clients.find(client.id()).orElse(null);
    if (known == null) {
      clients.save(client);
      clients.addSecret(client.id(), NewId.next(), secrets.encode(SECRET), clock.instant());
    } else if (hasMoved(known.portal(), client.portal())) {
      clients.save(client.in(known.stage()));
    }
  }

  /** What an administrator has changed stays, as long as it listens where it did. */
  private static boolean hasMoved(Client.@Nullable Portal known, Client.@Nullable Portal now) {
    return known != null
        && now != null
        && !known.redirectAddresses().containsAll(now.redirectAddresses());
  }

  private Client client(
      String id,
      String agency,
      String name,
      String englishName,
      @Nullable String home,
      Client.@Nullable Portal portal,
      Set<String> apiScopes) {
    return new Client(
        new ClientId(id),
        new AgencyId(agency),
        name,
        englishName,
        home,
        null,
        ClientStage.LIVE,
        portal,
        apiScopes,
        null,
        List.of(),
        clock.instant());
  }

  private static Client.Portal portal(String home, boolean proofKey) {
    return new Client.Portal(
        proofKey,
        true,
        List.of(home + "/login/oauth2/code/motcua"),
        List.of(home + "/"),
        home + "/logout/connect/back-channel/motcua",
        EnumSet.of(PersonalData.NAME, PersonalData.NUMBER),
        EnumSet.of(
            PersonalData.BIRTH,
            PersonalData.GENDER,
            PersonalData.PHONE,
            PersonalData.EMAIL,
            PersonalData.ADDRESS));
  }
}
