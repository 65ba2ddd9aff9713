package org.motcua.connect.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Language;

/**
 * A system of an agency that is connected to the portal.
 *
 * @param name as people know it: "Cổng dịch vụ công tỉnh Quảng Ninh"
 * @param homeAddress where people find it
 * @param contact mail address of those who run it
 * @param portal null for one that signs nobody in
 * @param apiScopes which of our interfaces it may call in its agency's name
 * @param keys public keys with which it proves itself; null for one that has secrets
 */
public record Client(
    ClientId id,
    AgencyId agency,
    String name,
    @Nullable String englishName,
    @Nullable String homeAddress,
    @Nullable String contact,
    ClientStage stage,
    @Nullable Portal portal,
    Set<String> apiScopes,
    @Nullable Keys keys,
    List<Secret> secrets,
    Instant createdAt) {

  private static final Set<String> OPEN_DATA = Set.of("catalogue.read", "services.read");

  /**
   * What a client that signs people in has registered.
   *
   * @param proofKey whether every request must carry a code challenge (PKCE, RFC 7636)
   * @param refreshes whether it gets refresh tokens
   * @param redirectAddresses to which codes are sent, letter by letter
   * @param logoutAddresses to which people come back after signing out
   * @param backChannelAddress which is told of a sign-out that began elsewhere
   * @param required without which it cannot serve anybody
   * @param optional what each person may keep to himself
   */
  public record Portal(
      boolean proofKey,
      boolean refreshes,
      List<String> redirectAddresses,
      List<String> logoutAddresses,
      @Nullable String backChannelAddress,
      Set<PersonalData> required,
      Set<PersonalData> optional) {

    /** All that it wants to know. */
    public Set<PersonalData> asked() {
      var asked = EnumSet.noneOf(PersonalData.class);
      asked.addAll(required);
      asked.addAll(optional);
      return asked;
    }
  }

  /**
   * @param set a JWK set as JSON; null where it is fetched
   * @param address where the client publishes its set
   */
  public record Keys(@Nullable String set, @Nullable String address) {}

  /**
   * @param hash salted; as its clients' secrets are kept
   * @param expiresAt null for the one in use
   */
  public record Secret(UUID id, String hash, Instant createdAt, @Nullable Instant expiresAt) {}

  public String name(Language language) {
    return language == Language.ENGLISH && englishName != null ? englishName : name;
  }

  /** The same, further on. */
  public Client in(ClientStage now) {
    return copy(now, secrets);
  }

  /** The same, with those secrets. */
  Client with(List<Secret> others) {
    return copy(stage, others);
  }

  private Client copy(ClientStage at, List<Secret> with) {
    return new Client(
        id,
        agency,
        name,
        englishName,
        homeAddress,
        contact,
        at,
        portal,
        apiScopes,
        keys,
        with,
        createdAt);
  }

  /**
   * Which interfaces it may call today. One that is being built may call those alone that tell
   * nothing of anybody.
   */
  public Set<String> openScopes() {
    if (stage != ClientStage.SANDBOX) return apiScopes;
    return apiScopes.stream().filter(OPEN_DATA::contains).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it files applications for people, or handles its agency's. */
  public boolean worksWithDossiers() {
    return apiScopes.contains("dossiers.handle")
        || portal != null && portal.asked().contains(PersonalData.FILING);
  }

  public boolean sandbox() {
    return stage == ClientStage.SANDBOX;
  }

  public boolean closed() {
    return stage == ClientStage.CLOSED;
  }
}
