/** What a service says and hears: messages, the handler they are given to, and their JSON. No business words live here. */
@NullMarked
package com.allinone.messaging;

import org.jspecify.annotations.NullMarked;
