package com.allinone.launcher.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the shop's own code says in its text what it reads; a promotion relies on it. */
class ContractsTest {
    private static final Path ROOT = Path.of("..");
    private static final String MESSAGES = "contracts/src/main/resources/contracts";
    private static final List<String> SERVICES = List.of("catalog", "identity", "inventory", "order", "payment");

    @TempDir
    Path directory;

    @Test
    void everyServiceOfThisShopReadsWhatItsPeersSayToIt() throws IOException {
        var shop = ScratchShop.madeIn(directory);
        copy(shop, MESSAGES);
        for (var service : SERVICES) {
            copy(shop, service + "/src/main/java");
        }
        var commit = shop.commit("The shop as it is");
        var git = new Git(shop.checkout);

        assertThat(Contracts.at(git, "inventory", commit).reads())
                .containsExactlyInAnyOrderElementsOf(said("order", "stock."));
        assertThat(Contracts.at(git, "payment", commit).reads())
                .containsExactlyInAnyOrderElementsOf(said("order", "payment."));
        assertThat(Contracts.at(git, "order", commit).reads())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(said("inventory", ""), said("payment", ""), said("catalog", ""))
                                .flatMap(Set::stream)
                                .toList());
        assertThat(Contracts.at(git, "catalog", commit).reads()).isEmpty();
        SERVICES.forEach(
                service -> assertThat(Contracts.at(git, service, commit).says())
                        .containsExactlyInAnyOrderElementsOf(said(service, "")));
    }

    private static Set<String> said(String publisher, String prefix) {
        var suffix = ".schema.json";
        try (var files = Files.list(ROOT.resolve(MESSAGES).resolve(publisher))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix) && name.startsWith(prefix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copy(ScratchShop shop, String folder) throws IOException {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                shop.write(ROOT.relativize(file).toString(), Files.readString(file));
            }
        }
    }
}
