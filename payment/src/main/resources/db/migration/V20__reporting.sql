-- Reports that order asked for and that are not answered yet.
create table report_request (
    report_id   uuid        not null,
    look        integer     not null,
    round_id    uuid        not null,
    from_order  uuid        not null,
    until_order uuid        not null,
    -- No intent of the range's orders is older.
    since       timestamptz not null,
    -- The provider's list must have been read from its beginning after this.
    fresh_from  timestamptz not null,
    asked_at    timestamptz not null,
    traceparent text,
    primary key (report_id, look)
);

-- When a reconciliation was first heard of.
create table report_round (
    round_id uuid        primary key,
    heard_at timestamptz not null
);

-- What the provider's list said when it was last read. It is never decided upon: only compared.
create table provider_intent (
    intent_id  text        primary key,
    order_id   uuid,
    status     text        not null,
    currency   text        not null,
    received   bigint      not null,
    refunded   bigint      not null,
    created_at timestamptz not null,
    seen_at    timestamptz not null
);
create index provider_intent_order on provider_intent (order_id) where order_id is not null;
create index provider_intent_homeless on provider_intent (created_at) where order_id is null;

-- The last walk through the provider's list, and the one under way.
create table provider_walk (
    one           boolean     primary key default true check (one),
    started_at    timestamptz,
    since         timestamptz,
    walking       timestamptz,
    walking_since timestamptz,
    leased_until  timestamptz
);
insert into provider_walk default values;
