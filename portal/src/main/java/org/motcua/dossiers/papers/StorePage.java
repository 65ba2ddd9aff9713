package org.motcua.dossiers.papers;

import org.motcua.identity.AccountPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists the store in the account's overview. */
@Configuration(proxyBeanMethods = false)
class StorePage {

  @Bean
  AccountPage papersOfAccount() {
    return new AccountPage("dossiers.store", StoreController.PATH);
  }
}
