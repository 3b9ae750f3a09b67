package com.allinone.launcher.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
    @TempDir
    Path directory;

    private ScratchShop shop = ScratchShop.at(Path.of("."));

    @BeforeEach
    void aShop() {
        shop = ScratchShop.madeIn(directory);
        shop.migration("order", "V1__orders.sql", "create table orders (owner uuid);");
    }

    @Test
    void oneCommitBringsBackWhatRanBefore() {
        var first = shop.release("order", "prod", 'a');
        shop.release("order", "prod", 'b');

        assertThat(rollback()).as(shop.err).isEqualTo(ExitCode.OK);

        assertThat(shop.read("order", "prod")).contains("digest: " + ScratchShop.digest('a'), "commit: " + first);
        assertThat(shop.git("show", "--name-only", "--format=%s", "HEAD").lines())
                .containsExactly(
                        "Roll order back in prod: sha256:aaaaaaaaaaaa", "", "gitops/apps/order/prod/release.yaml");
        assertThat(shop.out).contains("nothing happens to it");
    }

    @Test
    void goingBackAgainGoesFurtherBackAndNotToWhatWasLeft() {
        shop.release("order", "prod", 'a');
        shop.release("order", "prod", 'b');
        shop.release("order", "prod", 'c');

        assertThat(rollback()).isEqualTo(ExitCode.OK);
        assertThat(rollback()).isEqualTo(ExitCode.OK);
        assertThat(shop.read("order", "prod")).contains(ScratchShop.digest('a'));

        assertThat(rollback()).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("first image of order in prod").hasLineCount(1);
    }

    @Test
    void theDatabaseDoesNotGoBackAndItIsSaid() {
        shop.release("order", "prod", 'a');
        shop.migration("order", "V2__buyer.sql", "alter table orders add buyer uuid;");
        shop.release("order", "prod", 'b');

        assertThat(rollback()).isEqualTo(ExitCode.OK);

        assertThat(shop.out).contains("The database does not go back", "V2__buyer.sql");
        assertThat(shop.git("log", "-1", "--format=%b")).contains("V2__buyer.sql");
    }

    @Test
    void theWayBackIsBarredByWhatWasTakenAway() {
        shop.release("order", "prod", 'a');
        shop.migration("order", "V2__buyer.sql", "alter table orders add buyer uuid;");
        shop.release("order", "prod", 'b');
        shop.migration("order", "V3__owner.sql", "-- contract of V2: nothing reads it\nalter table orders drop owner;");
        shop.release("order", "prod", 'c');

        assertThat(rollback("--image", "aaaa")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("V3__owner.sql", "before V2", "restore").hasLineCount(1);
        assertThat(rollback()).as(shop.err).isEqualTo(ExitCode.OK);
    }

    @Test
    void messagesThatTheOlderVersionDoesNotReadAreNamed() {
        shop.says("inventory", "stock.reserved.v1", "stock.counted.v1");
        shop.code("order", "stock.reserved.v1");
        shop.release("order", "prod", 'a');
        shop.code("order", "stock.reserved.v1", "stock.counted.v1");
        shop.release("order", "prod", 'b');
        shop.release("inventory", "prod", 'c');

        assertThat(rollback()).as(shop.err).isEqualTo(ExitCode.OK);

        assertThat(shop.out).contains("does not read stock.counted.v1", "parked");
    }

    @Test
    void aNeighbourThatWouldNotUnderstandBarsTheWay() {
        shop.says("order", "stock.reserve.v1");
        shop.code("inventory", "stock.reserve.v1");
        shop.release("order", "prod", 'a');
        shop.saysNoMore("order", "stock.reserve.v1");
        shop.says("order", "stock.reserve.v2");
        shop.code("inventory", "stock.reserve.v2");
        var second = shop.release("order", "prod", 'b');
        shop.release("inventory", "prod", 'c', second);

        assertThat(rollback()).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("this order says [stock.reserve.v1], and inventory in prod reads only");
    }

    @Test
    void wrongWordsAreUsageErrorsThatNameTheRightOnes() {
        assertThat(shop.run("rollback", "basket", "--env", "prod")).isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("basket", "inventory, order");
        assertThat(shop.run("rollback", "order", "--env", "live")).isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("live", "dev, staging, prod");
    }

    @Test
    void aServiceThatNeverRanHasNothingToGoBackTo() {
        shop.commit("Migrations");

        assertThat(rollback()).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("never released in prod").hasLineCount(1);
    }

    @Test
    void anImageThatNeverRanIsSaid() {
        shop.release("order", "prod", 'a');

        assertThat(rollback("--image", "sha256:ffff")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("begins with sha256:ffff").hasLineCount(1);
    }

    @Test
    void aHistoryThatIsCutShortIsSaid() {
        shop.release("order", "prod", 'a');
        shop.release("order", "prod", 'b');
        var whole = shop.checkout;
        var shallow = directory.resolve("shallow");
        shop.git("clone", "--quiet", "--depth", "1", "file://" + whole, shallow.toString());
        shop = ScratchShop.at(shallow);

        assertThat(rollback()).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("git fetch --unshallow").hasLineCount(1);
    }

    private int rollback(String... more) {
        var arguments = new ArrayList<>(List.of("rollback", "order", "--env", "prod"));
        arguments.addAll(List.of(more));
        return shop.run(arguments.toArray(String[]::new));
    }
}
