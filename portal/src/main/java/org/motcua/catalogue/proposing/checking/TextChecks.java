package org.motcua.catalogue.proposing.checking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Channel;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.catalogue.Procedure.TimeLimit;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.FormField;
import org.motcua.catalogue.proposing.text.FormField.Shape;
import org.motcua.catalogue.proposing.text.ProcedureForm;
import org.motcua.catalogue.proposing.text.Readable;
import org.motcua.catalogue.proposing.text.Section;

/**
 * What can be said of a text by reading it alone: is every field what it should be, and are the
 * mandatory parts there.
 *
 * <p>The seven that no published procedure may lack are those of Decree 63/2010/NĐ-CP, article 8,
 * clause 2 (as amended by Decrees 48/2013 and 92/2017; to be confirmed): name, order of steps,
 * manner, papers and number of sets, time limit, subjects, executing agency. Form, result,
 * conditions and fee are written where they apply.
 */
public final class TextChecks {

  private static final LocalDate NO_DISTRICTS_SINCE = LocalDate.of(2025, 7, 1);

  private final List<Finding> findings = new ArrayList<>();
  private final Kind kind;
  private final DraftText text;

  private TextChecks(Kind kind, DraftText text) {
    this.kind = kind;
    this.text = text;
  }

  public static List<Finding> check(Kind kind, DraftText text) {
    var checks = new TextChecks(kind, text);
    for (var section : sectionsOf(kind)) checks.fields(section);
    if (kind != Kind.ABOLITION) checks.parts(text.toProcedure(null));
    return List.copyOf(checks.findings);
  }

  /** Of an abolition only the decision is written. */
  public static Set<Section> sectionsOf(Kind kind) {
    return kind == Kind.ABOLITION ? EnumSet.of(Section.DECISION) : EnumSet.allOf(Section.class);
  }

  private void fields(Section section) {
    for (var field : ProcedureForm.fields(section)) {
      field(section, field, field.name(), text.fields().get(field.name()));
    }
  }

  private void field(Section section, FormField field, String path, @Nullable Object value) {
    switch (field) {
      case FormField.Text text -> text(section, text, path, value);
      case FormField.Pick pick -> {
        if (pick.required() && !(value instanceof String s && pick.values().contains(s))) {
          findings.add(Finding.error("missing", section, path));
        }
      }
      case FormField.Items items -> {
        if (value instanceof List<?> list) {
          for (var i = 0; i < list.size(); i++) {
            text(section, items.item(), path + "." + i, list.get(i));
          }
        }
      }
      case FormField.Rows rows -> {
        if (value instanceof List<?> list) {
          for (var i = 0; i < list.size(); i++) {
            if (Readable.says(rows, list.get(i))) {
              inner(section, rows.fields(), path + "." + i, list.get(i));
            }
          }
        }
      }
      case FormField.Group group -> inner(section, group.fields(), path, value);
      case FormField.Picks picks -> {}
      case FormField.LifeEventPicks picks -> {}
    }
  }

  private void inner(
      Section section, List<FormField> fields, String path, @Nullable Object values) {
    var map = values instanceof Map<?, ?> given ? given : Map.of();
    for (var field : fields) {
      field(section, field, path + "." + field.name(), map.get(field.name()));
    }
  }

  private void text(Section section, FormField.Text field, String path, @Nullable Object value) {
    if (value instanceof List<?> lines) {
      lines(section, field, path, lines);
      return;
    }
    var typed = value instanceof String string ? string : "";
    if (typed.isBlank()) {
      if (field.required()) findings.add(Finding.error("missing", section, path));
      return;
    }
    if (typed.length() > field.longest()) {
      findings.add(Finding.error("long", section, path, field.longest()));
    } else if (!Readable.reads(field, typed)) {
      findings.add(Finding.error(fault(field.shape()), section, path));
    } else if (section == Section.NAMES && path.equals("code")) {
      code(typed);
    }
  }

  private static String fault(Shape shape) {
    return switch (shape) {
      case WHOLE_NUMBER, MONEY -> "number";
      case DATE -> "date";
      default -> "address";
    };
  }

  private void code(String typed) {
    var code = ProcedureCode.parse(typed);
    if (code.isEmpty()) findings.add(Finding.error("code.shape", Section.NAMES, "code"));
    else if (kind == Kind.NEW && code.get().isProvincial()) {
      findings.add(Finding.error("code.national", Section.NAMES, "code"));
    }
  }

  private void lines(Section section, FormField.Text field, String path, List<?> lines) {
    for (var line : lines) {
      var typed = line.toString();
      if (typed.length() > field.longest()) {
        findings.add(Finding.error("long", section, path, field.longest()));
      } else if (field.shape() == Shape.CODES && ProcedureCode.parse(typed).isEmpty()) {
        findings.add(Finding.error("codes", section, path, typed));
      }
    }
  }

  private void parts(Procedure procedure) {
    if (procedure.audiences().isEmpty() && procedure.otherAudiences().isEmpty()) {
      findings.add(Finding.error("part.audiences", Section.WHO, "audiences"));
    }
    if (procedure.steps().stream().allMatch(group -> group.steps().isEmpty())) {
      findings.add(Finding.error("part.steps", Section.STEPS, "steps"));
    }
    channels(procedure);
    if (procedure.papers().stream().allMatch(group -> group.papers().isEmpty())) {
      findings.add(Finding.error("part.papers", Section.PAPERS, "papers"));
    }
    if (procedure.agencies().executing().isEmpty()) {
      findings.add(Finding.error("part.executing", Section.AGENCIES, "agencies.executing"));
    }
    if (procedure.levels().isEmpty()) {
      findings.add(Finding.error("part.levels", Section.AGENCIES, "levels"));
    }
    if (procedure.levels().contains(Level.DISTRICT)
        && text.effectiveFrom().filter(day -> !day.isBefore(NO_DISTRICTS_SINCE)).isPresent()) {
      findings.add(Finding.warning("level.district", Section.AGENCIES, "levels"));
    }
    if (procedure.results().isEmpty()) {
      findings.add(Finding.warning("part.results", Section.RESULTS, "results"));
    }
  }

  private void channels(Procedure procedure) {
    var channels = procedure.channels();
    if (channels.isEmpty()) {
      findings.add(Finding.error("part.channels", Section.CHANNELS, "channels"));
    }
    var limits = channels.stream().flatMap(channel -> channel.timeLimits().stream()).toList();
    if (limits.stream().noneMatch(TextChecks::tellsTime)) {
      findings.add(Finding.error("part.time", Section.CHANNELS, "channels"));
    }
    if (limits.stream().anyMatch(limit -> limit.amount() != null && limit.unit() == null)) {
      findings.add(Finding.error("unit", Section.CHANNELS, "channels"));
    }
    var online = channels.stream().map(Channel::manner).anyMatch(Manner.ONLINE::equals);
    var applies = procedure.onlineLevel().compareTo(OnlineLevel.APPLY) >= 0;
    if (online != applies && !channels.isEmpty()) {
      findings.add(Finding.warning("online", Section.FINDING, "onlineLevel"));
    }
  }

  private static boolean tellsTime(TimeLimit limit) {
    return limit.amount() != null || limit.note() != null;
  }
}
