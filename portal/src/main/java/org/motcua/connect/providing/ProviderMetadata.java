package org.motcua.connect.providing;

import java.util.Arrays;
import java.util.List;
import org.motcua.connect.leaving.LogoutAddress;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.stereotype.Component;

/** What the discovery document says besides Spring's own (OpenID Connect Discovery 1.0, 3). */
@Component
class ProviderMetadata {

  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "iss",
          "aud",
          "exp",
          "iat",
          "auth_time",
          "acr",
          "nonce",
          "sid",
          "act",
          "name",
          "gender",
          "birthdate",
          "zoneinfo",
          "email",
          "email_verified",
          "phone_number",
          "phone_number_verified",
          "address",
          "TechID",
          "LoaiTaiKhoan",
          "SoCMND",
          "SoDinhDanh",
          "HoVaTen",
          "GioiTinh",
          "SoDienThoai",
          "ThuDienTu",
          "DiaChi",
          "MaSoThue",
          "MaSoDoanhNghiep",
          "TenDoanhNghiep",
          "loAs");

  private final String issuer;

  ProviderMetadata(@Value("${motcua.public-url}") String issuer) {
    this.issuer = issuer;
  }

  void customize(OidcProviderConfiguration.Builder document) {
    var methods = List.of("client_secret_basic", "client_secret_post", "private_key_jwt");
    var algorithms = List.of("RS256", "PS256", "ES256");
    document
        .scopes(
            scopes -> replace(scopes, List.of("openid", "profile", "email", "phone", "address")))
        .subjectTypes(types -> replace(types, List.of("pairwise")))
        .grantTypes(
            types ->
                replace(
                    types, List.of("authorization_code", "refresh_token", "client_credentials")))
        .tokenEndpointAuthenticationMethods(all -> replace(all, methods))
        .tokenIntrospectionEndpointAuthenticationMethods(all -> replace(all, methods))
        .tokenRevocationEndpointAuthenticationMethods(all -> replace(all, methods))
        .endSessionEndpoint(issuer + LogoutAddress.PATH)
        .claim("token_endpoint_auth_signing_alg_values_supported", algorithms)
        .claim("response_modes_supported", List.of("query"))
        .claim("claim_types_supported", List.of("normal"))
        .claim("claims_supported", CLAIMS)
        .claim("claims_parameter_supported", true)
        .claim("request_parameter_supported", false)
        .claim("request_uri_parameter_supported", false)
        .claim("acr_values_supported", levels())
        .claim("prompt_values_supported", List.of("none", "login", "consent", "select_account"))
        .claim(
            "ui_locales_supported", Arrays.stream(Language.values()).map(Language::code).toList())
        .claim("authorization_response_iss_parameter_supported", true)
        .claim("backchannel_logout_supported", true)
        .claim("backchannel_logout_session_supported", true);
  }

  private static List<String> levels() {
    return Arrays.stream(LevelOfAssurance.values()).map(LevelOfAssurance::acr).toList();
  }

  private static void replace(List<String> present, List<String> wanted) {
    present.clear();
    present.addAll(wanted);
  }
}
