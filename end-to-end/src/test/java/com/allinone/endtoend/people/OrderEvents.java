package com.allinone.endtoend.people;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The server-sent events of an order, heard on a thread of their own. */
public final class OrderEvents implements AutoCloseable {

    /**
     * One event.
     *
     * @param id what to send as Last-Event-ID to go on behind it
     */
    public record Event(String id, String name, String data) {}

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread listener;

    private OrderEvents(Stream<String> lines) {
        this.lines = lines;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    static OrderEvents of(Client client, String path, String... headers) {
        String[] all = Stream.concat(Stream.of("Accept", "text/event-stream"), Stream.of(headers))
                .toArray(String[]::new);
        return new OrderEvents(client.lines(path, all));
    }

    public List<String> statuses() {
        return heard.stream().map(Event::name).toList();
    }

    public List<Event> heard() {
        return List.copyOf(heard);
    }

    /** Whether the shop has said that nothing follows. */
    public boolean ended() {
        return !listener.isAlive();
    }

    private void listen() {
        Pieces pieces = new Pieces("", "", "");
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.isEmpty()) {
                    if (!pieces.data().isEmpty()) {
                        heard.add(new Event(pieces.id(), pieces.name(), pieces.data()));
                    }
                    pieces = new Pieces("", "", "");
                } else {
                    pieces = pieces.with(line);
                }
            }
        } catch (java.io.UncheckedIOException hungUp) {
            // By us, or by a shop that was stopped; what was heard stays heard.
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    private record Pieces(String id, String name, String data) {
        Pieces with(String line) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            return switch (field) {
                case "id" -> new Pieces(value, name, data);
                case "event" -> new Pieces(id, value, data);
                case "data" -> new Pieces(id, name, data + value);
                default -> this;
            };
        }
    }
}
