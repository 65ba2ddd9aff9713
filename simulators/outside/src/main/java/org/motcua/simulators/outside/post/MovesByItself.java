package org.motcua.simulators.outside.post;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Where a visitor has asked for it, every letter comes a step further now and then. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MovesByItself {

  private final Consignments consignments;

  MovesByItself(Consignments consignments) {
    this.consignments = consignments;
  }

  @Scheduled(fixedDelayString = "${outside.post.every:PT20S}")
  void move() {
    if (consignments.isAutomatic()) consignments.moveAll();
  }
}
