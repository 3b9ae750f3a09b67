/** What the use cases share: the port to the stored people and addresses, and how a person looks outside. */
@NullMarked
package com.allinone.identity.people;

import org.jspecify.annotations.NullMarked;
