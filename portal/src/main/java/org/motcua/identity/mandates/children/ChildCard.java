package org.motcua.identity.mandates.children;

import java.time.LocalDate;
import java.util.List;

/**
 * A child as a parent sees it.
 *
 * @param until the last day on which parents act
 * @param others who else acts for the child at the moment
 */
public record ChildCard(
    String number, String name, LocalDate born, LocalDate until, List<String> others) {}
