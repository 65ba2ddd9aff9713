package org.motcua.dossiers;

import java.util.UUID;

/**
 * What a carrier has to know of a letter.
 *
 * @param id by which the same letter is known again
 * @param sender the agency, to which it comes back
 * @param unit the code of the commune that it goes to
 * @param place house and street, commune and province in words
 */
public record PostalParcel(
    UUID id,
    DossierId dossier,
    DossierCode code,
    String sender,
    String recipient,
    String phone,
    String unit,
    String place) {}
