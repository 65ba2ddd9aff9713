package org.motcua.eservices;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether this office's services have changed; each node for itself. */
@Component
class WatchServices {

  private static final Logger log = LoggerFactory.getLogger(WatchServices.class);

  private final ServicesInMemory services;
  private final PackagesInMemory packages;
  private final Duration every;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("eservices-watch").factory());

  WatchServices(
      ServicesInMemory services,
      PackagesInMemory packages,
      @Value("${motcua.eservices-looked-at-every:5s}") Duration every) {
    this.services = services;
    this.packages = packages;
    this.every = every;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (!services.watches()) return;
    clockwork.scheduleWithFixedDelay(
        this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An exception would end the watch. */
  private void look() {
    try {
      services.refresh();
      packages.refresh();
    } catch (RuntimeException e) {
      log.error("The services could not be looked at again", e);
    }
  }

  @PreDestroy
  void stop() {
    clockwork.shutdownNow();
  }
}
