-- A parked message is told by its place; the same one is not parked twice. After Kafka lost its log its offsets begin
-- again: they alone tell no record from another.
alter table parked_message
    drop constraint parked_message_pkey,
    add column place        bigint  generated always as identity,
    add column published_at bigint  not null default -1,
    add column sequence     bigint,
    add column attempts     integer not null default 0,
    add primary key (consumer, place);
create unique index parked_message_id on parked_message (consumer, message_id) where message_id is not null;
create unique index parked_message_record on parked_message (consumer, topic, partition, "offset", published_at)
    where message_id is null;
drop index parked_message_key;
create index parked_message_key on parked_message (consumer, key, topic, sequence nulls first, place);
create index parked_key_age on parked_key (parked_at, consumer, key);

-- What people did to messages, and why; written with what they did. A discarded message is kept here whole.
create table operator_action (
    number   bigint      generated always as identity primary key,
    at       timestamptz not null,
    author   text        not null,
    action   text        not null,
    consumer text,
    key      text,
    reason   text        not null,
    outcome  text        not null,
    headers  jsonb,
    body     bytea
);
