package org.motcua.catalogue.guiding;

import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;

/**
 * Who receives the papers.
 *
 * @param place where that is, from the commune up: {@code Phường Hồng Hà, Thành phố Hạ Long, Tỉnh
 *     Quảng Ninh}; null where no place was told or it is one office for the whole country
 * @param agency whose calendar counts; null for that of the whole country
 */
public record Receiver(Words name, @Nullable String place, @Nullable AgencyId agency) {}
