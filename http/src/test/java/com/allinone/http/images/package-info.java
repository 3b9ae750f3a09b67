@NullMarked
package com.allinone.http.images;

import org.jspecify.annotations.NullMarked;
