package org.motcua.dossiers.model;

import org.motcua.eservices.ServiceSlug;

/** How many dossiers of a service stand in a status, with the officer himself or with others. */
public record QueueCount(ServiceSlug service, DossierStatus status, boolean mine, int dossiers) {}
