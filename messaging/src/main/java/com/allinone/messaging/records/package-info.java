/** What a service's own tables say of the messages of one key, for whoever explains what became of it. */
@NullMarked
package com.allinone.messaging.records;

import org.jspecify.annotations.NullMarked;
