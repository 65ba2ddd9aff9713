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

/** Which answer an exception that nobody caught deserves. */
class Failures {

  private Failures() {}

  static HttpStatus statusOf(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = behind(cause)) {
      var status = statusOfThis(cause);
      if (status != null) return status;
    }
    return HttpStatus.INTERNAL_SERVER_ERROR;
  }

  /** When a lost connection cannot be rolled back either, what went wrong first tells more. */
  private static @Nullable Throwable behind(Throwable failure) {
    return failure instanceof TransactionSystemException transaction
        ? transaction.getOriginalException()
        : failure.getCause();
  }

  private static @Nullable HttpStatus statusOfThis(Throwable failure) {
    return switch (failure) {
      case DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          QueryTimeoutException _,
          SQLTransientConnectionException _,
          SQLNonTransientConnectionException _ ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case SQLException sql when connectionLost(sql) -> HttpStatus.SERVICE_UNAVAILABLE;
      case MaxUploadSizeExceededException _ -> HttpStatus.CONTENT_TOO_LARGE;
      case AccessDeniedException _ -> HttpStatus.FORBIDDEN;
      case InvalidParameterException parameter -> HttpStatus.resolve(parameter.getErrorCode());
      default -> null;
    };
  }

  /** Class 08: connection exception; class 57P: the server shuts down or starts. */
  private static boolean connectionLost(SQLException failure) {
    var state = failure.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
