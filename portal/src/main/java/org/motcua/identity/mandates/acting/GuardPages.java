package org.motcua.identity.mandates.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Representation;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What lies under {@code /my} is shut to representatives unless it is named here: account, keys,
 * delegations and members are nobody's but their owner's.
 *
 * <p>And a form is taken only from a page made for the account that is served now. With two windows
 * open, of which one has meanwhile begun to act for somebody, nothing is done in the wrong name.
 */
@Component
class GuardPages implements HandlerInterceptor, WebMvcConfigurer {

  /** The hidden field in every form that says for whom its page was made. */
  private static final String MADE_FOR = "_for";

  private static final String DOSSIERS = "/my/dossiers";

  /** The modules behind these ask for powers and scope themselves. */
  private static final List<String> OPEN =
      List.of(DOSSIERS, "/my/papers", "/my/taxes", ActingController.BEGINNING);

  /** These know no scope: only whoever sees everything sees them. */
  private static final List<String> OPEN_TO_GENERAL = List.of("/my/inbox", "/my/questions");

  private final Representation representation;

  GuardPages(Representation representation) {
    this.representation = representation;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/static/**", "/webjars/**", "/api/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof CurrentUser user)) {
      return true;
    }
    if (request.getMethod().equals("POST") && isMadeForAnother(request, user)) {
      throw new OpenedForAnother();
    }
    if (user.acting() == null || !under(request.getRequestURI(), "/my")) return true;
    if (request.getRequestURI().equals("/my")) {
      response.sendRedirect(DOSSIERS);
      return false;
    }
    requireOpen(request.getRequestURI(), user);
    return true;
  }

  private void requireOpen(String path, CurrentUser user) {
    if (OPEN.stream().anyMatch(open -> under(path, open))) return;
    if (OPEN_TO_GENERAL.stream().anyMatch(open -> under(path, open)) && seesAll(user)) return;
    throw new NotForRepresentatives(path);
  }

  private boolean seesAll(CurrentUser user) {
    return representation.seen(user).filter(MandateScope.All.class::isInstance).isPresent();
  }

  private static boolean isMadeForAnother(HttpServletRequest request, CurrentUser user) {
    var madeFor = request.getParameter(MADE_FOR);
    return madeFor != null && !madeFor.equals(user.key());
  }

  private static boolean under(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
