package org.motcua.catalogue.proposing.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.catalogue.Procedure.TimeUnit;
import org.motcua.catalogue.proposing.text.FormField.Group;
import org.motcua.catalogue.proposing.text.FormField.Items;
import org.motcua.catalogue.proposing.text.FormField.LifeEventPicks;
import org.motcua.catalogue.proposing.text.FormField.Pick;
import org.motcua.catalogue.proposing.text.FormField.Picks;
import org.motcua.catalogue.proposing.text.FormField.Rows;
import org.motcua.catalogue.proposing.text.FormField.Shape;
import org.motcua.catalogue.proposing.text.FormField.Text;

/**
 * Every field of a procedure as it is written: a new field of the record is one more row here and
 * its label in the messages. Binding, checking, page and conversion all follow this table.
 */
public final class ProcedureForm {

  /** Beside the decision's own fields of the record: when its text holds, and why. */
  public static final String EFFECTIVE_FROM = "effectiveFrom";

  public static final String REASON = "reason";

  private static final Map<Section, List<FormField>> SECTIONS = new EnumMap<>(Section.class);

  static {
    SECTIONS.put(
        Section.NAMES,
        List.of(
            shortText("code").must().hint(),
            line("name", 1000).must(),
            line("nameEnglish", 1000),
            paragraph("summary").hint(),
            paragraph("summaryEnglish"),
            line("kind", 300).hint(),
            new Group(
                "field",
                List.of(
                    shortText("code").must().hint(),
                    line("name", 300).must(),
                    line("nameEnglish", 300)))));
    SECTIONS.put(
        Section.WHO,
        List.of(
            new Picks("audiences", names(Audience.values()), "catalogue.audience."),
            new Text("otherAudiences", Shape.LINES, 2000, false, true),
            paragraph("audienceNote"),
            paragraph("conditions").hint()));
    SECTIONS.put(
        Section.STEPS,
        List.of(
            new Rows(
                "steps",
                true,
                List.of(line("when", 1000).hint(), new Items("steps", paragraph("step"))))));
    SECTIONS.put(
        Section.CHANNELS,
        List.of(
            new Rows(
                "channels",
                true,
                List.of(
                    new Pick("manner", names(Manner.values()), "catalogue.manner.", true),
                    new Rows(
                        "timeLimits",
                        true,
                        List.of(
                            number("amount"),
                            new Pick(
                                "unit",
                                names(TimeUnit.values()),
                                "catalogue.proposing.unit.",
                                false),
                            paragraph("note"),
                            new Rows(
                                "fees",
                                true,
                                List.of(
                                    new Text("dong", Shape.MONEY, 15, false, true),
                                    paragraph("note"),
                                    shortText("code"))))))),
            paragraph("receivingPlace")));
    SECTIONS.put(
        Section.PAPERS,
        List.of(
            number("sets").must(),
            new Rows(
                "papers",
                true,
                List.of(
                    line("when", 1000).hint(),
                    new Rows(
                        "papers",
                        true,
                        List.of(
                            paragraph("name").must(),
                            number("originals"),
                            number("copies"),
                            line("form", 500),
                            new Text("formAddress", Shape.ADDRESS, 2000, false, false),
                            shortText("code")))))));
    SECTIONS.put(
        Section.RESULTS,
        List.of(new Rows("results", true, List.of(line("name", 1000).must(), shortText("code")))));
    SECTIONS.put(
        Section.LAW,
        List.of(
            new Rows(
                "legalBasis",
                true,
                List.of(
                    shortText("number").must(),
                    line("name", 1000).must(),
                    new Text("of", Shape.DATE, 20, false, false)))));
    SECTIONS.put(
        Section.AGENCIES,
        List.of(
            new Picks("levels", names(Level.values()), "catalogue.level."),
            new Group(
                "agencies",
                List.of(
                    agencies("executing", true),
                    paragraph("executingNote"),
                    agencies("competent", false),
                    paragraph("competentNote"),
                    agencies("authorised", false),
                    agencies("coordinating", false)))));
    SECTIONS.put(
        Section.RELATED,
        List.of(
            new Text("related", Shape.CODES, 2000, false, true),
            new Text("interlinked", Shape.CODES, 2000, false, true)));
    SECTIONS.put(
        Section.FINDING,
        List.of(
            new Text("keywords", Shape.LINES, 2000, false, true),
            new LifeEventPicks("lifeEvents"),
            new Pick("onlineLevel", names(OnlineLevel.values()), "catalogue.online.", true),
            new Items("toBeConfirmed", paragraph("note"))));
    SECTIONS.put(
        Section.DECISION,
        List.of(
            new Group(
                "decision",
                List.of(
                    shortText("number").must().hint(),
                    new Text("signedOn", Shape.DATE, 20, true, false),
                    new Text(EFFECTIVE_FROM, Shape.DATE, 20, true, true),
                    paragraph(REASON).must().hint()))));
  }

  /** Of all fields of the procedure that are written here. */
  public static final Set<String> NAMES =
      SECTIONS.values().stream()
          .flatMap(List::stream)
          .map(FormField::name)
          .collect(Collectors.toUnmodifiableSet());

  public static List<FormField> fields(Section section) {
    return Objects.requireNonNull(SECTIONS.get(section));
  }

  private static Rows agencies(String name, boolean begun) {
    return new Rows(name, begun, List.of(line("name", 500).must(), shortText("code").hint()));
  }

  private static Text shortText(String name) {
    return new Text(name, Shape.SHORT, 100, false, false);
  }

  private static Text line(String name, int longest) {
    return new Text(name, Shape.LINE, longest, false, false);
  }

  private static Text paragraph(String name) {
    return new Text(name, Shape.PARAGRAPH, 20_000, false, false);
  }

  private static Text number(String name) {
    return new Text(name, Shape.WHOLE_NUMBER, 9, false, false);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private ProcedureForm() {}
}
