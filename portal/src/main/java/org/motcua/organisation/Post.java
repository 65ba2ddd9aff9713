package org.motcua.organisation;

public record Post(OfficerId officer, AgencyId agency, Role role) {}
