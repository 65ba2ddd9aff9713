package org.motcua.simulators.agency.signon;

import java.net.http.HttpClient;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Conversations with the portal, which end when our patience does. */
@Component
class PortalHttp {

  private final ClientHttpRequestFactory requests;

  PortalHttp(SignOnSettings settings) {
    var client = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    var factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(settings.patience());
    this.requests = factory;
  }

  RestClient client() {
    return RestClient.builder().requestFactory(requests).build();
  }

  /** For tokens, whose answers and errors have a form of their own. */
  RestClient tokenClient() {
    return RestClient.builder()
        .requestFactory(requests)
        .configureMessageConverters(
            converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  RestTemplate template() {
    return new RestTemplate(requests);
  }

  RestTemplate templateForUserInfo() {
    var template = template();
    template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    return template;
  }
}
