package org.motcua.identity.access;

import org.motcua.identity.mandates.acting.ActingRequests;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/**
 * What every chain of filters does that serves people: who has signed in comes back to what he
 * wanted, and whoever acts for another does so only as long as the mandate stands.
 */
@Component
public class PeopleRequests extends AbstractHttpConfigurer<PeopleRequests, HttpSecurity> {

  private final HalfFilledRequests requests;
  private final ActingRequests acting;

  PeopleRequests(HalfFilledRequests requests, ActingRequests acting) {
    this.requests = requests;
    this.acting = acting;
  }

  @Override
  public void init(HttpSecurity http) {
    http.requestCache(cache -> cache.requestCache(requests))
        .addFilterBefore(acting.filter(), AuthorizationFilter.class);
  }
}
