/** What identity tells the other services. Nothing here may carry personal data. */
@NullMarked
package com.allinone.identity.publishing;

import org.jspecify.annotations.NullMarked;
