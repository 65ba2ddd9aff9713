package org.motcua.catalogue.searching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.AgencyName;
import org.motcua.organisation.AgencyId;

/** One way to narrow a search: the values a procedure has of it, and those somebody chose. */
enum Dimension {
  AUDIENCE {
    @Override
    Set<String> valuesOf(Procedure procedure) {
      return names(procedure.audiences());
    }

    @Override
    Set<String> chosenIn(SearchFilters filters) {
      return names(filters.audiences());
    }
  },
  LEVEL {
    @Override
    Set<String> valuesOf(Procedure procedure) {
      return names(procedure.levels());
    }

    @Override
    Set<String> chosenIn(SearchFilters filters) {
      return nameOf(filters.level());
    }
  },
  FIELD {
    @Override
    Set<String> valuesOf(Procedure procedure) {
      return present(procedure.field().code());
    }

    @Override
    Set<String> chosenIn(SearchFilters filters) {
      return present(filters.field());
    }
  },
  /** By code, and by name however it is capitalised and spaced. */
  AGENCY {
    @Override
    Set<String> valuesOf(Procedure procedure) {
      var values = new LinkedHashSet<String>();
      agencies(procedure)
          .forEach(
              agency -> {
                values.add(VietnameseAnalysis.folded(agency.name()));
                if (agency.code() != null) values.add(agency.code());
              });
      values.remove("");
      return values;
    }

    @Override
    Set<String> chosenIn(SearchFilters filters) {
      return present(filters.agency()).stream()
          .map(
              chosen ->
                  AgencyId.parse(chosen)
                      .map(AgencyId::value)
                      .orElseGet(() -> VietnameseAnalysis.folded(chosen)))
          .collect(Collectors.toSet());
    }
  },
  ONLINE {
    @Override
    Set<String> valuesOf(Procedure procedure) {
      return Set.of(procedure.onlineLevel().name());
    }

    @Override
    Set<String> chosenIn(SearchFilters filters) {
      return nameOf(filters.online());
    }
  },
  LIFE_EVENT {
    @Override
    Set<String> valuesOf(Procedure procedure) {
      return Set.copyOf(procedure.lifeEvents());
    }

    @Override
    Set<String> chosenIn(SearchFilters filters) {
      return present(filters.lifeEvent());
    }
  };

  /** Longer than any name of an agency; Lucene refuses terms of more than 32 KB. */
  private static final int LONGEST_VALUE = 1000;

  abstract Set<String> valuesOf(Procedure procedure);

  /** Empty for all. */
  abstract Set<String> chosenIn(SearchFilters filters);

  /** Who executes, decides or publishes a procedure. */
  static Stream<AgencyName> agencies(Procedure procedure) {
    var publisher =
        procedure.decision() == null || procedure.decision().agency() == null
            ? Stream.<AgencyName>empty()
            : Stream.of(publisher(procedure.decision().agency()));
    return Stream.of(
            procedure.agencies().executing().stream(),
            procedure.agencies().competent().stream(),
            publisher)
        .flatMap(names -> names);
  }

  /** The decision names it by code or by name, whichever its author had. */
  private static AgencyName publisher(String codeOrName) {
    return new AgencyName(AgencyId.parse(codeOrName).map(AgencyId::value).orElse(null), codeOrName);
  }

  void add(Document document, Procedure procedure) {
    for (var value : valuesOf(procedure)) {
      var bounded = bounded(value);
      document.add(new StringField(name(), bounded, Store.NO));
      document.add(new SortedSetDocValuesField(name(), new BytesRef(bounded)));
    }
  }

  /** What a procedure must have; nothing where nothing was chosen. */
  Optional<Query> filter(SearchFilters filters) {
    var chosen = chosenIn(filters);
    if (chosen.isEmpty()) return Optional.empty();
    var any = new BooleanQuery.Builder();
    chosen.forEach(value -> any.add(new TermQuery(new Term(name(), bounded(value))), Occur.SHOULD));
    return Optional.of(any.build());
  }

  static String bounded(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }

  private static Set<String> names(java.util.Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.toSet());
  }

  private static Set<String> nameOf(@Nullable Enum<?> value) {
    return value == null ? Set.of() : Set.of(value.name());
  }

  private static Set<String> present(@Nullable String value) {
    return value == null || value.isBlank() ? Set.of() : Set.copyOf(List.of(value.strip()));
  }
}
