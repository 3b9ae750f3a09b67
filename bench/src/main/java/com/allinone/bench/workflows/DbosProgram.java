package com.allinone.bench.workflows;

import com.allinone.bench.programs.Answers;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import java.sql.SQLException;

/**
 * DBOS as a program: its argument is a file with an {@link EngineSetting}; each line of standard input is a
 * {@link Stint}, answered by what has finished.
 */
public final class DbosProgram {
    private DbosProgram() {}

    /** What DBOS wraps so that its calls are workflows. */
    public interface Ordering {
        void order(String id) throws SQLException;
    }

    private record DurableOrdering(DBOS dbos, FourSteps steps) implements Ordering {
        /** Plain steps: those that share their transaction with DBOS's note of them cost it one more query each. */
        @Override
        @Workflow(name = "order")
        public void order(String id) throws SQLException {
            for (var step : StepTable.STEPS) {
                dbos.runStep(() -> steps.write(id, step), step);
            }
        }
    }

    public static void main(String[] arguments) {
        Answers.serve(arguments, EngineSetting.class, Stint.class, setting -> workflows(setting)::run);
    }

    private static Workflows workflows(EngineSetting setting) {
        var steps = new FourSteps(setting);
        var dbos = new DBOS(DBOSConfig.defaults("bench").withDataSource(steps.connections()));
        var ordering = dbos.registerProxy(Ordering.class, new DurableOrdering(dbos, steps));
        dbos.launch();
        return new Workflows(ordering::order);
    }
}
