package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import java.time.Duration;
import java.util.Random;

/** Something that is done to a running shop and undone again. */
public interface Fault {
    /** For so long at most it is felt afterwards: a clock that was ahead leaves due times as far ahead. */
    Duration AFTERMATH = Duration.ofMinutes(10);

    /** The name under which it is counted. */
    String kind();

    /**
     * Does it, proves that it took effect, and undoes it.
     *
     * @return the evidence, for the table
     * @throws WithoutEffect when nothing came of it, which is an error of the run
     * @throws NotPossibleHere when this machine does not allow it
     */
    String strike(BrokenShop shop, Random random) throws Exception;

    /** A fault that broke nothing proves nothing. */
    final class WithoutEffect extends Exception {
        private static final long serialVersionUID = 1L;

        public WithoutEffect(String why) {
            super(why);
        }
    }

    /** This machine does not allow it, for example because it needs root. */
    final class NotPossibleHere extends Exception {
        private static final long serialVersionUID = 1L;

        public NotPossibleHere(String why) {
            super(why);
        }
    }
}
