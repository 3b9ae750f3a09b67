/** What inventory says on Kafka, as its contracts in contracts/inventory describe it. */
@NullMarked
package com.allinone.inventory.publishing;

import org.jspecify.annotations.NullMarked;
