package org.motcua.eservices;

import org.motcua.platform.web.Language;

/** What an applicant should know before starting: safe HTML made from the service's guide. */
public record Guide(String vietnameseHtml, String englishHtml) {

  public String in(Language language) {
    return language == Language.VIETNAMESE ? vietnameseHtml : englishHtml;
  }
}
