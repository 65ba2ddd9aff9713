package org.motcua.connect.leaving;

import java.io.Serializable;

/**
 * A client is to be told that a session has ended.
 *
 * @param subject the person's name at the client's agency
 * @param sid the session's name at the client
 */
record LogoutNotice(String client, String subject, String sid) implements Serializable {}
