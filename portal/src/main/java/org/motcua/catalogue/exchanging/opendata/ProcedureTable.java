package org.motcua.catalogue.exchanging.opendata;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Fee;
import org.motcua.catalogue.Procedure.TimeLimit;
import org.motcua.platform.csv.Csv;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The main facts of a procedure in a row; several values of a cell are parted by semicolons. */
@Component
class ProcedureTable {

  private final Messages messages;
  private final String address;

  ProcedureTable(Messages messages, @Value("${motcua.public-url}") String address) {
    this.messages = messages;
    this.address = address;
  }

  String header() {
    return Csv.row(
        "code",
        "name",
        "name_english",
        "field",
        "level",
        "audiences",
        "agencies",
        "online_level",
        "time_limit",
        "fee_dong",
        "papers",
        "address");
  }

  String row(Procedure procedure) {
    return Csv.row(
        procedure.code().value(),
        procedure.name(),
        procedure.nameEnglish(),
        procedure.field().name(),
        words("level", procedure.levels()),
        Stream.concat(
                procedure.audiences().stream().map(it -> word("audience", it)),
                procedure.otherAudiences().stream())
            .collect(joining("; ")),
        procedure.agencies().executing().stream()
            .map(Procedure.AgencyName::name)
            .collect(joining("; ")),
        String.valueOf(procedure.onlineLevel().ordinal() + 1),
        timeLimits(procedure).flatMap(this::time).distinct().collect(joining("; ")),
        timeLimits(procedure)
            .flatMap(limit -> limit.fees().stream())
            .map(Fee::dong)
            .flatMap(Stream::ofNullable)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(joining("; ")),
        String.valueOf(procedure.papers().stream().mapToInt(it -> it.papers().size()).sum()),
        address + "/procedures/" + procedure.code());
  }

  private static Stream<TimeLimit> timeLimits(Procedure procedure) {
    return procedure.channels().stream().flatMap(channel -> channel.timeLimits().stream());
  }

  private Stream<String> time(TimeLimit limit) {
    return limit.amount() == null || limit.unit() == null
        ? Stream.empty()
        : Stream.of(
            messages.text(Language.VIETNAMESE, "catalogue.time." + limit.unit(), limit.amount()));
  }

  private String words(String list, List<? extends Enum<?>> values) {
    return values.stream().map(it -> word(list, it)).collect(joining("; "));
  }

  private String word(String list, Enum<?> value) {
    return messages.text(Language.VIETNAMESE, "catalogue." + list + "." + value);
  }
}
