package org.motcua.platform.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the unit picker offers and what is chosen: official codes of province, district, commune.
 * Without districts (since 1 July 2025) communes follow the province at once.
 */
public record UnitPick(
    List<Choice> provinces,
    @Nullable String province,
    List<Choice> districts,
    @Nullable String district,
    List<Choice> communes,
    @Nullable String commune) {}
