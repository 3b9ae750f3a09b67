package com.allinone.simulation.smallworld;

import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Warehouse;
import com.allinone.order.domain.OrderStatus;
import com.allinone.simulation.smallworld.Situation.Left;
import com.allinone.simulation.smallworld.Trip.Intent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through every situation that two orders of one unit can get into, whatever happens in whatever order, and looks
 * at each in which nothing more can happen by itself.
 *
 * @see <a href="https://lamport.azurewebsites.net/tla/tla.html">Explicit-state model checking</a>, of the code itself
 */
public final class SmallWorld {

    private static final Shelf ONE_UNIT =
            Shelf.empty(new ShelfId(Moves.SKU, new Warehouse("PUS1"))).receive(1);

    private final Moves moves;
    private final Map<Situation, Step> seen = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private long interleavings;
    private int ends;

    private SmallWorld(Cores cores) {
        this.moves = new Moves(cores);
    }

    /** Everything that can happen, with one shopper's cancel, one command sent twice, one crash and one overtaking. */
    public static Explored explore(Cores cores) {
        SmallWorld world = new SmallWorld(cores);
        Situation first = new Situation(List.of(Trip.NOT_BEGUN, Trip.NOT_BEGUN), ONE_UNIT, false, new Left(1, 1, 1, 1));
        world.walk(first);
        return new Explored(world.seen.size(), world.interleavings, world.ends, world.violations);
    }

    /**
     * What was found.
     *
     * @param steps from one situation to the next
     * @param ends situations in which nothing more can happen
     * @param violations with how each came about; empty is what we want
     */
    public record Explored(int situations, long steps, int ends, List<String> violations) {}

    private void walk(Situation first) {
        Deque<Situation> open = new ArrayDeque<>();
        seen.put(first, new Step(null, "begin"));
        open.push(first);
        while (!open.isEmpty() && violations.isEmpty()) {
            Situation now = open.pop();
            Map<String, Situation> next;
            try {
                next = moves.from(now);
            } catch (IllegalStateException impossible) {
                violations.add(impossible.getMessage() + ", after " + story(now));
                return;
            }
            interleavings += next.size();
            if (next.isEmpty()) {
                ends++;
                look(now);
            }
            next.forEach((name, situation) -> {
                if (seen.putIfAbsent(situation, new Step(now, name)) == null) {
                    open.push(situation);
                }
            });
        }
    }

    private void look(Situation end) {
        long taken = 0;
        for (Trip trip : end.trips()) {
            OrderStatus status =
                    trip.saga() == null ? OrderStatus.CANCELLED : trip.saga().status();
            boolean right = switch (status) {
                case DELIVERY_READY ->
                    trip.intent() == Intent.TAKEN && trip.reservation() instanceof Reservation.Allocated;
                case CANCELLED -> trip.intent() != Intent.TAKEN && !(trip.reservation() instanceof Reservation.Taken);
                default -> false;
            };
            taken += status == OrderStatus.DELIVERY_READY ? 1 : 0;
            if (!right) {
                violations.add("An order ends " + status + " with " + trip.intent() + " and " + trip.reservation()
                        + ", after " + story(end));
            }
        }
        if (end.shelf().allocated() != taken || end.shelf().reserved() != 0) {
            violations.add("The shelf ends as " + end.shelf() + ", after " + story(end));
        }
    }

    private String story(Situation end) {
        List<String> names = new ArrayList<>();
        Step step = seen.get(end);
        while (step != null && step.before != null) {
            names.addFirst(step.name);
            step = seen.get(step.before);
        }
        return String.join(", ", names);
    }

    private record Step(@Nullable Situation before, String name) {}
}
