package com.allinone.endtoend.shop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the spans of a trace are found. */
public interface TraceStore {

    /** What stands in place of what a service does not tell. */
    String WITHHELD = "withheld";

    /** The spans of the trace, in no order; empty while none has arrived. */
    List<Span> trace(String traceId);

    /**
     * The graph of services that the store itself draws, as in {@code ingress -> order}, of the last hours; nothing where
     * it takes the broker for who was called.
     */
    Optional<Set<String>> graph();

    /** All that is kept of the latest traces of a service, as text. */
    String everything(String service);

    /** The names of all attributes of spans in such a text, but for those that are withheld. */
    Set<String> attributes(String everything);

    /**
     * A span as far as the stories look at it.
     *
     * @param parent the id of its parent; null at the root
     */
    record Span(String id, @Nullable String parent, String service, String name) {}
}
