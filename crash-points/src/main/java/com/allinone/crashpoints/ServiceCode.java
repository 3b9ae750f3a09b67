package com.allinone.crashpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** All sites of a service, read from the very jars that it runs. */
public final class ServiceCode {

    /**
     * What crosses a boundary for good, and the only classes that may do it: all of them stand behind a port, so that
     * no commit, acknowledgement, call or sending is without a name.
     */
    private static final Map<String, Set<String>> RAW = Map.of(
            "java/sql/Connection.commit", Set.of("com/allinone/messaging/sql/JdbcTransactions"),
            "org/apache/kafka/clients/producer/KafkaProducer.send",
                    Set.of("com/allinone/messaging/outbox/KafkaBroker$Producing"),
            // The tail of what the shop says remembers no offset: its acknowledgement says nothing to anybody.
            "io/smallrye/reactive/messaging/kafka/KafkaRecordBatch.ack",
                    Set.of(Port.BATCHES, "com/allinone/order/viewing/OrderSignals"),
            "org/eclipse/microprofile/reactive/messaging/Emitter.send", Set.of(),
            "java/net/http/HttpClient.send", Set.of("com/allinone/payment/provider/StripeClient"),
            "java/net/http/HttpClient.sendAsync", Set.of());

    private static final Set<String> ENTRIES = Set.of(
            "Ljakarta/ws/rs/Path;",
            "Lorg/eclipse/microprofile/reactive/messaging/Incoming;",
            "Lio/quarkus/scheduler/Scheduled;",
            "Ljakarta/enterprise/event/Observes;");

    private final Map<String, ClassModel> classes = new LinkedHashMap<>();

    private ServiceCode() {}

    /**
     * Reads a Quarkus application.
     *
     * @param application the directory of {@code quarkus-run.jar}
     */
    public static ServiceCode of(Path application) {
        var code = new ServiceCode();
        code.read(application.resolve("app"));
        code.read(application.resolve("lib").resolve("main"));
        code.requireNothingRaw();
        return code;
    }

    /** The sites in classes whose name begins so, as in {@code com.allinone.order}. */
    public List<Site> sites(String prefix) {
        return classes.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix.replace('.', '/') + "/"))
                .flatMap(each -> sites(each.getKey(), each.getValue()))
                .toList();
    }

    private Stream<Site> sites(String name, ClassModel model) {
        var sites = Sites.of(model).all();
        // What implements something is found by that, and called through it.
        boolean reached =
                sites.isEmpty() || !model.interfaces().isEmpty() || isEntered(model) || isNamedByAnother(name);
        return reached ? sites.stream() : sites.stream().map(Site::neverReached);
    }

    /** Whether something outside the code calls into it: a request, a message, a clock, the start. */
    private static boolean isEntered(ClassModel model) {
        for (var entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text && ENTRIES.contains(text.stringValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedByAnother(String name) {
        return classes.entrySet().stream()
                .filter(each -> !each.getKey().equals(name) && !each.getKey().startsWith(name + "$"))
                .anyMatch(each -> names(each.getValue(), name));
    }

    private static boolean names(ClassModel model, String other) {
        for (var entry : model.constantPool()) {
            if (entry instanceof ClassEntry named && named.asInternalName().equals(other)) {
                return true;
            }
        }
        return false;
    }

    private void read(Path jars) {
        try (var files = Files.list(jars)) {
            for (var jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                readJar(jar);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void readJar(Path path) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            for (var entry : jar.stream()
                    .filter(each -> each.getName().startsWith("com/allinone/")
                            && each.getName().endsWith(".class"))
                    .toList()) {
                try (var bytes = jar.getInputStream(entry)) {
                    var model = ClassFile.of().parse(bytes.readAllBytes());
                    classes.put(model.thisClass().asInternalName(), model);
                }
            }
        }
    }

    private void requireNothingRaw() {
        List<String> unnamed = new ArrayList<>();
        classes.forEach((name, model) -> {
            for (var entry : model.constantPool()) {
                if (entry instanceof MemberRefEntry member) {
                    var what = member.owner().asInternalName() + "."
                            + member.name().stringValue();
                    var allowed = RAW.get(what);
                    if (allowed != null && !allowed.contains(name)) {
                        unnamed.add(name + " calls " + what);
                    }
                }
            }
        });
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException("A boundary is crossed behind no port: " + unnamed);
        }
    }
}
