package org.motcua.platform.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.motcua.platform.idempotency.CallKeys;

/** Documents the header without which this call is refused. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    in = ParameterIn.HEADER,
    name = CallKeys.HEADER,
    required = true,
    description =
        "A text of the program's own making, such as a UUID, another one for each thing to be done."
            + " The same call sent again within 24 hours is not done again, and gets the first"
            + " answer; another call with the same key gets 422.",
    example = "8e03978e-40d5-43dd-bc93-6894a57f9324")
public @interface KeyRequired {}
