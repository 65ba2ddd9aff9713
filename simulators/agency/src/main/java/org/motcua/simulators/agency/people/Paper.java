package org.motcua.simulators.agency.people;

import java.time.LocalDate;

/** A paper or an entry of a register that the province keeps. */
public record Paper(
    String number, String holder, String kind, String title, String keeper, LocalDate issuedOn) {}
