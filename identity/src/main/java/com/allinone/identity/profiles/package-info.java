/** Reading and changing one's own profile and addresses, and the operators' view of a person. */
@NullMarked
package com.allinone.identity.profiles;

import org.jspecify.annotations.NullMarked;
