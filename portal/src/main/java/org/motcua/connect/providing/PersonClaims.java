package org.motcua.connect.providing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.keys.PairwiseSubjects;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.signons.ClientPeople;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Person;
import org.springframework.stereotype.Component;

/**
 * What a client learns of a person: the claims of the national portal, as agencies' systems have
 * read them since 2020, and the standard ones of OpenID Connect Core 5.1. Of both, nothing that the
 * person has not agreed to.
 */
@Component
class PersonClaims {

  private static final int CITIZEN = 1;
  private static final int ORGANISATION = 2;

  /** Digits of a CMND; a CCCD has twelve. */
  private static final int FORMER_NUMBER = 9;

  private final ClientPeople people;
  private final AgreementStore agreements;
  private final PairwiseSubjects subjects;

  PersonClaims(ClientPeople people, AgreementStore agreements, PairwiseSubjects subjects) {
    this.people = people;
    this.agreements = agreements;
    this.subjects = subjects;
  }

  /**
   * As userinfo answers; empty where the person is gone.
   *
   * @param scopes of the token, which may be narrower than the sign-on
   */
  Map<String, Object> of(SignOn signOn, Set<String> scopes, Client client) {
    return people
        .find(signOn.account(), client)
        .map(
            person -> {
              var given = given(signOn, client);
              var claims = new Claims();
              national(person, given, signOn, claims);
              var asked = AskedClaims.of(signOn.request().claims()).inUserInfo();
              standard(person, given, scopes, asked, claims);
              claims.put("sub", subjects.of(signOn.account(), client.agency()));
              return claims.all;
            })
        .orElse(Map.of());
  }

  /** Those that it has asked to find in the ID token itself. */
  Map<String, Object> askedInIdToken(SignOn signOn, Client client) {
    var asked = AskedClaims.of(signOn.request().claims()).inIdToken();
    asked.removeAll(Set.of("sub", "acr", "auth_time", "sid", "nonce"));
    if (asked.isEmpty()) return Map.of();
    return people
        .find(signOn.account(), client)
        .map(
            person -> {
              var given = given(signOn, client);
              var claims = new Claims();
              national(person, given, signOn, claims);
              standard(person, given, Set.of(), asked, claims);
              claims.all.keySet().retainAll(asked);
              return claims.all;
            })
        .orElse(Map.of());
  }

  private Set<PersonalData> given(SignOn signOn, Client client) {
    var portal = client.portal();
    if (portal == null) return Set.of();
    var agreed =
        agreements
            .find(signOn.account(), client.id())
            .map(Agreement::given)
            .orElse(Set.<PersonalData>of());
    var given = portal.asked();
    given.retainAll(agreed);
    return given;
  }

  private void national(Person person, Set<PersonalData> given, SignOn signOn, Claims claims) {
    claims.put("TechID", person.id().toString());
    claims.put("LoaiTaiKhoan", person.kind() == AccountKind.CITIZEN ? CITIZEN : ORGANISATION);
    claims.put("loAs", signOn.acr());
    var enterprise = person.kind() == AccountKind.ENTERPRISE;
    if (given.contains(PersonalData.NAME)) {
      claims.put(enterprise ? "TenDoanhNghiep" : "HoVaTen", person.name());
    }
    if (given.contains(PersonalData.NUMBER)) {
      var number = person.citizenId();
      if (number != null) {
        claims.put(number.length() == FORMER_NUMBER ? "SoCMND" : "SoDinhDanh", number);
      }
      claims.put("MaSoThue", person.taxCode());
      claims.put("MaSoDoanhNghiep", person.taxCode());
    }
    if (given.contains(PersonalData.GENDER) && person.gender() != null) {
      claims.put("GioiTinh", NationalCodes.of(person.gender()));
    }
    if (given.contains(PersonalData.PHONE)) {
      claims.put("SoDienThoai", NationalCodes.domestic(person.phone()));
    }
    if (given.contains(PersonalData.EMAIL)) claims.put("ThuDienTu", person.email());
    if (given.contains(PersonalData.ADDRESS))
      claims.put("DiaChi", people.homeOf(person).orElse(null));
  }

  /** By scope (Core 5.4), and those that were asked for one by one (5.5). */
  private void standard(
      Person person, Set<PersonalData> given, Set<String> scopes, Set<String> asked, Claims to) {
    var profile = scopes.contains("profile");
    if (given.contains(PersonalData.NAME)) to.putIf(profile, asked, "name", person.name());
    if (given.contains(PersonalData.BIRTH) && person.dateOfBirth() != null) {
      to.putIf(profile, asked, "birthdate", person.dateOfBirth().toString());
    }
    if (given.contains(PersonalData.GENDER) && person.gender() != null) {
      to.putIf(profile, asked, "gender", NationalCodes.english(person.gender()));
    }
    to.putIf(profile, asked, "zoneinfo", "Asia/Ho_Chi_Minh");
    if (given.contains(PersonalData.EMAIL) && person.email() != null) {
      to.putIf(scopes.contains("email"), asked, "email", person.email());
      to.putIf(scopes.contains("email"), asked, "email_verified", true);
    }
    if (given.contains(PersonalData.PHONE)) {
      to.putIf(scopes.contains("phone"), asked, "phone_number", person.phone());
      to.putIf(scopes.contains("phone"), asked, "phone_number_verified", true);
    }
    var address = people.homeOf(person).orElse(null);
    if (given.contains(PersonalData.ADDRESS) && address != null) {
      to.putIf(
          scopes.contains("address"),
          asked,
          "address",
          Map.of("formatted", address, "country", "VN"));
    }
  }

  /** In the order in which they are put; null is nothing. */
  private static final class Claims {

    private final Map<String, Object> all = new LinkedHashMap<>();

    void put(String name, @Nullable Object value) {
      if (value != null) all.put(name, value);
    }

    void putIf(boolean inScope, Set<String> asked, String name, Object value) {
      if (inScope || asked.contains(name)) all.put(name, value);
    }
  }
}
