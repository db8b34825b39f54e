package dev.minikv.workbook.checker;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/// Makes endless loops end: an interrupted thread stops at its next backward jump, and once a run is over,
/// each of its threads stops at its next jump or call.
///
/// Java cannot kill a thread. When a test takes too long, JUnit interrupts its thread, but a loop that only
/// computes never notices; it would keep a core busy for as long as the runner runs. Every loop has a
/// backward jump, so a check of the interrupt flag is inserted before each backward jump. A loop inside the
/// JDK, such as that of an endless stream, ends where it calls the exercise's code. Threads that a solution
/// has started are not known and cannot be interrupted; for them, the class loader says that the run is
/// over.
public final class LoopGuard {

    private static final ClassDesc GUARD = ClassDesc.of(LoopGuard.class.getName());
    private static final MethodTypeDesc OF_CLASS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Class);

    private LoopGuard() {}

    /// Stops the thread before a backward jump, if it was interrupted.
    ///
    /// @param owner the class that the jump is in
    public static void atJump(Class<?> owner) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        atCall(owner);
    }

    /// Stops the thread at the start of a method, if the run is over.
    ///
    /// @param owner the class that the method is in
    public static void atCall(Class<?> owner) {
        if (owner.getClassLoader() instanceof ExerciseClassLoader loader && loader.isOver()) {
            var stopped = new Stopped();
            loader.noteStopped(stopped);
            throw stopped;
        }
    }

    /// Thrown where a thread is stopped. An error, so that no `catch (Exception e)` stops it.
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1;
    }

    /// Returns a transform that adds the guards to each method of a class.
    static CodeTransform in(ClassDesc owner) {
        return CodeTransform.ofStateful(() -> new Guarding(owner));
    }

    /// Transforms one method. A jump to a label that has already been passed is a backward jump.
    private static final class Guarding implements CodeTransform {

        private final ClassDesc owner;
        private final Set<Label> passed = new HashSet<>();
        private boolean hasStarted = false;

        Guarding(ClassDesc owner) {
            this.owner = owner;
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (!hasStarted && element instanceof Instruction) {
                hasStarted = true; // not earlier, where no line number is known yet
                code.loadConstant(owner).invokestatic(GUARD, "atCall", OF_CLASS);
            }
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction jump
                when passed.contains(jump.target()) -> code.loadConstant(owner).invokestatic(GUARD, "atJump", OF_CLASS);
                default -> {}
            }
            code.with(element);
        }
    }
}
