package org.motcua.connect.agreeing;

import org.motcua.connect.model.Client;

/** A client that signs people in. */
record Site(Client client, Client.Portal portal) {}
