package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka broker, its own controller, with the topics of {@code topics.yaml}. */
public final class Kafka implements Part {
    static final String NAME = "kafka";
    private static final int NODE = 1;
    private final Site site;
    private final Path data;

    public Kafka(Site site) {
        this.site = site;
        this.data = site.home().data(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().kafka(), site.ports().kafkaController());
    }

    @Override
    public void prepare() {
        Launcher.copy(site.home());
        try {
            Files.createDirectories(data);
            Files.writeString(propertiesFile(), properties());
            Files.writeString(loggingFile(), LOGGING);
            if (!Files.exists(logDirectory().resolve("meta.properties"))) {
                Archives.delete(logDirectory());
                format();
            }
        } catch (IOException failed) {
            throw Failure.machine("Cannot write to %s: %s.".formatted(data, failed.getMessage()));
        }
    }

    @Override
    public Program program() {
        var command = site.jvm(
                NAME,
                288,
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + loggingFile(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                Launcher.classPath(site.home()),
                "kafka.Kafka",
                propertiesFile().toString());
        return new Program(command, Map.of(), site.home().directory(), properties());
    }

    @Override
    public boolean healthy() {
        return Probe.listens(site.ports().kafka());
    }

    @Override
    public void furnish() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers(site), "request.timeout.ms", 10_000);
        try (var admin = Admin.create(settings)) {
            var existing = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            var missing = Topics.load().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(Kafka::newTopic)
                    .toList();
            admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw Failure.part("kafka refused to make the topics; why is in %s: %s."
                    .formatted(site.home().log(NAME), failed.getMessage()));
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes every record, topic and offset of a broker that does not run; its next start makes the topics anew. */
    public void empty() {
        try {
            Archives.delete(logDirectory());
        } catch (IOException failed) {
            throw Failure.machine("Cannot delete %s: %s.".formatted(logDirectory(), failed.getMessage()));
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    static String bootstrapServers(Site site) {
        return "127.0.0.1:" + site.ports().kafka();
    }

    private static NewTopic newTopic(Topics.Topic topic) {
        var retention = String.valueOf(topic.retention().toMillis());
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(Map.of("retention.ms", retention));
    }

    private void format() {
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId("YWxsaW5vbmUtc2hvcC0wMQ")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(logDirectory().toString())
                    .setDirectories(List.of(logDirectory().toString()))
                    .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
                    .run();
        } catch (Exception failed) {
            throw Failure.part("kafka's log directory cannot be formatted: " + failed.getMessage() + ".");
        }
    }

    private Path logDirectory() {
        return data.resolve("log");
    }

    private Path propertiesFile() {
        return data.resolve("server.properties");
    }

    private Path loggingFile() {
        return data.resolve("log4j2.properties");
    }

    private String properties() {
        return Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", NODE),
                        Map.entry(
                                "controller.quorum.voters",
                                NODE + "@127.0.0.1:" + site.ports().kafkaController()),
                        Map.entry(
                                "listeners",
                                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                        .formatted(
                                                site.ports().kafka(),
                                                site.ports().kafkaController())),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry("log.dirs", logDirectory()),
                        Map.entry("auto.create.topics.enable", false),
                        Map.entry("num.network.threads", 2),
                        Map.entry("num.io.threads", 4),
                        Map.entry("offsets.topic.replication.factor", 1),
                        Map.entry("offsets.topic.num.partitions", 8),
                        Map.entry("transaction.state.log.replication.factor", 1),
                        Map.entry("transaction.state.log.min.isr", 1),
                        Map.entry("transaction.state.log.num.partitions", 4),
                        Map.entry("share.coordinator.state.topic.replication.factor", 1),
                        Map.entry("share.coordinator.state.topic.min.isr", 1),
                        Map.entry("group.initial.rebalance.delay.ms", 0),
                        Map.entry("log.cleaner.dedupe.buffer.size", 8 * 1024 * 1024),
                        Map.entry("log.index.size.max.bytes", 1024 * 1024),
                        Map.entry("log.segment.bytes", 64 * 1024 * 1024))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static final String LOGGING = """
            status = error
            appender.stdout.type = Console
            appender.stdout.name = stdout
            appender.stdout.layout.type = PatternLayout
            appender.stdout.layout.pattern = %d{ISO8601} %p %m (%c)%n
            rootLogger.level = info
            rootLogger.appenderRef.stdout.ref = stdout
            logger.state.name = state.change.logger
            logger.state.level = warn
            """;
}
