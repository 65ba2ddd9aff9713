package org.motcua.connect.registering;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.platform.ids.NewId;
import org.springframework.util.MultiValueMap;

/**
 * What an administrator types about a system, as it was typed.
 *
 * @param key sent twice, the form does its work once
 * @param kinds {@code PORTAL}, {@code PROGRAM}
 * @param proofKey {@code true}, {@code false}
 * @param data for each kind of data {@code REQUIRED}, {@code OPTIONAL} or {@code NO}
 */
public record ClientForm(
    String key,
    String agency,
    String id,
    String name,
    String englishName,
    String homeAddress,
    String contact,
    List<String> kinds,
    String redirectAddresses,
    String logoutAddresses,
    String backChannelAddress,
    String proofKey,
    boolean refreshes,
    Map<PersonalData, String> data,
    List<String> scopes,
    String proof,
    String keySet,
    String keysAddress) {

  public static final String PORTAL = "PORTAL";
  public static final String PROGRAM = "PROGRAM";
  public static final String REQUIRED = "REQUIRED";
  public static final String OPTIONAL = "OPTIONAL";
  public static final String NO = "NO";

  /** As most begin: it signs people in and has to know whom. */
  static ClientForm blank(String agency) {
    var data = new EnumMap<PersonalData, String>(PersonalData.class);
    for (var kind : PersonalData.values()) data.put(kind, NO);
    data.put(PersonalData.NAME, REQUIRED);
    data.put(PersonalData.NUMBER, REQUIRED);
    return new ClientForm(
        NewId.next().toString(),
        agency,
        "",
        "",
        "",
        "",
        "",
        List.of(PORTAL),
        "",
        "",
        "",
        "true",
        true,
        data,
        List.of(),
        Proof.SECRET.name(),
        "",
        "");
  }

  static ClientForm of(Client client) {
    var portal = client.portal();
    var keys = client.keys();
    var data = new EnumMap<PersonalData, String>(PersonalData.class);
    for (var kind : PersonalData.values()) data.put(kind, portal == null ? NO : need(portal, kind));
    return new ClientForm(
        NewId.next().toString(),
        client.agency().value(),
        client.id().value(),
        client.name(),
        orBlank(client.englishName()),
        orBlank(client.homeAddress()),
        orBlank(client.contact()),
        Stream.of(portal == null ? null : PORTAL, client.apiScopes().isEmpty() ? null : PROGRAM)
            .filter(Objects::nonNull)
            .toList(),
        portal == null ? "" : String.join("\n", portal.redirectAddresses()),
        portal == null ? "" : String.join("\n", portal.logoutAddresses()),
        portal == null ? "" : orBlank(portal.backChannelAddress()),
        String.valueOf(portal == null || portal.proofKey()),
        portal == null || portal.refreshes(),
        data,
        client.apiScopes().stream().sorted().toList(),
        Proof.of(client).name(),
        keys == null ? "" : orBlank(keys.set()),
        keys == null ? "" : orBlank(keys.address()));
  }

  static ClientForm read(MultiValueMap<String, String> sent) {
    var data =
        Arrays.stream(PersonalData.values())
            .collect(
                Collectors.toMap(
                    kind -> kind,
                    kind -> typed(sent, "data." + kind),
                    (one, other) -> one,
                    () -> new EnumMap<>(PersonalData.class)));
    return new ClientForm(
        key(typed(sent, "key")),
        typed(sent, "agency"),
        typed(sent, "id").strip(),
        typed(sent, "name"),
        typed(sent, "englishName"),
        typed(sent, "homeAddress"),
        typed(sent, "contact"),
        sent.getOrDefault("kinds", List.of()),
        typed(sent, "redirectAddresses"),
        typed(sent, "logoutAddresses"),
        typed(sent, "backChannelAddress"),
        typed(sent, "proofKey"),
        typed(sent, "refreshes").equals("true"),
        data,
        sent.getOrDefault("scopes", List.of()),
        typed(sent, "proof"),
        typed(sent, "keySet"),
        typed(sent, "keysAddress"));
  }

  /** A private key that was pasted is not sent back once more. */
  ClientForm withoutKeys() {
    return new ClientForm(
        key,
        agency,
        id,
        name,
        englishName,
        homeAddress,
        contact,
        kinds,
        redirectAddresses,
        logoutAddresses,
        backChannelAddress,
        proofKey,
        refreshes,
        data,
        scopes,
        proof,
        "",
        keysAddress);
  }

  public boolean portal() {
    return kinds.contains(PORTAL);
  }

  public boolean program() {
    return kinds.contains(PROGRAM);
  }

  Set<PersonalData> data(String need) {
    return data.entrySet().stream()
        .filter(entry -> entry.getValue().equals(need))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  UUID uuid() {
    return UUID.fromString(key);
  }

  private static String need(Client.Portal portal, PersonalData kind) {
    if (portal.required().contains(kind)) return REQUIRED;
    return portal.optional().contains(kind) ? OPTIONAL : NO;
  }

  /** The one that was sent; another where it is none. */
  static String key(String sent) {
    try {
      return UUID.fromString(sent).toString();
    } catch (IllegalArgumentException notAKey) {
      return NewId.next().toString();
    }
  }

  private static String typed(MultiValueMap<String, String> sent, String name) {
    return orBlank(sent.getFirst(name));
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return "ClientForm";
  }
}
