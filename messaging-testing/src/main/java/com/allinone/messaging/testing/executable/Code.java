package com.allinone.messaging.testing.executable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Our classes, read from the jars and directories that hold them.
 *
 * @param classes by internal name
 * @param resources other files, by the path that opens them
 * @param settings lines of the configuration files among them
 */
record Code(Map<String, ClassNode> classes, TreeSet<String> resources, List<String> settings) {

    private static final String OURS = "com/allinone/";

    /** Everything beside those classes. */
    static Code around(List<Class<?>> marks) {
        var code = new Code(new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
        for (Class<?> mark : marks) {
            try {
                code.add(
                        mark.getProtectionDomain().getCodeSource().getLocation().toURI());
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(mark.getName() + " is at no place that can be read", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return code;
    }

    static boolean ours(String name) {
        return name.startsWith(OURS);
    }

    Optional<ClassNode> find(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    private void add(URI place) throws IOException {
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            addAll(path);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                addAll(jar.getPath("/"));
            }
        }
    }

    private void addAll(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (name.endsWith(".class")) {
                    addClass(Files.readAllBytes(file));
                } else {
                    resources.add(name);
                    if (name.endsWith("application.properties") || name.endsWith("microprofile-config.properties")) {
                        settings.addAll(Files.readAllLines(file));
                    }
                }
            }
        }
    }

    private void addClass(byte[] bytes) {
        var node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        if (ours(node.name)) {
            classes.put(node.name, node);
        }
    }
}
