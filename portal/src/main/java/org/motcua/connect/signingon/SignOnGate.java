package org.motcua.connect.signingon;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.providing.AuthorizationAnswers;
import org.motcua.connect.providing.AuthorizeAddress;
import org.motcua.connect.providing.PersonGate;
import org.motcua.connect.providing.SignOnPrincipal;
import org.motcua.identity.stepup.AskPerson;
import org.motcua.platform.web.Language;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads a person to a client, by way of all that is still to be done. */
@Component
class SignOnGate implements PersonGate {

  private static final String ASKED =
      OAuth2AuthorizationCodeRequestAuthenticationToken.class.getName();
  private static final String LIMITED_PAGE = "/acting/limited";

  private final KnownClients clients;
  private final BrowserVisitors visitors;
  private final Way way;
  private final AskPerson askPerson;
  private final AuthorizationAnswers answers;

  SignOnGate(
      KnownClients clients,
      BrowserVisitors visitors,
      Way way,
      AskPerson askPerson,
      AuthorizationAnswers answers) {
    this.clients = clients;
    this.visitors = visitors;
    this.way = way;
    this.askPerson = askPerson;
    this.answers = answers;
  }

  @Override
  public Filter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (request.getAttribute(ASKED)
            instanceof OAuth2AuthorizationCodeRequestAuthenticationToken valid) {
          lead(valid, request, response, chain);
        } else {
          answers.refuse(new OAuth2Error("invalid_request"), null, request, response);
        }
      }

      @Override
      protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AuthorizeAddress.is(request);
      }
    };
  }

  private void lead(
      OAuth2AuthorizationCodeRequestAuthenticationToken valid,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var client = clients.get(new ClientId(valid.getClientId()));
    var asked = Asked.of(request);
    var visitor = visitors.at(request, client).orElse(null);
    switch (way.next(asked, client, visitor)) {
      case Next.GoOn(var person) -> {
        request.setAttribute(ASKED, of(person, valid));
        chain.doFilter(request, response);
      }
      case Next.Refuse(var error) ->
          answers.refuse(new OAuth2Error(error), valid, request, response);
      case Next.Show show when client.sandbox() ->
          redirect(response, SandboxController.PATH + "?" + show.then().query(), asked);
      case Next.SignIn(var then) ->
          redirect(response, askPerson.who(onward(then), asked.loginHint(), request), asked);
      case Next.ProveAgain(var then) ->
          redirect(response, askPerson.again(onward(then), request), asked);
      case Next.ShowMore(var level, var then) ->
          redirect(response, askPerson.forLevel(level, onward(then), request), asked);
      case Next.Agree(var then) ->
          redirect(response, AgreementAddress.PATH + "?" + then.query(), asked);
      case Next.NotAsOfficer() -> redirect(response, OnwardController.OFFICERS_PAGE, asked);
      case Next.NotWithinLimits() -> redirect(response, LIMITED_PAGE, asked);
    }
  }

  private static String onward(Asked asked) {
    return OnwardAddress.PATH + "?" + asked.query();
  }

  private static Authentication of(
      Visitor visitor, OAuth2AuthorizationCodeRequestAuthenticationToken valid) {
    return new OAuth2AuthorizationCodeRequestAuthenticationToken(
        valid.getAuthorizationUri(),
        valid.getClientId(),
        new SignOnPrincipal(visitor.user(), visitor.session(), visitor.provedAt()),
        valid.getRedirectUri(),
        valid.getState(),
        valid.getScopes(),
        valid.getAdditionalParameters());
  }

  private static void redirect(HttpServletResponse response, String to, Asked asked) {
    var language = asked.language().map(Language::code).orElse(null);
    AuthorizationAnswers.redirect(response, withLanguage(to, language));
  }

  private static String withLanguage(String to, @Nullable String code) {
    return code == null ? to : to + (to.contains("?") ? "&" : "?") + "lang=" + code;
  }
}
