package com.allinone.messaging.testing.executable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * The types that the build knows it must keep: those that {@code @RegisterForReflection} names, and those that resource
 * methods take and answer, with all that these hold, which Quarkus registers itself.
 */
final class Registered {

    private static final String ANNOTATION = "Lio/quarkus/runtime/annotations/RegisterForReflection;";
    private static final String RESOURCE = "Ljakarta/ws/rs/Path;";

    private final Code code;
    private final Set<String> names = new TreeSet<>();

    Registered(Code code) {
        this.code = code;
        code.classes().values().forEach(this::byAnnotation);
        code.classes().values().stream()
                .filter(node -> annotation(node, RESOURCE).isPresent())
                .flatMap(node -> node.methods.stream())
                .forEach(this::byResource);
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    private void byAnnotation(ClassNode node) {
        annotation(node, ANNOTATION).ifPresent(annotation -> {
            List<?> targets = value(annotation, "targets");
            List<?> classNames = value(annotation, "classNames");
            targets.forEach(target -> names.add(((Type) target).getInternalName()));
            classNames.forEach(name -> names.add(name.toString().replace('.', '/')));
            if (targets.isEmpty() && classNames.isEmpty()) {
                names.add(node.name);
            }
        });
    }

    private void byResource(MethodNode method) {
        if (method.visibleAnnotations != null) {
            named(method.signature == null ? method.desc : method.signature).forEach(this::withAllItHolds);
        }
    }

    private void withAllItHolds(String name) {
        if (names.add(name)) {
            held(code, name).forEach(this::withAllItHolds);
        }
    }

    /** The types of ours that a value of this type holds or may be. */
    static Set<String> held(Code code, String name) {
        Set<String> held = new TreeSet<>();
        code.find(name).ifPresent(node -> {
            if (node.recordComponents != null) {
                for (RecordComponentNode part : node.recordComponents) {
                    held.addAll(named(part.signature == null ? part.descriptor : part.signature));
                }
            }
            if (node.permittedSubclasses != null) {
                held.addAll(node.permittedSubclasses);
            }
        });
        return held;
    }

    /** The types of ours that a descriptor or a signature names. */
    static Set<String> named(String signature) {
        Set<String> found = new TreeSet<>();
        new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
            private String outer = "";

            @Override
            public void visitClassType(String name) {
                outer = name;
                keep();
            }

            @Override
            public void visitInnerClassType(String name) {
                outer = outer + "$" + name;
                keep();
            }

            private void keep() {
                if (Code.ours(outer)) {
                    found.add(outer);
                }
            }
        });
        return found;
    }

    private static Optional<AnnotationNode> annotation(ClassNode node, String wanted) {
        return Stream.ofNullable(node.visibleAnnotations)
                .flatMap(List::stream)
                .filter(annotation -> annotation.desc.equals(wanted))
                .findFirst();
    }

    private static List<?> value(AnnotationNode annotation, String name) {
        List<Object> pairs = annotation.values == null ? List.of() : new ArrayList<>(annotation.values);
        int at = pairs.indexOf(name);
        return at < 0 ? List.of() : (List<?>) pairs.get(at + 1);
    }
}
