package org.motcua.payments.api;

import org.motcua.platform.api.ProgramPace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How often a program may call about payments. */
@Component
class PaymentsPace implements WebMvcConfigurer {

  private final ProgramPace pace;

  PaymentsPace(@Value("${motcua.payments.calls-per-minute:6000}") int perMinute) {
    pace = new ProgramPace("payments", perMinute);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(pace).addPathPatterns("/api/payments", "/api/payments/**");
  }
}
