/** New processes take the place of old ones while people shop, as a cluster does it when a version is rolled out. */
@NullMarked
package com.allinone.endtoend.rolling;

import org.jspecify.annotations.NullMarked;
