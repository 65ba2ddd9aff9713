package org.motcua.catalogue.reading;

import org.motcua.organisation.Agency;

/**
 * @param place {@code Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh}; empty for an agency of
 *     the whole country
 */
public record AgencyEntry(Agency agency, String place) {}
