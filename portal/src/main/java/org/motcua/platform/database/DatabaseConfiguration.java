package org.motcua.platform.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Without {@code spring.datasource.url} the portal brings its own PostgreSQL and keeps it in its
 * data folder.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(
      name = "spring.datasource.url",
      matchIfMissing = true,
      havingValue = "embedded")
  EmbeddedDatabase embeddedDatabase(@Value("${motcua.data-folder}") Path dataFolder) {
    return EmbeddedDatabase.start(dataFolder);
  }

  @Bean
  @ConditionalOnProperty(
      name = "spring.datasource.url",
      matchIfMissing = true,
      havingValue = "embedded")
  JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
    return database.connectionDetails();
  }
}
