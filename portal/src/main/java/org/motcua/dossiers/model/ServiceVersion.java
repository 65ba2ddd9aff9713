package org.motcua.dossiers.model;

import org.motcua.catalogue.ProcedureCode;
import org.motcua.eservices.ServiceSlug;

/** Which service is applied for, in the version under which the draft was begun. */
public record ServiceVersion(ServiceSlug slug, int version, ProcedureCode procedure) {}
