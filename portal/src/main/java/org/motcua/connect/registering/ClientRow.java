package org.motcua.connect.registering;

import org.motcua.connect.model.Client;

/**
 * A system in the list.
 *
 * @param agency its name
 */
public record ClientRow(Client client, String agency) {}
