package org.motcua.catalogue.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the catalogue search engines may read. */
@Configuration(proxyBeanMethods = false)
class PublicReading {

  @Bean
  PublicPages pagesOfProcedures(Catalogue catalogue) {
    return new Pages("procedures") {
      @Override
      Stream<String> keys(Optional<String> after, int limit) {
        var behind = after.flatMap(ProcedureCode::parse).orElse(null);
        return catalogue.codes(behind, limit).stream().map(ProcedureCode::value);
      }
    };
  }

  @Bean
  PublicPages pagesOfAgencies(Organisation organisation) {
    return new Pages("agencies") {
      @Override
      Stream<String> keys(Optional<String> after, int limit) {
        var behind = after.flatMap(AgencyId::parse).orElse(null);
        return organisation.listAgencies(null, behind, limit).agencies().stream()
            .map(agency -> agency.id().value());
      }
    };
  }

  @Bean
  PublicPages pagesOfLifeEvents(Catalogue catalogue) {
    return new Pages("life-events") {
      @Override
      Stream<String> keys(Optional<String> after, int limit) {
        var slugs = catalogue.lifeEvents().stream().map(LifeEvent::slug).toList();
        return slugs.stream().skip(after.map(slugs::indexOf).orElse(-1) + 1L).limit(limit);
      }
    };
  }

  /** Pages at {@code /kind/key}. */
  private abstract static class Pages implements PublicPages {

    private final String kind;

    Pages(String kind) {
      this.kind = kind;
    }

    abstract Stream<String> keys(Optional<String> after, int limit);

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public List<String> paths(@Nullable String after, int limit) {
      var root = "/" + kind + "/";
      var key = Optional.ofNullable(after).map(path -> path.substring(path.lastIndexOf('/') + 1));
      return keys(key, limit).map(it -> root + it).toList();
    }
  }
}
