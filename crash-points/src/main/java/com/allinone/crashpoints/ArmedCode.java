package com.allinone.crashpoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;

/** A class with a call of {@link Halt} at each of its boundaries. */
final class ArmedCode {

    private static final ClassDesc HALT = Halt.class.describeConstable().orElseThrow();
    private static final ClassDesc STAGE = ClassDesc.of("java.util.concurrent.CompletionStage");
    private static final ClassDesc TEXT = ConstantDescs.CD_String;
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(ConstantDescs.CD_void, TEXT);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(ConstantDescs.CD_void, TEXT, TEXT);
    private static final MethodTypeDesc ROWS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, TEXT);
    private static final MethodTypeDesc ANSWER =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Collection, TEXT);

    private static final String COMMITS = "com/allinone/messaging/sql/JdbcTransactions";
    private static final String SQL = "com/allinone/messaging/sql/Sql";

    private final ClassModel model;
    private final Sites sites;
    private final String name;

    private ArmedCode(ClassModel model) {
        this.model = model;
        this.sites = Sites.of(model);
        this.name = model.thisClass().asInternalName();
    }

    /** The armed class; nothing where it has no boundary. */
    static Optional<byte[]> of(byte[] bytes, ClassLoader loader) {
        var file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        var armed = new ArmedCode(file.parse(bytes));
        return armed.hasBoundary() ? Optional.of(armed.written(file)) : Optional.empty();
    }

    private boolean hasBoundary() {
        return !sites.all().isEmpty() || name.equals(COMMITS) || name.equals(SQL) || name.equals(Port.BATCHES);
    }

    private byte[] written(ClassFile file) {
        return file.transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                builder.transformMethod(method, MethodTransform.transformingCode(arming(method)));
            } else {
                builder.with(element);
            }
        });
    }

    private CodeTransform arming(MethodModel method) {
        Iterator<Site> next = sites.in(method).iterator();
        var caller = new Port.Caller(
                name,
                model.interfaces().stream().map(each -> each.asInternalName()).collect(Collectors.toSet()));
        return (code, element) -> {
            if (element instanceof InvokeInstruction call) {
                if (Port.called(call, caller).isPresent()) {
                    around(code, call, next.next());
                } else {
                    inside(code, call);
                }
            } else if (name.equals(SQL) && element instanceof ReturnInstruction end) {
                counted(code, end, method.methodName().stringValue());
            } else {
                code.with(element);
            }
        };
    }

    private static void around(CodeBuilder code, InvokeInstruction call, Site site) {
        switch (site.boundary()) {
            case COMMIT -> {
                var how = site.excluded().isPresent() ? "reading" : "at";
                code.ldc(site.method()).ldc(site.name()).invokestatic(HALT, how, TWO);
                code.with(call);
                code.ldc(site.returned()).invokestatic(HALT, "reached", ONE);
            }
            case BATCH -> {
                code.ldc(site.name()).invokestatic(HALT, "handingOver", ONE);
                code.with(call);
                code.invokestatic(HALT, "handedOver", NOTHING);
            }
            case CALL, PUBLISH, SEND -> {
                var points = site.points();
                code.ldc(points.getFirst()).invokestatic(HALT, "reached", ONE);
                code.with(call);
                code.ldc(points.getLast()).invokestatic(HALT, "reached", ONE);
            }
        }
    }

    /** Where every transaction commits, and every batch is acknowledged. */
    private void inside(CodeBuilder code, InvokeInstruction call) {
        var what = call.owner().asInternalName() + "." + call.name().stringValue();
        if (name.equals(COMMITS) && what.equals("java/sql/Connection.setAutoCommit")) {
            code.with(call).invokestatic(HALT, "begun", NOTHING);
        } else if (name.equals(COMMITS) && what.equals("java/sql/Connection.commit")) {
            code.invokestatic(HALT, "committing", NOTHING).with(call).invokestatic(HALT, "committed", NOTHING);
        } else if (name.equals(Port.BATCHES) && what.endsWith("/KafkaRecordBatch.ack")) {
            code.invokestatic(HALT, "acknowledging", NOTHING)
                    .with(call)
                    .invokestatic(HALT, "acknowledged", MethodTypeDesc.of(STAGE, STAGE));
        } else {
            code.with(call);
        }
    }

    /** A statement is about to return what it did. */
    private void counted(CodeBuilder code, CodeElement end, String method) {
        boolean update = method.equals("update") && ((ReturnInstruction) end).opcode() == Opcode.IRETURN;
        if (update || method.equals("list")) {
            code.dup().aload(0).getfield(model.thisClass().asSymbol(), "text", TEXT);
            code.invokestatic(HALT, update ? "changed" : "answered", update ? ROWS : ANSWER);
        }
        code.with(end);
    }
}
