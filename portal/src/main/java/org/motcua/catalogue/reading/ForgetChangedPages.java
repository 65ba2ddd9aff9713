package org.motcua.catalogue.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whatever a procedure's page tells: when it changes on any node, this one forgets its pages. */
@Configuration(proxyBeanMethods = false)
class ForgetChangedPages {

  @Bean
  NoticeListener forgetPagesOfProcedures(KeptPages pages) {
    return new Forget("catalogue_procedure", pages);
  }

  @Bean
  NoticeListener forgetPagesOfVersions(KeptPages pages) {
    return new Forget("catalogue_version", pages);
  }

  @Bean
  NoticeListener forgetPagesOfQuestions(KeptPages pages) {
    return new Forget("catalogue_question", pages);
  }

  /** The notice of a procedure is its code; that of anything else may concern any page. */
  private record Forget(String channel, KeptPages pages) implements NoticeListener {

    @Override
    public void listening() {
      pages.forgetAll();
    }

    @Override
    public void heard(List<String> payloads) {
      var codes =
          payloads.stream()
              .flatMap(payload -> ProcedureCode.parse(payload).stream())
              .collect(Collectors.toSet());
      if (codes.isEmpty()) pages.forgetAll();
      else pages.forget(codes);
    }
  }
}
