/** What operators do to orders: asked for by request, carried out by message, each with its author and its answer. */
@NullMarked
package com.allinone.order.operating;

import org.jspecify.annotations.NullMarked;
