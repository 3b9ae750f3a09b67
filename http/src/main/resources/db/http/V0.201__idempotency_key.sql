-- What was created under which Idempotency-Key, and what was answered. Kept for seven days.
create table idempotency_key (
    caller     text        not null,
    route      text        not null,
    key        text        not null,
    body_hash  text        not null,
    status     integer,
    location   text,
    answer     text,
    created_at timestamptz not null,
    primary key (caller, route, key)
);
create index idempotency_key_age on idempotency_key (created_at);
