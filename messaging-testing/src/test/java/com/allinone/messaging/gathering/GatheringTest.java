package com.allinone.messaging.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.allinone.messaging.SystemTicker;
import com.allinone.messaging.sql.DatabaseFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final Pace NONE = new Pace(new SystemTicker(), Duration.ZERO);
    private static final Executor CALLERS = task -> Thread.ofVirtual().start(task);

    private final List<List<Integer>> pieces = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void aLonelyCallerDoesItsOwnWork() {
        open.countDown();

        assertThat(gathering(10, 1).ask(7)).isEqualTo("7");
        assertThat(pieces).containsExactly(List.of(7));
    }

    @Test
    void whoComesMeanwhileSharesTheNextPiece() {
        var gathering = gathering(10, 1);
        var answers = asked(gathering, 5);
        await().until(() -> pieces.size() == 1);
        open.countDown();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
        assertThat(pieces.stream().mapToInt(List::size).sum()).isEqualTo(5);
    }

    @Test
    void nobodyIsAnsweredBeforeItsPieceIsDone() throws InterruptedException {
        var answers = asked(gathering(10, 1), 3);
        await().until(() -> pieces.size() == 1);
        Thread.sleep(50);

        assertThat(answers).noneMatch(CompletableFuture::isDone);
        open.countDown();
        answers.forEach(CompletableFuture::join);
    }

    @Test
    void aPieceHoldsNoMoreThanItMay() {
        var answers = asked(gathering(3, 1), 50);
        open.countDown();
        answers.forEach(CompletableFuture::join);

        assertThat(pieces).allMatch(piece -> piece.size() <= 3);
        assertThat(pieces.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void ofEqualKeysOneIsInAPiece() {
        var gathering = new Gathering<Integer, String>(this::work, wish -> wish % 2, 10, 1, NONE);
        var answers = asked(gathering, 20);
        open.countDown();
        answers.forEach(CompletableFuture::join);

        assertThat(pieces)
                .allMatch(piece ->
                        new HashSet<>(piece.stream().map(wish -> wish % 2).toList()).size() == piece.size());
    }

    @Test
    void oneThatFailsDoesNotFailTheOthers() {
        var gathering = gathering(10, 1);
        var answers = asked(gathering, 4);
        var bad = CompletableFuture.supplyAsync(() -> gathering.ask(-1), CALLERS);
        open.countDown();

        assertThat(answers.stream().map(CompletableFuture::join)).hasSize(4);
        assertThatThrownBy(bad::join).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDatabaseThatIsAwayFailsForAllAtOnce() {
        var gathering = new Gathering<Integer, String>(
                wishes -> {
                    pieces.add(wishes);
                    join(open);
                    throw new DatabaseFailure(new SQLException("away", "08006"));
                },
                wish -> wish,
                100,
                1,
                NONE);
        var answers = asked(gathering, 30);
        await().until(() -> pieces.size() == 1);
        open.countDown();

        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(DatabaseFailure.class));
        assertThat(pieces.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(30);
    }

    @Test
    void afterAFailureItGoesOn() {
        open.countDown();
        var gathering = gathering(10, 1);

        assertThatThrownBy(() -> gathering.ask(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(gathering.ask(1)).isEqualTo("1");
    }

    @Test
    void aThousandCallersAreAllAnsweredBySeveralAtOnce() {
        open.countDown();
        var answers = asked(gathering(7, 3), 1_000);

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1_000);
        assertThat(pieces.stream().mapToInt(List::size).sum()).isEqualTo(1_000);
    }

    private Gathering<Integer, String> gathering(int most, int atOnce) {
        return new Gathering<>(this::work, wish -> wish, most, atOnce, NONE);
    }

    private List<String> work(List<Integer> wishes) {
        if (wishes.contains(-1)) {
            throw new IllegalArgumentException("not this one");
        }
        pieces.add(wishes);
        join(open);
        return wishes.stream().map(String::valueOf).toList();
    }

    private static List<CompletableFuture<String>> asked(Gathering<Integer, String> gathering, int callers) {
        return IntStream.range(0, callers)
                .mapToObj(wish -> CompletableFuture.supplyAsync(() -> gathering.ask(wish), CALLERS))
                .toList();
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
