package com.allinone.messaging.inbox;

import com.allinone.messaging.gathering.Pace;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What came from one topic and was not begun yet. A channel delivers what each look at Kafka found, be it one record;
 * all that came while a piece was being handled is the next piece. One thread handles pieces, in the order of arrival,
 * and ends when nothing is left.
 */
final class Intake {

    /** How many deliveries may wait before the channel has to. */
    private static final int AHEAD = 32;

    private static final CompletionStage<Void> ROOM = CompletableFuture.completedStage(null);

    private final String name;
    private final int most;
    private final Pace pace;
    private final Consumer<List<KafkaRecordBatch<String, byte[]>>> work;
    private final ArrayDeque<KafkaRecordBatch<String, byte[]>> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> room = new CompletableFuture<>();
    private boolean working;

    /**
     * An intake.
     *
     * @param most records in a piece, unless one delivery alone has more
     * @param work handles a piece; never throws
     */
    Intake(String name, int most, Pace pace, Consumer<List<KafkaRecordBatch<String, byte[]>>> work) {
        this.name = name;
        this.most = most;
        this.pace = pace;
        this.work = work;
    }

    /** Takes a delivery and returns at once; complete when the next may come. */
    CompletionStage<Void> take(KafkaRecordBatch<String, byte[]> delivery) {
        synchronized (waiting) {
            waiting.add(delivery);
            if (!working) {
                working = true;
                Thread.ofVirtual().name(name).start(this::run);
            }
            return waiting.size() < AHEAD ? ROOM : room;
        }
    }

    private void run() {
        pace.await();
        for (var piece = piece(); !piece.isEmpty(); piece = piece()) {
            work.accept(piece);
            pace.await();
        }
    }

    /** The next piece; none, and no thread any more, when nothing waits. */
    private List<KafkaRecordBatch<String, byte[]>> piece() {
        List<KafkaRecordBatch<String, byte[]>> piece = new ArrayList<>();
        CompletableFuture<Void> full = null;
        synchronized (waiting) {
            int records = 0;
            while (!waiting.isEmpty()
                    && (piece.isEmpty() || records + waiting.peek().getRecords().size() <= most)) {
                records += waiting.peek().getRecords().size();
                piece.add(waiting.poll());
            }
            working = !piece.isEmpty();
            if (waiting.size() < AHEAD) {
                full = room;
                room = new CompletableFuture<>();
            }
        }
        if (full != null) {
            full.complete(null);
        }
        return piece;
    }
}
