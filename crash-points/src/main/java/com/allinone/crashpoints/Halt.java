package com.allinone.crashpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the armed code calls. It knows for each thread where its last boundary calls stood and whether its transaction
 * has written; at the point it was armed with it notes that and halts the process, without shutdown hooks, at once.
 */
public final class Halt {

    /** As a kill -9 would be reported. */
    public static final int STATUS = 137;

    private static final String READS = "~";
    private static final ThreadLocal<Map<String, String>> PLACES = ThreadLocal.withInitial(HashMap::new);
    /** Of which batch a thread is that was begun while the batch was handed over. */
    private static final InheritableThreadLocal<@Nullable String> BATCH = new InheritableThreadLocal<>();

    private static final ThreadLocal<Boolean> WROTE = ThreadLocal.withInitial(() -> false);
    private static final ThreadLocal<@Nullable String> COMMITTING = new ThreadLocal<>();
    private static final Set<String> NAMED = new HashSet<>();

    private static volatile String armed = "";
    private static volatile Path notes = Path.of("crash-points.txt");
    private static volatile String slow = "";
    private static volatile Duration pause = Duration.ZERO;

    private Halt() {}

    /** Chooses the point, and the file in which dying there is noted. */
    static void arm(String point, Path file) {
        armed = point;
        notes = file;
    }

    /** Chooses another point, at which everybody sleeps. */
    static void linger(String point, Duration howLong) {
        slow = point;
        pause = howLong;
    }

    /** A call that crosses a boundary further down is about to be made. */
    public static void at(String method, String site) {
        PLACES.get().put(method, site);
    }

    /** The same, where nothing is said to be written. */
    public static void reading(String method, String site) {
        PLACES.get().put(method, READS + site);
    }

    /** A batch is handed over; whichever thread is begun for it has its name. */
    public static void handingOver(String site) {
        BATCH.set(site);
    }

    /** That is over, and what this thread does next has no part in it. */
    public static void handedOver() {
        BATCH.remove();
    }

    /** A transaction has begun. */
    public static void begun() {
        WROTE.set(false);
    }

    /** A statement has changed so many rows. */
    public static void changed(int rows, String statement) {
        var verb = verb(statement);
        boolean shapesTables = verb.equals("create") || verb.equals("drop");
        if (shapesTables || (rows > 0 && !verb.equals("select"))) {
            WROTE.set(true);
        }
    }

    /** A statement has answered so many rows; whether it also changed them its text says. */
    public static void answered(Collection<?> rows, String statement) {
        var text = statement.toLowerCase(Locale.ROOT);
        boolean changes = Stream.of("insert into", "update ", "delete from").anyMatch(text::contains)
                && !verb(text).equals("select");
        if (changes && !rows.isEmpty()) {
            WROTE.set(true);
        }
    }

    /** All is written, and the commit comes next; one that has written nothing is no boundary. */
    public static void committing() {
        COMMITTING.remove();
        if (!WROTE.get()) {
            return;
        }
        var site = standing();
        if (site == null) {
            note("a transaction of no named place wrote");
        } else if (site.startsWith(READS)) {
            note(site.substring(1) + " is excluded and wrote");
        } else {
            COMMITTING.set(site);
            reached(site + "/before-commit");
        }
    }

    /** The commit is a fact. */
    public static void committed() {
        var site = COMMITTING.get();
        if (site != null) {
            reached(site + "/after-commit");
        }
    }

    /** A batch is about to be acknowledged. */
    public static void acknowledging() {
        reached(standing() + "/before-ack");
    }

    /** It is asked for; dies once it is done. */
    public static CompletionStage<Void> acknowledged(CompletionStage<Void> acknowledgement) {
        var site = standing();
        return acknowledgement.thenRun(() -> reached(site + "/after-ack"));
    }

    /** The one question at every point. */
    public static void reached(String point) {
        if (point.equals(armed)) {
            synchronized (Halt.class) {
                note("died at " + point);
                Runtime.getRuntime().halt(STATUS);
            }
        } else if (point.equals(slow)) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The site of the innermost method on the stack that has one; else that of the batch. */
    private static @Nullable String standing() {
        var places = PLACES.get();
        return StackWalker.getInstance()
                .walk(frames -> frames.map(
                                frame -> places.get(Sites.place(frame.getClassName(), frame.getMethodName())))
                        .filter(site -> site != null)
                        .findFirst()
                        .orElseGet(BATCH::get));
    }

    private static String verb(String statement) {
        var text = statement.strip();
        int end = text.indexOf(' ');
        return (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** Each sentence once, on the disk before it goes on. */
    private static void note(String sentence) {
        synchronized (NAMED) {
            if (!NAMED.add(sentence)) {
                return;
            }
        }
        try (var file = FileChannel.open(notes, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap((sentence + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
