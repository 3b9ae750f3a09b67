package com.allinone.crashpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.shopping.Careless;
import com.allinone.shopping.Paying;
import com.allinone.shopping.Paying_ClientProxy;
import com.allinone.shopping.viewing.Lists;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SitesTest {

    @Test
    void namesEveryCallThatCrossesABoundaryAfterTheMethodItStandsIn() throws IOException {
        assertThat(sites(Paying.class))
                .extracting(Site::name)
                .containsExactly("Paying.pay", "Paying.pay#2", "Paying.payAll");
    }

    @Test
    void aGeneratedProxyHandsOnWhatOthersCall() throws IOException {
        assertThat(sites(Paying_ClientProxy.class)).isEmpty();
    }

    @Test
    void twoPointsBelongToATransaction() throws IOException {
        assertThat(sites(Paying.class).getFirst().points())
                .containsExactly("Paying.pay/before-commit", "Paying.pay/after-commit");
    }

    @Test
    void whatARoomThatViewsDoesIsExcludedAndSaysWhy() throws IOException {
        assertThat(sites(Lists.class))
                .singleElement()
                .satisfies(site -> assertThat(site.excluded()).contains("in a room that views"));
    }

    @Test
    void refusesAPortThatIsHandedOnBecauseItsCallerHasNoName() {
        assertThatThrownBy(() -> sites(Careless.class))
                .hasMessageContaining("Careless")
                .hasMessageContaining("as a method reference");
    }

    private static List<Site> sites(Class<?> type) throws IOException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (var bytes = Objects.requireNonNull(type.getResourceAsStream(file))) {
            return Sites.of(ClassFile.of().parse(bytes.readAllBytes())).all();
        }
    }
}
