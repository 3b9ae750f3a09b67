package com.allinone.http.logging;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The levels that operators have wished for, in the service's database: each replica looks every few seconds, and all of
 * them go back by themselves when the time is over.
 */
@ApplicationScoped
public class LogLevels {

    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(LogLevels.class);
    private static final String WISHED = "select * from log_level where until > ? order by logger limit 100";
    private static final String WISH = """
            insert into log_level (logger, level, until, author, reason, changed_at) values (?, ?, ?, ?, ?, ?)
            on conflict (logger) do update set level = excluded.level, until = excluded.until,
                author = excluded.author, reason = excluded.reason, changed_at = excluded.changed_at""";
    private static final String END = "update log_level set until = ? where logger = ? and until > ?";

    private final Transactions transactions;
    private final Clock clock;
    /** Loggers that tell otherwise than they were configured to. Held here: one that nobody holds forgets its level. */
    private final Map<String, Changed> changed = new HashMap<>();

    public LogLevels(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Changed(Logger logger, @Nullable Level before, LogLevel.Name now) {}

    /** What is wished for now. */
    public List<LogLevel> wished() {
        return transactions.call(this::wished);
    }

    /** Wishes, or ends a wish; this replica follows at once, the others within seconds. */
    public List<LogLevel> wish(LogLevel.Wish wish, String author) {
        List<LogLevel> now = transactions.call(transaction -> {
            write(transaction, wish, author);
            return wished(transaction);
        });
        LOG.infof(
                "Log level was changed, logger=%s level=%s minutes=%d operator=%s reason=%s",
                wish.logger(),
                wish.level() == null ? "as before" : wish.level(),
                wish.minutes(),
                author,
                wish.reason());
        follow(now);
        return now;
    }

    @Scheduled(every = "5s", skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        try {
            follow(wished());
        } catch (DatabaseFailure e) {
            // Without a database levels stay as they are; what fails besides is louder than this.
            LOG.debugf("Log levels were not read, cause=%s", e.getMessage());
        }
    }

    private synchronized void follow(List<LogLevel> wished) {
        Map<String, LogLevel.Name> wanted = new HashMap<>();
        wished.forEach(level -> wanted.put(level.logger(), level.level()));
        changed.entrySet().removeIf(entry -> {
            boolean over = !wanted.containsKey(entry.getKey());
            if (over) {
                entry.getValue().logger().setLevel(entry.getValue().before());
            }
            return over;
        });
        wanted.forEach((name, level) -> changed.compute(name, (key, old) -> {
            Logger logger = old == null ? Logger.getLogger(name) : old.logger();
            Changed now = new Changed(logger, old == null ? logger.getLevel() : old.before(), level);
            logger.setLevel(level.platform());
            return now;
        }));
    }

    private void write(Transaction transaction, LogLevel.Wish wish, String author) {
        var now = clock.instant();
        if (wish.level() == null) {
            transaction.sql(END).bind(now).bind(wish.logger()).bind(now).update();
            return;
        }
        transaction
                .sql(WISH)
                .bind(wish.logger())
                .bind(wish.level())
                .bind(now.plus(
                        Duration.ofMinutes(Optional.ofNullable(wish.minutes()).orElseThrow())))
                .bind(author)
                .bind(wish.reason())
                .bind(now)
                .update();
    }

    private List<LogLevel> wished(Transaction transaction) {
        return transaction.sql(WISHED).bind(clock.instant()).list(LogLevels::level);
    }

    private static LogLevel level(Row row) {
        return new LogLevel(
                row.text("logger"),
                LogLevel.Name.valueOf(row.text("level")),
                row.instant("until"),
                row.text("author"),
                row.text("reason"));
    }
}
