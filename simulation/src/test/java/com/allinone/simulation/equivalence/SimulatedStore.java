package com.allinone.simulation.equivalence;

import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.Transaction;
import com.allinone.simulation.store.Database;
import com.allinone.simulation.store.SimulatedTransactions;
import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The simulated store; its world moves until nobody in it can, and time stands still. */
final class SimulatedStore implements Store {

    private final World world = new World(bound -> bound - 1);
    private final Database database = new Database(world);
    private final Life life = new Life("client");
    private final List<Talk> talks = new ArrayList<>();

    SimulatedStore(int connections) {
        for (int i = 0; i < connections; i++) {
            talks.add(new Talk());
        }
    }

    @Override
    public void begin(int connection) {
        Talk talk = talks.get(connection);
        world.start(
                life,
                "connection " + connection,
                () -> talk.converse(new SimulatedTransactions(database, life, new NothingToSend()), () -> {
                    world.await(talk::told);
                    return Objects.requireNonNull(talk.next());
                }));
        move();
    }

    @Override
    public void run(int connection, Function<Transaction, String> operation) {
        talks.get(connection).tell(operation);
        move();
    }

    @Override
    public void commit(int connection) {
        run(connection, Talk.COMMIT);
    }

    @Override
    public void rollback(int connection) {
        run(connection, Talk.ROLLBACK);
    }

    @Override
    public Optional<String> answer(int connection) {
        return Optional.ofNullable(talks.get(connection).answer());
    }

    @Override
    public void close() {
        world.end();
    }

    private void move() {
        world.run(() -> false, Duration.ZERO);
    }

    /** The operations append to the outbox themselves. */
    static final class NothingToSend implements CommitSteps {
        @Override
        public void beforeCommit(Transaction transaction) {}

        @Override
        public void afterCommit(Transaction transaction) {}
    }
}
