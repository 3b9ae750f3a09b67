/** Traces: the ingress' own spans, and the bridge that turns everybody's OTLP into what Zipkin understands. */
@NullMarked
package com.allinone.launcher.tracing;

import org.jspecify.annotations.NullMarked;
