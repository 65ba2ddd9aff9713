package org.motcua.catalogue.guiding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.guiding.ChecklistRules.Place;
import org.motcua.catalogue.guiding.PlaceAnswer.Chosen;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Finds who receives, from the kind of office and the place. */
@Component
class Receivers {

  private static final String IN_PLACE = "{place}";

  private final Organisation organisation;
  private final Messages messages;

  Receivers(Organisation organisation, Messages messages) {
    this.organisation = organisation;
    this.messages = messages;
  }

  Receiver find(Place place, PlaceAnswer answer, Procedure procedure) {
    var office = place.receiving();
    return answer instanceof Chosen chosen && office.asksFor().isPresent()
        ? in(chosen.unit(), place, office)
        : anywhere(place, office, procedure);
  }

  private Receiver in(Unit unit, Place place, Office office) {
    var agency = agency(unit, office);
    var name = named(place.officeWords(), unit.fullNameInside(), unit.fullName());
    if (name == null) {
      name = agency.map(it -> new Words(it.name(), null)).orElseGet(() -> somewhere(office));
    }
    return new Receiver(
        name, organisation.pathName(unit.code()), agency.map(Agency::id).orElse(null));
  }

  private Optional<Agency> agency(Unit unit, Office office) {
    return switch (office) {
      case Office.Committee committee -> organisation.committeeOf(unit.code());
      case Office.Department department ->
          organisation
              .provinceOf(unit.code())
              .flatMap(province -> organisation.department(department.kind(), province.code()));
      case Office.Central central -> Optional.empty();
    };
  }

  private Receiver anywhere(Place place, Office office, Procedure procedure) {
    var level =
        office
            .asksFor()
            .map(it -> "catalogue.guide.someplace." + it)
            .orElse("catalogue.guide.country");
    var name =
        named(
            place.officeWords(),
            messages.text(Language.VIETNAMESE, level),
            messages.text(Language.ENGLISH, level));
    if (name != null) return new Receiver(name, null, null);
    var executing = procedure.agencies().executing();
    return office instanceof Office.Central && !executing.isEmpty()
        ? new Receiver(new Words(executing.getFirst().name(), null), null, null)
        : new Receiver(somewhere(office), null, null);
  }

  private Words somewhere(Office office) {
    var key =
        "catalogue.guide.office."
            + switch (office) {
              case Office.Committee committee -> committee.level().name();
              case Office.Department department -> department.kind().name();
              case Office.Central central -> Office.CENTRAL;
            };
    return new Words(messages.text(Language.VIETNAMESE, key), messages.text(Language.ENGLISH, key));
  }

  private static @Nullable Words named(
      @Nullable Words pattern, String placeInside, String placeEnglish) {
    if (pattern == null) return null;
    var english = pattern.english();
    return new Words(
        pattern.vietnamese().replace(IN_PLACE, placeInside),
        english == null ? null : english.replace(IN_PLACE, placeEnglish));
  }
}
