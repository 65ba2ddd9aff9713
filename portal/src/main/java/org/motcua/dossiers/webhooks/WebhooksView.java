package org.motcua.dossiers.webhooks;

import java.util.List;

/**
 * All webhooks of one program.
 *
 * @param home address of the program's own page at the desk
 */
public record WebhooksView(String home, String program, List<WebhookRow> webhooks) {}
