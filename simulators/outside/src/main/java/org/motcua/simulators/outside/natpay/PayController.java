package org.motcua.simulators.outside.natpay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.motcua.simulators.outside.gateways.PayPages;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The platform's pages on which payers choose a bank. */
@Controller("natpayPayController")
@RequestMapping("/natpay")
class PayController extends PayPages {

  PayController(PlatformOrders orders, Notices notices, MessageSource messages, Clock clock) {
    super(orders, notices, messages, clock, "natpay");
  }

  @Override
  protected String unknown(
      String language, HttpServletRequest request, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    model.addAttribute("page", page(language, request.getRequestURI()));
    return "natpay/unknown";
  }
}
