package org.motcua.dossiers.api;

import org.motcua.platform.api.ProgramPace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How often a program may call about dossiers, for each person. */
@Component
class Pace implements WebMvcConfigurer {

  private final ProgramPace pace;

  Pace(@Value("${motcua.filing.calls-per-minute}") int perMinute) {
    pace = new ProgramPace("filing", perMinute);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(pace)
        .addPathPatterns(
            "/api/dossiers/**",
            "/api/desk/**",
            "/api/services/**",
            "/api/mandates",
            "/api/webhooks/**");
  }
}
