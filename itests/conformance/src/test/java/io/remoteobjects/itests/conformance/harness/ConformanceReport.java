package io.remoteobjects.itests.conformance.harness;

import java.util.Map;
import java.util.TreeMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints how many requirements of each section are met: the display names of the outermost test classes, each test a requirement. */
public final class ConformanceReport implements TestExecutionListener {

    private final Map<String, Count> sections = new TreeMap<>();
    private TestPlan plan;

    private static final class Count {
        private int met;
        private int all;

        void add(boolean isMet) {
            all++;
            met += isMet ? 1 : 0;
        }

        @Override
        public String toString() {
            return met + " of " + all;
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        sections.clear();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            count(test, result.getStatus() == Status.SUCCESSFUL);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        if (skipped.isTest()) {
            count(skipped, false);
        } else {
            plan.getDescendants(skipped).stream().filter(TestIdentifier::isTest).forEach(each -> count(each, false));
        }
    }

    private void count(TestIdentifier test, boolean met) {
        sections.computeIfAbsent(section(test), any -> new Count()).add(met);
    }

    /** {@return the name of the outermost class, which is right below the engine} */
    private String section(TestIdentifier test) {
        TestIdentifier section = test;
        for (TestIdentifier above = parent(test); parent(above) != null; above = parent(above)) {
            section = above;
        }
        return section.getDisplayName();
    }

    private TestIdentifier parent(TestIdentifier test) {
        return plan.getParent(test).orElse(null);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (!sections.isEmpty()) {
            System.out.println("OSGi conformance, requirements met:");
            sections.forEach((section, count) -> System.out.println("  " + section + ": " + count));
        }
    }
}
