-- The way out. `outbox` is the log, kept for days; `outbox_pending` the queue of what Kafka has not acknowledged.
create sequence outbox_position;

create table outbox (
    position    bigint      not null,
    message_id  uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    body        text        not null,
    traceparent text,
    cause_id    uuid,
    recorded_at timestamptz not null,
    primary key (position, recorded_at)
) partition by range (recorded_at);

-- A row whose day has no partition (a clock that runs ahead) must not refuse an order.
create table outbox_other partition of outbox default;
create index outbox_key on outbox (key, position);

create table outbox_pending (
    position    bigint      primary key,
    recorded_at timestamptz not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- The way in: what was done, by consumer and message id. Ids are UUIDv7, so a range of ids is a range of time.
create table inbox (
    consumer   text not null,
    message_id uuid not null,
    primary key (consumer, message_id)
) partition by range (message_id);

-- What waits for a person: the key, and its messages in the order of their arrival.
create table parked_key (
    consumer  text        not null,
    key       text        not null,
    parked_at timestamptz not null,
    primary key (consumer, key)
);

create table parked_message (
    consumer    text        not null,
    topic       text        not null,
    partition   integer     not null,
    "offset"    bigint      not null,
    message_id  uuid,
    key         text        not null,
    type        text,
    headers     jsonb       not null,
    body        bytea,
    error       text        not null,
    parked_at   timestamptz not null,
    primary key (consumer, topic, partition, "offset")
);
create index parked_message_key on parked_message (consumer, key, partition, "offset");
