package com.allinone.simulation.smallworld;

import com.allinone.inventory.domain.Shelf;
import java.util.ArrayList;
import java.util.List;

/**
 * All there is at one moment.
 *
 * @param late whether the deadline is over
 * @param left what may still happen to it
 */
record Situation(List<Trip> trips, Shelf shelf, boolean late, Left left) {

    Situation trip(int number, Trip next) {
        List<Trip> all = new ArrayList<>(trips);
        all.set(number, next);
        return new Situation(List.copyOf(all), shelf, late, left);
    }

    Situation shelf(Shelf next) {
        return new Situation(trips, next, late, left);
    }

    Situation left(Left next) {
        return new Situation(trips, shelf, late, next);
    }

    Situation inTheEvening() {
        return new Situation(trips, shelf, true, left);
    }

    /**
     * What may still happen, each so often.
     *
     * @param cancels shoppers who change their mind
     * @param repetitions commands that are sent again
     * @param overtakings releases and cancels that arrive before what they undo
     */
    record Left(int cancels, int repetitions, int crashes, int overtakings) {

        Left cancel() {
            return new Left(cancels - 1, repetitions, crashes, overtakings);
        }

        Left repeat() {
            return new Left(cancels, repetitions - 1, crashes, overtakings);
        }

        Left crash() {
            return new Left(cancels, repetitions, crashes - 1, overtakings);
        }

        Left overtake() {
            return new Left(cancels, repetitions, crashes, overtakings - 1);
        }
    }
}
