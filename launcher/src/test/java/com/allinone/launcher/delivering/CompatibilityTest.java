package com.allinone.launcher.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a promotion breaks in the environment that it goes to: its database, and the services beside it. */
class CompatibilityTest {
    private static final String ADDS = "alter table orders add buyer uuid;";
    private static final String TAKES_AWAY =
            "-- contract of V2: nothing reads it any more\nalter table orders drop owner;";

    @TempDir
    Path directory;

    private ScratchShop shop = ScratchShop.at(Path.of("."));

    @BeforeEach
    void twoServicesThatSpeak() {
        shop = ScratchShop.madeIn(directory);
        shop.migration("order", "V1__orders.sql", "create table orders (owner uuid);");
        shop.says("order", "stock.reserve.v1");
        shop.says("inventory", "stock.reserved.v1");
        shop.code("order", "stock.reserve.v1", "stock.reserved.v1");
        shop.code("inventory", "stock.reserve.v1", "stock.reserved.v1");
        var first = shop.commit("Both speak");
        for (var environment : new String[] {"staging", "prod"}) {
            shop.release("order", environment, 'a', first);
            shop.release("inventory", environment, 'b', first);
        }
    }

    @Test
    void aContractionWaitsUntilWhatItContractsRunsThere() {
        shop.migration("order", "V2__buyer.sql", ADDS);
        var adds = shop.commit("Expand");
        shop.migration("order", "V3__owner.sql", TAKES_AWAY);
        shop.release("order", "staging", 'c');
        assertThat(promote("order")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("V3__owner.sql", "before V2", "prod").hasLineCount(1);

        shop.release("order", "prod", 'd', adds);
        assertThat(promote("order")).as(shop.err).isEqualTo(ExitCode.OK);
    }

    @Test
    void aMigrationThatWasChangedOrTakenBackIsRefused() {
        shop.migration("order", "V1__orders.sql", "create table orders (owner text);");
        shop.release("order", "staging", 'c');
        assertThat(promote("order")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("V1__orders.sql was changed after prod had it");

        shop.git("rm", "--quiet", "order/src/main/resources/db/migration/V1__orders.sql");
        shop.release("order", "staging", 'd');
        assertThat(promote("order")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("V1__orders.sql, which prod has, is gone");
    }

    @Test
    void aVersionThatNobodyThereReadsIsNotTheOnlyOneSaid() {
        shop.says("inventory", "stock.reserved.v2");
        shop.saysNoMore("inventory", "stock.reserved.v1");
        shop.code("order", "stock.reserve.v1", "stock.reserved.v2");
        var both = shop.commit("Version 2");
        shop.release("order", "staging", 'c', both);
        shop.release("inventory", "staging", 'd', both);

        assertThat(promote("inventory")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err)
                .contains("this inventory says [stock.reserved.v2], and order in prod reads only [stock.reserved.v1]")
                .hasLineCount(1);
        assertThat(promote("order")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err).contains("inventory in prod says [stock.reserved.v1], and this order reads only");
    }

    @Test
    void bothVersionsAreSaidUntilNobodyReadsTheOld() {
        shop.says("inventory", "stock.reserved.v2");
        shop.code("order", "stock.reserve.v1", "stock.reserved.v1", "stock.reserved.v2");
        var both = shop.commit("Version 2 beside version 1");
        shop.release("order", "staging", 'c', both);
        shop.release("inventory", "staging", 'd', both);

        assertThat(promote("inventory")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err)
                .contains("stock.reserved.v2, which order reads in staging and not yet in prod: promote order first")
                .hasLineCount(1);
        assertThat(promote("order")).as(shop.err).isEqualTo(ExitCode.OK);
        assertThat(promote("inventory")).as(shop.err).isEqualTo(ExitCode.OK);
    }

    private int promote(String service) {
        return shop.run("promote", service, "--from", "staging", "--to", "prod");
    }
}
