package org.motcua.platform.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents how a call may be refused. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "400",
    description = "The body is not JSON as it should be, or Idempotency-Key is missing",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "401",
    description =
        "No good token; or the person has to sign in more surely: WWW-Authenticate names the level"
            + " to ask for as acr_values",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "403",
    description = "The token's scopes or the mandate's powers do not go as far",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "404",
    description = "No such thing of theirs",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "409",
    description = "Not as the dossier stands now",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "422",
    description = "What was sent does not do; errors tell what, each at its place",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class),
            examples =
                @ExampleObject(
                    """
                    {"type": "about:blank", "title": "Unprocessable Content", "status": 422,
                     "code": "answers-faulty", "detail": "Some answers are missing or wrong.",
                     "errors": [{"field": "childName", "pointer": "/childName",
                                 "message": "Enter: name of the child"}]}
                    """)))
@ApiResponse(
    responseCode = "429",
    description = "Too many calls; Retry-After tells when to go on",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class)))
public @interface Problems {}
