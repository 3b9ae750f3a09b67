package com.allinone.endtoend.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the spans of a trace are found. */
public interface TraceStore {

    /** The spans of the trace, in no order; empty while none has arrived. */
    List<Span> trace(String traceId);

    /**
     * A span as far as the stories look at it.
     *
     * @param parent the id of its parent; null at the root
     */
    record Span(String id, @Nullable String parent, String service, String name) {}
}
