package org.motcua.simulators.agency.signon;

import java.util.Map;
import org.motcua.simulators.agency.people.NationalIdentity;
import org.motcua.simulators.agency.people.Visitor;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Asks the portal who somebody is (userinfo), once at each sign-in. */
@Component
class VisitorService implements OAuth2UserService<OidcUserRequest, OidcUser> {

  static final String INCOMPLETE = "incomplete_user_info";

  private final OidcUserService standard;

  VisitorService(PortalHttp http) {
    var userInfo = new DefaultOAuth2UserService();
    userInfo.setRestOperations(http.templateForUserInfo());
    standard = new OidcUserService();
    standard.setOauth2UserService(userInfo);
  }

  @Override
  public Visitor loadUser(OidcUserRequest request) {
    var user = standard.loadUser(request);
    var acr = user.getIdToken().getAuthenticationContextClass();
    return NationalIdentity.from(claims(user), acr)
        .map(identity -> new Visitor(user.getIdToken(), user.getUserInfo(), identity))
        .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(INCOMPLETE)));
  }

  private static Map<String, Object> claims(OidcUser user) {
    return user.getUserInfo() == null ? Map.of() : user.getUserInfo().getClaims();
  }
}
