package org.motcua.dossiers.paying;

/**
 * How far a dossier is paid online.
 *
 * @param payable whether something is owed that can be paid online now
 * @param underway whether somebody is paying at this moment
 * @param paid in dong, without what went back
 * @param refunded in dong, gone back or on its way
 */
public record PaidOnline(boolean payable, boolean underway, long paid, long refunded) {}
