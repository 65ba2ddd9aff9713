package org.motcua.dossiers.submitting;

import java.util.List;
import org.motcua.eservices.Delivery;
import org.motcua.forms.PageQuestions;

/**
 * In which ways the result may come, and the address for the post.
 *
 * @param chosen so far
 * @param address its questions, as far as they are answered
 */
public record DeliveryView(List<Delivery> ways, Delivery chosen, PageQuestions address) {

  public DeliveryView {
    ways = List.copyOf(ways);
  }
}
