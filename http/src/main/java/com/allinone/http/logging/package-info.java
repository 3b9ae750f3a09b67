/** What loggers tell, changed by operators while the service runs, for a while. */
@NullMarked
package com.allinone.http.logging;

import org.jspecify.annotations.NullMarked;
