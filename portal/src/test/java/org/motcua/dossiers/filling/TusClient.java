package org.motcua.dossiers.filling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.FormToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Somebody's browser that sends a file in parts, over a real connection. */
final class TusClient {

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String cookies;
  private final String token;

  static <S extends Session> TusClient of(
      SessionRepository<S> sessions, CurrentUser user, int port) {
    var session = sessions.createSession();
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList("ROLE_" + user.kind()))));
    sessions.save(session);
    var token = UUID.randomUUID().toString();
    var cookies = "motcua_session=" + base64(session.getId()) + "; motcua_form=" + token;
    return new TusClient(port, cookies, FormToken.masked(token));
  }

  private TusClient(int port, String cookies, String token) {
    this.port = port;
    this.cookies = cookies;
    this.token = token;
  }

  /** What a real browser keeps of the session. */
  com.microsoft.playwright.options.Cookie session() {
    var value = cookies.substring(cookies.indexOf('=') + 1, cookies.indexOf(';'));
    return new com.microsoft.playwright.options.Cookie("motcua_session", value)
        .setUrl("http://localhost:" + port);
  }

  /** The same browser at another node. */
  TusClient at(int otherPort) {
    return new TusClient(otherPort, cookies, token);
  }

  TusClient withoutToken() {
    return new TusClient(port, cookies, "");
  }

  HttpResponse<String> begin(String papers, String name, long length) {
    return begin(papers, length, "filename " + base64(name));
  }

  HttpResponse<String> begin(String papers, long length, String metadata) {
    return sends(
        request(papers)
            .header("Upload-Length", String.valueOf(length))
            .header("Upload-Metadata", metadata)
            .POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> sends(String upload, long offset, byte[] part, String... headers) {
    var request =
        request(upload)
            .header("Upload-Offset", String.valueOf(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", BodyPublishers.ofByteArray(part));
    if (headers.length > 0) request.headers(headers);
    return sends(request);
  }

  /** The connection breaks after the part's beginning. */
  void breaksOff(String upload, long offset, byte[] beginning, int length) {
    var head =
        """
        PATCH %s HTTP/1.1\r
        Host: localhost\r
        Cookie: %s\r
        X-XSRF-TOKEN: %s\r
        Tus-Resumable: 1.0.0\r
        Upload-Offset: %d\r
        Content-Type: application/offset+octet-stream\r
        Content-Length: %d\r
        \r
        """
            .formatted(upload, cookies, token, offset, length);
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(beginning);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> asks(String upload) {
    return sends(request(upload).method("HEAD", BodyPublishers.noBody()));
  }

  long offset(String upload) {
    return asks(upload).headers().firstValueAsLong("Upload-Offset").orElse(-1);
  }

  HttpResponse<String> ends(String upload) {
    return sends(request(upload).DELETE());
  }

  HttpResponse<String> options(String papers) {
    return sends(
        HttpRequest.newBuilder(at(papers))
            .header("Cookie", cookies)
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  HttpResponse<String> withoutProtocol(String upload) {
    return sends(
        HttpRequest.newBuilder(at(upload))
            .header("Cookie", cookies)
            .method("HEAD", BodyPublishers.noBody()));
  }

  HttpResponse<String> opens(String page) {
    return sends(request(page).GET());
  }

  /** The form that names the upload instead of a file. */
  HttpResponse<String> submits(String form, String paper, String upload) {
    var id = upload.substring(upload.lastIndexOf('/') + 1);
    return sends(
        request(form)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("paper=" + paper + "&upload=" + id)));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(at(path)).header("Cookie", cookies).header("Tus-Resumable", "1.0.0");
    return token.isEmpty() ? request : request.header("X-XSRF-TOKEN", token);
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private HttpResponse<String> sends(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
