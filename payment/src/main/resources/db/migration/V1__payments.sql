-- A payment per order. The columns of the charge are null together where a cancel overtook its charge.
create table payment (
    payment_id     uuid        primary key,
    order_id       uuid        not null unique,
    version        bigint      not null check (version > 0),
    user_id        uuid,
    amount         bigint      check (amount > 0),
    currency       text        check (currency ~ '^[A-Z]{3}$'),
    payment_method text,
    not_after      timestamptz,
    state          text        not null,
    intent_id      text,
    confirms       integer     not null,
    reason         text,
    completed_at   timestamptz,
    refund_id      text,
    traceparent    text,
    requested_at   timestamptz not null,
    changed_at     timestamptz not null,
    -- When a worker should look at it; null where there is nothing to do.
    due_at         timestamptz,
    leased_until   timestamptz,
    failures       integer     not null default 0,

    constraint charge_is_whole
        check (num_nulls(user_id, amount, currency, payment_method, not_after) in (0, 5)),
    constraint only_a_refusal_has_no_charge check (user_id is not null or state = 'DECLINED'),
    constraint state_is_known check (state in ('REQUESTED', 'CREATED', 'CONFIRMING', 'CANCELLING', 'DECLINED',
        'COMPLETED', 'REFUNDING', 'REFUNDED', 'REFUND_FAILED')),
    constraint nothing_is_taken_without_an_intent
        check (intent_id is not null or state in ('REQUESTED', 'DECLINED')),
    constraint taken_has_a_time
        check ((completed_at is not null) = (state in ('COMPLETED', 'REFUNDING', 'REFUNDED', 'REFUND_FAILED'))),
    constraint work_is_due_while_it_is_open
        check ((due_at is not null) = (state in ('REQUESTED', 'CREATED', 'CONFIRMING', 'CANCELLING', 'REFUNDING')))
);
create unique index payment_intent on payment (intent_id) where intent_id is not null;
create index payment_due on payment (due_at) where due_at is not null;

create table ledger_entry (
    payment_id uuid        not null references payment,
    kind       text        not null check (kind in ('CAPTURE', 'REFUND')),
    account    text        not null check (account in ('PROVIDER', 'SALES')),
    amount     bigint      not null check (amount <> 0),
    currency   text        not null,
    booked_at  timestamptz not null,
    primary key (payment_id, kind, account)
);

create function ledger_must_balance() returns trigger language plpgsql as $$
begin
    if exists (select from ledger_entry where payment_id = new.payment_id and kind = new.kind
               group by currency having sum(amount) <> 0) then
        raise exception 'ledger entries of payment % kind % do not sum to zero', new.payment_id, new.kind
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger ledger_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_must_balance();

create function ledger_is_written_once() returns trigger language plpgsql as $$
begin
    raise exception 'ledger entries are neither changed nor deleted' using errcode = 'check_violation';
end $$;

create trigger ledger_is_append_only before update or delete on ledger_entry
    for each statement execute function ledger_is_written_once();

-- Webhook deliveries that were heard, kept longer than the oldest signature that is believed.
create table webhook_event (
    event_id text        primary key,
    heard_at timestamptz not null
);
create index webhook_event_heard on webhook_event (heard_at);
