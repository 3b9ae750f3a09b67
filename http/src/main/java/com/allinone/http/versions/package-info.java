/** ETags and If-Match: nobody overwrites what they have not seen. */
@NullMarked
package com.allinone.http.versions;

import org.jspecify.annotations.NullMarked;
