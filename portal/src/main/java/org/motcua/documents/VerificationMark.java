package org.motcua.documents;

/**
 * What is printed on a certificate so that anyone can ask whether it is genuine.
 *
 * @param url where the QR code leads
 * @param qrDataUri the QR code as a picture, for {@code <img src>}
 */
public record VerificationMark(VerificationCode code, String url, String qrDataUri) {}
