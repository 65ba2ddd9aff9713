package org.motcua.notifications;

import org.motcua.identity.AccountPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the page among those of one's own account. */
@Configuration(proxyBeanMethods = false)
class PreferencesPage {

  @Bean
  AccountPage preferencesOfAccount() {
    return new AccountPage("notifications.preferences.page", PreferencesController.PATH);
  }
}
