/** What the clients did and what they were told: append-only, on the disk before anything is sent. */
@NullMarked
package com.allinone.chaos.history;

import org.jspecify.annotations.NullMarked;
