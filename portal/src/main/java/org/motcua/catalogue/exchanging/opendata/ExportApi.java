package org.motcua.catalogue.exchanging.opendata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.exchanging.national.NationalJson;
import org.motcua.platform.csv.Csv;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole catalogue, or a part of it, in one reply that never stands in memory as a whole. */
@RestController
@SecurityRequirements
@Tag(name = "Procedures")
class ExportApi {

  static final String PATH = "/api/procedures/export";

  private final AllProcedures procedures;
  private final ProcedureTable table;
  private final Provinces provinces;

  ExportApi(AllProcedures procedures, ProcedureTable table, Provinces provinces) {
    this.procedures = procedures;
    this.table = table;
    this.provinces = provinces;
  }

  @GetMapping(PATH)
  @Operation(
      summary = "All procedures, or those of a list, as a file",
      description =
          "national: the national database's JSON, one procedure a line; importing it changes"
              + " nothing. csv: a table of the main facts, RFC 4180, UTF-8; a cell that a table"
              + " program would take for a formula begins with an apostrophe.")
  @ApiResponse(responseCode = "200", description = "application/x-ndjson or text/csv")
  void export(
      @Parameter(description = "national or csv") @RequestParam(defaultValue = "national")
          String format,
      @Parameter(description = "With a byte order mark before a CSV, for table programs")
          @RequestParam(defaultValue = "false")
          boolean bom,
      @ParameterObject AskedFor asked,
      HttpServletResponse response)
      throws IOException {
    var filters = asked.filters(provinces);
    switch (format) {
      case "national" -> {
        var out = begin(response, "application/x-ndjson", "procedures.jsonl");
        procedures.each(asked.query(), filters, procedure -> line(out, procedure));
      }
      case "csv" -> {
        var out = begin(response, "text/csv", "procedures.csv");
        if (bom) out.append(Csv.BYTE_ORDER_MARK);
        out.append(table.header());
        procedures.each(asked.query(), filters, procedure -> out.append(table.row(procedure)));
      }
      default -> throw Problems.bad("format is national or csv");
    }
  }

  private static void line(Writer out, Procedure procedure) throws IOException {
    out.append(NationalJson.writeLine(procedure)).append('\n');
  }

  private static Writer begin(HttpServletResponse response, String type, String file)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, ProcedureApi.SHORT.getHeaderValue());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    return response.getWriter();
  }
}
