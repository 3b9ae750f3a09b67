package com.allinone.chaos.proxying;

/**
 * What a proxy did to what passed it, ever.
 *
 * @param opened connections
 * @param cut connections reset while both ends were alive
 * @param delayed pieces that were passed on late
 * @param held pieces that had to wait until the way was open again
 */
public record Tally(long opened, long cut, long delayed, long held) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(opened + other.opened, cut + other.cut, delayed + other.delayed, held + other.held);
    }

    public Tally minus(Tally other) {
        return new Tally(opened - other.opened, cut - other.cut, delayed - other.delayed, held - other.held);
    }
}
