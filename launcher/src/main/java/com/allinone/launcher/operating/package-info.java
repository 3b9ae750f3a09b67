/** What operators do with the messages of the services, through the ingress. */
@NullMarked
package com.allinone.launcher.operating;

import org.jspecify.annotations.NullMarked;
