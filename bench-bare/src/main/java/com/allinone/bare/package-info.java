/** As little as an endpoint can be: bytes that are there before anybody asks. */
@NullMarked
package com.allinone.bare;

import org.jspecify.annotations.NullMarked;
