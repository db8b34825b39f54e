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

/// Makes endless loops end: a thread that was told to stop stops at its next jump backwards, and once a
/// run is over none of its threads gets further than its next jump or call.
///
/// Java cannot kill a thread. When a test takes too long JUnit interrupts its thread, which a loop
/// that only computes never notices; it would keep a core busy for as long as the runner runs. So
/// each jump backwards, of which every loop has one, is preceded by a look at the interrupt flag. A loop
/// that runs inside the JDK, as that of an endless stream does, ends where it calls the exercise's code. Of
/// threads that a solution has started nobody knows which to interrupt: there the class loader says that
/// the run is over.
public final class LoopGuard {

    private static final ClassDesc GUARD = ClassDesc.of(LoopGuard.class.getName());
    private static final MethodTypeDesc OF_CLASS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Class);

    private LoopGuard() {}

    /// Ends the thread's work before a jump backwards, if the thread was told to stop.
    ///
    /// @param owner the class that the jump is in
    public static void atJump(Class<?> owner) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        atCall(owner);
    }

    /// Ends the thread's work at the start of a method, if the run is over.
    ///
    /// @param owner the class that the method is in
    public static void atCall(Class<?> owner) {
        if (owner.getClassLoader() instanceof ExerciseClassLoader loader && loader.isOver()) {
            var stopped = new Stopped();
            loader.noteStopped(stopped);
            throw stopped;
        }
    }

    /// Thrown where a loop was ended. An error, so that no `catch (Exception e)` holds it up.
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1;
    }

    /// Returns what guards each method of a class.
    static CodeTransform in(ClassDesc owner) {
        return CodeTransform.ofStateful(() -> new Guarding(owner));
    }

    /// Goes through one method: a jump to a label that has been passed already is a jump backwards.
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
                hasStarted = true; // here and not before all, where no line is known yet
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
