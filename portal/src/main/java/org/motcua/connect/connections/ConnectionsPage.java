package org.motcua.connect.connections;

import org.motcua.identity.AccountPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists the page in the account's overview. */
@Configuration(proxyBeanMethods = false)
class ConnectionsPage {

  @Bean
  AccountPage connectionsOfAccount() {
    return new AccountPage("connect.connections", ConnectionsController.PATH);
  }
}
