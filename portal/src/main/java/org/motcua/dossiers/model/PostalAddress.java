package org.motcua.dossiers.model;

/**
 * Where a result is sent.
 *
 * @param phone as the post calls before it comes
 * @param unit the code of the commune
 * @param place house and street, commune and province in words
 */
public record PostalAddress(String recipient, String phone, String unit, String place) {}
