package org.motcua.dossiers.telling;

/**
 * What leads from a printed form to where its dossier can be followed.
 *
 * @param qrDataUri the QR code as a picture, for {@code <img src>}
 * @param address for those who type it
 */
public record TrackingMark(String code, String qrDataUri, String address) {}
