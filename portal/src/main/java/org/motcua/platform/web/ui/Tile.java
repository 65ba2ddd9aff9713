package org.motcua.platform.web.ui;

/**
 * A picture, a name and a line about it that lead somewhere.
 *
 * @param icon one of those in {@code ui/icon.jte}
 */
public record Tile(String icon, String name, String about, String address) {}
