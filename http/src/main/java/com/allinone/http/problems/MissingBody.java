package com.allinone.http.problems;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** An empty body, or {@code null} as JSON, never reaches a resource that takes one. */
@Provider
public class MissingBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw Problems.invalidBody("", "is missing");
        }
        return body;
    }
}
