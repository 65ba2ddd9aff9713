package org.motcua.dossiers.webhooks;

import org.motcua.identity.ProgramPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leads from a system's page at the desk to its webhooks. */
@Configuration(proxyBeanMethods = false)
class WebhooksPage {

  @Bean
  ProgramPage webhooksOfProgram() {
    return new ProgramPage("dossiers.webhooks", "/webhooks");
  }
}
