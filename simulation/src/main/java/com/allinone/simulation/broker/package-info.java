/** Kafka as it behaves: partitions, groups, late and lost acknowledgements, zombies. */
@NullMarked
package com.allinone.simulation.broker;

import org.jspecify.annotations.NullMarked;
