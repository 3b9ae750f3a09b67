package com.allinone.bench.workflows;

import java.util.List;

/** Where steps write: one row for each step of each workflow, however often the step is tried. */
public final class StepTable {
    public static final String CREATE = "create table step_row (workflow_id text, step text,"
            + " written_at timestamptz not null default now(), primary key (workflow_id, step))";
    public static final String COUNT = "select count(*) from step_row";
    /** What an order needs done, in this order. */
    public static final List<String> STEPS =
            List.of("reserve-stock", "charge-payment", "commit-stock", "confirm-order");

    static final String INSERT = "insert into step_row (workflow_id, step) values (?, ?) on conflict do nothing";

    private StepTable() {}
}
