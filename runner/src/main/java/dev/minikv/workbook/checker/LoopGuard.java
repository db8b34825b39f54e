package dev.minikv.workbook.checker;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/// Makes endless loops end: a thread that was told to stop stops at its next jump backwards.
///
/// Java cannot kill a thread. When a test takes too long JUnit interrupts its thread, which a loop
/// that only computes never notices; it would keep a core busy for as long as the runner runs. So
/// each jump backwards, of which every loop has one, is preceded by a look at the interrupt flag. A loop
/// that runs inside the JDK, as that of an endless stream does, is not ended.
public final class LoopGuard {

    private static final ClassDesc GUARD = ClassDesc.of(LoopGuard.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private LoopGuard() {}

    /// Ends the thread's work if the thread was told to stop.
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }

    /// Thrown where a loop was ended. An error, so that no `catch (Exception e)` holds it up.
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1;
    }

    static byte[] guard(byte[] classFile, ClassLoader loader) {
        var resolver =
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.ofClassLoading(loader));
        var tool = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
        var transform = ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Guarding::new));
        return tool.transformClass(tool.parse(classFile), transform);
    }

    /// Goes through one method: a jump to a label that has been passed already is a jump backwards.
    private static final class Guarding implements CodeTransform {

        private final Set<Label> passed = new HashSet<>();

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction jump
                when passed.contains(jump.target()) -> code.invokestatic(GUARD, "check", NOTHING);
                default -> {}
            }
            code.with(element);
        }
    }
}
