package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;

/** The provider's filters stand before its own addresses and nowhere else. */
class FilterChainsTest extends ProtocolTest {

  @Autowired List<SecurityFilterChain> chains;

  @Test
  void onlyTheProvidersAddressesPassItsFilters() {
    assertThat(chains).filteredOn(FilterChainsTest::givesTokens).hasSize(1);
  }

  private static boolean givesTokens(SecurityFilterChain chain) {
    return chain.getFilters().stream().anyMatch(OAuth2TokenEndpointFilter.class::isInstance);
  }
}
