package com.allinone.launcher.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromoteTest {
    @TempDir
    Path directory;

    private ScratchShop shop = ScratchShop.at(Path.of("."));

    @BeforeEach
    void anOrderServiceThatPassedStaging() {
        shop = ScratchShop.madeIn(directory);
    }

    @Test
    void oneCommitCopiesDigestAndCommitAndTouchesNothingElse() {
        var built = shop.release("order", "staging", 'a');

        assertThat(promote()).isEqualTo(ExitCode.OK);

        assertThat(shop.read("order", "prod")).isEqualTo("""
                        # Written by the pipeline, ./shop promote and ./shop rollback; the history of this file is what ran here.
                        service: order
                        environment: prod
                        digest: %s
                        commit: %s
                        """.formatted(ScratchShop.digest('a'), built));
        assertThat(shop.git("show", "--name-only", "--format=%s", "HEAD").lines())
                .containsExactly(
                        "Promote order to prod: sha256:aaaaaaaaaaaa", "", "gitops/apps/order/prod/release.yaml");
        assertThat(shop.git("status", "--porcelain")).isEmpty();
        assertThat(shop.out).contains("git push").contains("The database stays as it is.");
    }

    @Test
    void theCommitTellsWhatItReplacesAndWhichMigrationsCome() {
        var first = shop.release("order", "prod", 'a');
        shop.migration("order", "V2__more.sql", "alter table orders add note text;");
        shop.release("order", "staging", 'b');

        assertThat(promote()).isEqualTo(ExitCode.OK);

        assertThat(shop.git("log", "-1", "--format=%b")).contains(first, "1 migrations", "V2__more.sql");
    }

    @Test
    void aDryRunCommitsNothing() {
        shop.release("order", "staging", 'a');
        var head = shop.git("rev-parse", "HEAD");

        assertThat(shop.run("promote", "order", "--from", "staging", "--to", "prod", "--dry-run"))
                .isEqualTo(ExitCode.OK);

        assertThat(shop.git("rev-parse", "HEAD")).isEqualTo(head);
        assertThat(shop.out).contains("Promote order to prod").doesNotContain("Committed");
    }

    @Test
    void whatDoesNotExistIsAUsageErrorThatNamesWhatDoes() {
        assertThat(shop.run("promote", "orders", "--from", "staging", "--to", "prod"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("orders", "inventory, order").hasLineCount(1);
        assertThat(shop.run("promote", "order", "--from", "staging", "--to", "live"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("live", "dev, staging, prod").hasLineCount(1);
    }

    @Test
    void anImageSkipsNoEnvironmentAndGoesNotBack() {
        assertThat(shop.run("promote", "order", "--from", "dev", "--to", "prod"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shop.run("promote", "order", "--from", "prod", "--to", "staging"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shop.run("promote", "order", "--from", "prod", "--to", "prod"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("from one environment to the next").hasLineCount(1);
    }

    @Test
    void whatIsNotCommittedIsInTheWay() {
        shop.release("order", "staging", 'a');
        shop.write("notes.txt", "to do");

        refusedWith(ExitCode.USAGE, "1 files are not committed (notes.txt)");
    }

    @Test
    void whatWasNeverReleasedCannotBePromoted() {
        refusedWith(ExitCode.UNTRUE, "never released in staging");
    }

    @Test
    void aReleaseNeedsADigestOfTheRightForm() {
        shop.write("gitops/apps/order/staging/release.yaml", "service: order\ncommit: " + "c".repeat(40) + "\n");
        shop.commit("No digest");
        refusedWith(ExitCode.UNTRUE, "gitops/apps/order/staging/release.yaml names no digest");

        shop.write("gitops/apps/order/staging/release.yaml", "digest: latest\ncommit: " + "c".repeat(40) + "\n");
        shop.commit("No digest either");
        refusedWith(ExitCode.UNTRUE, "the digest latest, which is none");
    }

    @Test
    void anImageThatIsThereAlreadyIsNothingToDo() {
        var built = shop.release("order", "staging", 'a');
        shop.release("order", "prod", 'a', built);

        refusedWith(ExitCode.UNTRUE, "prod runs sha256:aaaaaaaaaaaa of order already");
    }

    @Test
    void somethingOlderIsNoPromotion() {
        var older = shop.release("order", "staging", 'a');
        shop.release("order", "prod", 'b');
        assertThat(older).isNotEmpty();

        refusedWith(ExitCode.UNTRUE, "./shop rollback");
    }

    @Test
    void aCommitThatTheCloneDoesNotHaveIsSaid() {
        shop.release("order", "staging", 'a', "d".repeat(40));

        refusedWith(ExitCode.UNTRUE, "this clone does not have: git fetch.");
    }

    @Test
    void aDirectoryThatIsNoCloneIsSaid() throws IOException {
        var elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        shop = ScratchShop.at(elsewhere);

        refusedWith(ExitCode.USAGE, "is no clone of a Git repository");
    }

    private int promote() {
        return shop.run("promote", "order", "--from", "staging", "--to", "prod");
    }

    private void refusedWith(int code, String words) {
        assertThat(promote()).as(shop.err).isEqualTo(code);
        assertThat(shop.err).contains(words).hasLineCount(1);
        assertThat(shop.out).isEmpty();
    }
}
