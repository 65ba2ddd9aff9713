package org.motcua.connect;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;

/** Agencies' sites made up for one test each. */
public class TestSites {

  private static final String HOME = "https://thu.quangninh.example";
  private static final String BACK = "/help";

  public static final String REDIRECT = HOME + BACK;

  private static final Set<PersonalData> NEEDED =
      EnumSet.of(PersonalData.NAME, PersonalData.NUMBER);
  private static final Set<PersonalData> WISHED =
      EnumSet.of(PersonalData.BIRTH, PersonalData.PHONE, PersonalData.EMAIL);

  private final ClientStore clients;
  private final KnownClients known;
  private final SignOnStore signOns;

  public TestSites(ClientStore clients, KnownClients known, SignOnStore signOns) {
    this.clients = clients;
    this.known = known;
    this.signOns = signOns;
  }

  /** Needs the name and the number; birthday, phone and mail it would like to have. */
  public Client open() {
    return keep(UUID.randomUUID().toString(), ClientStage.LIVE, NEEDED, WISHED);
  }

  public Client beingBuilt() {
    return keep(UUID.randomUUID().toString(), ClientStage.SANDBOX, NEEDED, WISHED);
  }

  /** Which is told of sign-outs. */
  public Client openToldAt(URI backChannel) {
    var id = UUID.randomUUID().toString();
    return keep(HOME, backChannel.toString(), id, ClientStage.LIVE, NEEDED, WISHED);
  }

  /** With pages that can be opened. */
  public Client openAt(String home) {
    return keep(home, null, UUID.randomUUID().toString(), ClientStage.LIVE, NEEDED, WISHED);
  }

  public Client wants(Client client, Set<PersonalData> required, Set<PersonalData> optional) {
    return keep(client.id().value(), ClientStage.LIVE, required, optional);
  }

  public Client close(Client client) {
    return keep(client.id().value(), ClientStage.CLOSED, NEEDED, WISHED);
  }

  /** The person is signed in there now. */
  public SignOn signOn(AccountId account, Client client) {
    var now = Instant.now();
    var signOn =
        new SignOn(
            NewId.next(),
            client.id(),
            account,
            null,
            null,
            "session of " + account,
            UUID.randomUUID().toString(),
            "LoA2",
            now,
            new SignOn.Request(Set.of("openid"), REDIRECT, null, null, null),
            now,
            null,
            0,
            null,
            null,
            now.plus(SignOn.LIFE));
    signOns.add(signOn);
    signOns.useCode(signOn.id(), now);
    return signOn;
  }

  public boolean isLive(SignOn signOn) {
    return signOns.find(signOn.id()).filter(it -> it.live(Instant.now())).isPresent();
  }

  private Client keep(
      String id, ClientStage stage, Set<PersonalData> required, Set<PersonalData> optional) {
    return keep(HOME, null, id, stage, required, optional);
  }

  private Client keep(
      String home,
      @Nullable String backChannel,
      String id,
      ClientStage stage,
      Set<PersonalData> required,
      Set<PersonalData> optional) {
    var client =
        new Client(
            new ClientId(id),
            new AgencyId("000.00.00.H49"),
            "Cổng thử của Quảng Ninh",
            "Quảng Ninh's trial portal",
            home,
            null,
            stage,
            new Client.Portal(
                false, true, List.of(home + BACK), List.of(), backChannel, required, optional),
            Set.of(),
            null,
            List.of(),
            Instant.now());
    clients.save(client);
    known.heard(List.of(id));
    return client;
  }
}
