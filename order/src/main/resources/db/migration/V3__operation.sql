-- What operators did to orders, and why: never changed but for its answer, never deleted.
create table operation (
    operation_id uuid        primary key,
    order_id     uuid        not null,
    action       text        not null,
    reason       text,
    operator_id  uuid        not null,
    asked_at     timestamptz not null,
    outcome      text,
    detail       text,
    answered_at  timestamptz
);
create index operation_order on operation (order_id, operation_id desc);
