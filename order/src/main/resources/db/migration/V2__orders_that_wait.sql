-- What whoever waits too long is found and shown by. Nothing is rewritten and nothing is filled in: rows that the
-- previous release wrote, or still writes beside this one, have changed_at null and count from their placing.
alter table orders
    add column changed_at   timestamptz,                -- of the last event; null: not known
    add column next_look_at timestamptz,                -- no job takes the order up before; null: any time
    add column nudges       integer not null default 0; -- looks since the last event

-- Orders that wait without a deadline. CANCELLED, DELIVERY_READY and what follows wait for nothing.
create index orders_open on orders (coalesce(changed_at, placed_at), order_id)
    where waits_for is not null and deadline_at is null;
