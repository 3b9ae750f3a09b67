/** The one door of the shop on a developer's machine, with the routes and the manners of the cluster's ingress. */
@NullMarked
package com.allinone.launcher.ingress;

import org.jspecify.annotations.NullMarked;
