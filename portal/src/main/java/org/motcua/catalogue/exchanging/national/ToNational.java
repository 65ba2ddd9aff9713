package org.motcua.catalogue.exchanging.national;

import static org.motcua.catalogue.exchanging.national.NationalProcedure.DONG;
import static org.motcua.catalogue.exchanging.national.NationalProcedure.PUBLIC;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.AgencyName;
import org.motcua.catalogue.Procedure.Channel;
import org.motcua.catalogue.Procedure.Fee;
import org.motcua.catalogue.Procedure.PublishingDecision;
import org.motcua.catalogue.Procedure.TimeLimit;
import org.motcua.catalogue.ProcedureCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says a procedure in the words and the shape of the national database. */
final class ToNational {

  private static final Fee FREE = new Fee(null, 0L, null);

  static NationalProcedure of(Procedure procedure) {
    var agencies = procedure.agencies();
    return new NationalProcedure(
        procedure.nationalId(),
        procedure.code().value(),
        procedure.name(),
        publishingAgency(procedure.decision()),
        orEmpty(procedure.kind()),
        procedure.decision() == null ? "" : procedure.decision().number(),
        PUBLIC,
        orEmpty(procedure.summary()),
        orEmpty(procedure.audienceNote()),
        orEmpty(agencies.executingNote()),
        orEmpty(agencies.competentNote()),
        orEmpty(procedure.receivingPlace()),
        orEmpty(procedure.conditions()),
        keywords(procedure.keywords()),
        procedure.levels().stream()
            .map(level -> new NationalProcedure.Level(Words.of(level)))
            .toList(),
        fields(procedure.field()),
        Stream.concat(
                procedure.audiences().stream().map(Words::of), procedure.otherAudiences().stream())
            .map(NationalProcedure.Audience::new)
            .toList(),
        procedure.steps().stream()
            .map(
                steps ->
                    new NationalProcedure.CaseSteps(
                        orEmpty(steps.when()),
                        steps.steps().stream().map(NationalProcedure.Step::new).toList()))
            .toList(),
        procedure.channels().stream().map(ToNational::channel).toList(),
        procedure.papers().stream().map(ToNational::papers).toList(),
        procedure.results().stream()
            .map(result -> new NationalProcedure.Result(orEmpty(result.code()), result.name()))
            .toList(),
        procedure.legalBasis().stream()
            .map(text -> new NationalProcedure.LegalText(text.number(), text.name()))
            .toList(),
        agencies(agencies.executing()),
        agencies(agencies.competent()),
        agencies(agencies.authorised()),
        agencies(agencies.coordinating()),
        codes(procedure.related()),
        codes(procedure.interlinked()));
  }

  private static String publishingAgency(@Nullable PublishingDecision decision) {
    return decision == null ? "" : orEmpty(decision.agency());
  }

  /** Behind a single keyword with a comma in it, the semicolon tells that it is one. */
  private static String keywords(List<String> keywords) {
    var joined = String.join("; ", keywords);
    return keywords.size() == 1 && joined.contains(",") ? joined + ";" : joined;
  }

  private static List<NationalProcedure.Field> fields(Procedure.Field field) {
    return field.code().isEmpty() && field.name().isEmpty()
        ? List.of()
        : List.of(new NationalProcedure.Field(field.code(), field.name()));
  }

  private static NationalProcedure.Channel channel(Channel channel) {
    return new NationalProcedure.Channel(
        Words.of(channel.manner()),
        channel.timeLimits().stream().map(ToNational::timeLimit).toList());
  }

  /** That something is free of charge is said in words there. */
  private static NationalProcedure.TimeLimit timeLimit(TimeLimit limit) {
    var free = limit.note() == null && limit.fees().equals(List.of(FREE));
    return new NationalProcedure.TimeLimit(
        limit.amount() == null ? "" : limit.amount().toString(),
        limit.unit() == null ? "" : Words.of(limit.unit()),
        free ? "Miễn phí" : orEmpty(limit.note()),
        free
            ? List.of()
            : limit.fees().stream()
                .map(
                    fee ->
                        new NationalProcedure.Fee(
                            orEmpty(fee.code()), fee.dong(), DONG, orEmpty(fee.note())))
                .toList());
  }

  private static NationalProcedure.CasePapers papers(Procedure.CasePapers papers) {
    return new NationalProcedure.CasePapers(
        orEmpty(papers.when()),
        papers.papers().stream()
            .map(
                paper ->
                    new NationalProcedure.Paper(
                        orEmpty(paper.code()),
                        paper.name(),
                        paper.originals(),
                        paper.copies(),
                        orEmpty(paper.form()),
                        orEmpty(paper.formAddress())))
            .toList());
  }

  private static List<NationalProcedure.Agency> agencies(List<AgencyName> agencies) {
    return agencies.stream()
        .map(agency -> new NationalProcedure.Agency(orEmpty(agency.code()), agency.name()))
        .toList();
  }

  private static List<JsonNode> codes(List<ProcedureCode> codes) {
    return codes.stream()
        .map(
            code ->
                (JsonNode)
                    JsonNodeFactory.instance
                        .objectNode()
                        .setAll(
                            Map.of(
                                NationalProcedure.CODE,
                                JsonNodeFactory.instance.stringNode(code.value()))))
        .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private ToNational() {}
}
