-- A comparison of all books. next_order is where the next range begins; null when all ranges are begun.
create table reconciliation_round (
    round_id    uuid        primary key,
    scope       text        not null check (scope in ('RECENT', 'FULL')),
    state       text        not null check (state in ('OPEN', 'DONE', 'GIVEN_UP')),
    started_by  text        not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    next_order  uuid,
    until_order uuid        not null,
    moved_at    timestamptz not null,
    orders      bigint      not null default 0,
    unsettled   bigint      not null default 0,
    unseen      bigint      not null default 0,
    check ((state = 'OPEN') = (ended_at is null))
);
create index reconciliation_round_open on reconciliation_round (round_id) where state = 'OPEN';

-- A range of order ids; gone when it is done. ask_at is set while its owners are still to be asked.
create table reconciliation_range (
    report_id   uuid        primary key,
    round_id    uuid        not null references reconciliation_round on delete cascade,
    from_order  uuid        not null,
    until_order uuid        not null,
    look        integer     not null,
    ask_at      timestamptz,
    asked_at    timestamptz not null,
    stock       text,
    payment     text,
    -- What differed at the look before.
    seen        text[]      not null default '{}'
);
create index reconciliation_range_round on reconciliation_range (round_id);

create table reconciliation_difference (
    round_id    uuid        not null references reconciliation_round on delete cascade,
    kind        text        not null,
    subject     text        not null,
    explanation text        not null,
    resent      boolean     not null,
    found_at    timestamptz not null,
    primary key (round_id, kind, subject)
);

-- Orders that wait for something, for a look at them however old they are.
create index orders_waiting on orders (order_id) where waits_for is not null;
