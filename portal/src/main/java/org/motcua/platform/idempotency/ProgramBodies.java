package org.motcua.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Keeps the body of a program's call, so that a call can be compared with an earlier one; files
 * excepted, which come in other ways. Nobody fills in forms of such a size: what is longer is
 * turned away before anything reads it.
 */
@Configuration(proxyBeanMethods = false)
class ProgramBodies {

  static final DataSize LONGEST = DataSize.ofKilobytes(512);

  private static final String BODY = ProgramBodies.class.getName();
  private static final int AFTER_WHO_IT_IS = 0;
  private static final Set<String> FILES = Set.of("multipart/", "application/offset+octet-stream");

  /** Empty where it was not kept. */
  static byte[] of(HttpServletRequest request) {
    return request.getAttribute(BODY) instanceof byte[] body ? body : new byte[0];
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> programBodiesFilter() {
    var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Keeping());
    registration.addUrlPatterns(
        "/api/dossiers",
        "/api/dossiers/*",
        "/api/desk/*",
        "/api/webhooks",
        "/api/webhooks/*",
        "/api/payments",
        "/api/payments/*");
    registration.setOrder(AFTER_WHO_IT_IS);
    return registration;
  }

  private static final class Keeping extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      var most = (int) LONGEST.toBytes();
      var length = request.getContentLengthLong();
      if (length > most) throw tooLong();
      var body = length < 0 ? unmeasured(request, most) : measured(request, (int) length);
      request.setAttribute(BODY, body);
      chain.doFilter(new Kept(request, body), response);
    }

    private static byte[] measured(HttpServletRequest request, int length) throws IOException {
      var body = new byte[length];
      var read = request.getInputStream().readNBytes(body, 0, length);
      if (read < length) throw new EOFException("The body ends after " + read + " bytes");
      return body;
    }

    private static byte[] unmeasured(HttpServletRequest request, int most) throws IOException {
      var body = request.getInputStream().readNBytes(most + 1);
      if (body.length > most) throw tooLong();
      return body;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
      var type = request.getContentType();
      return request.getMethod().equals("GET")
          || type != null && FILES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
    }

    private static MaxUploadSizeExceededException tooLong() {
      return new MaxUploadSizeExceededException(LONGEST.toBytes());
    }
  }

  private static final class Kept extends HttpServletRequestWrapper {

    private final byte[] body;

    Kept(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Stream(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Stream extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Stream(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("All of it is there already");
    }
  }
}
