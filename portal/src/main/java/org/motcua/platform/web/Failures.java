package org.motcua.platform.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Which answer an exception that nobody caught deserves. */
class Failures {

  private Failures() {}

  static HttpStatus statusOf(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var status = statusOfThis(cause);
      if (status != null) return status;
    }
    return HttpStatus.INTERNAL_SERVER_ERROR;
  }

  /**
   * What cannot even be rolled back had lost its connection, whatever then went wrong first: the
   * scheduler's words for it, or the commit's, do not tell.
   */
  private static @Nullable HttpStatus statusOfThis(Throwable failure) {
    return switch (failure) {
      case DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          QueryTimeoutException _,
          SQLTransientConnectionException _,
          SQLNonTransientConnectionException _ ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case SQLException sql when passes(sql) -> HttpStatus.SERVICE_UNAVAILABLE;
      case TransactionSystemException lost when lost.getCause() instanceof SQLException ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case MaxUploadSizeExceededException _ -> HttpStatus.CONTENT_TOO_LARGE;
      case MultipartException form when form.getCause() == null -> HttpStatus.BAD_REQUEST;
      case AccessDeniedException _ -> HttpStatus.FORBIDDEN;
      case InvalidParameterException parameter -> HttpStatus.resolve(parameter.getErrorCode());
      default -> null;
    };
  }

  /**
   * Class 08: connection exception; class 53: its disk is full, or the like; class 57P: the server
   * shuts down or starts; 25006: it takes no writes at present.
   */
  private static boolean passes(SQLException failure) {
    var state = failure.getSQLState();
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P")
            || state.equals("25006"));
  }
}
