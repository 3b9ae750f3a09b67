-- What operators decided about refunds that failed, and who; written with what they decided.
create table refund_settlement (
    settlement_id uuid        primary key,
    payment_id    uuid        not null references payment,
    action        text        not null check (action in ('RETRY', 'BY_HAND')),
    operator      uuid        not null,
    note          text        not null check (length(note) between 1 and 500),
    settled_at    timestamptz not null
);
create index refund_settlement_payment on refund_settlement (payment_id);

create index payment_refund_failed on payment (requested_at) where state = 'REFUND_FAILED';

create function settlement_is_written_once() returns trigger language plpgsql as $$
begin
    raise exception 'refund settlements are neither changed nor deleted' using errcode = 'check_violation';
end $$;

create trigger settlement_is_append_only before update or delete on refund_settlement
    for each statement execute function settlement_is_written_once();

-- What was given back by hand did not go through the provider.
alter table ledger_entry drop constraint ledger_entry_kind_check, drop constraint ledger_entry_account_check;
alter table ledger_entry
    add constraint ledger_entry_kind_check check (kind in ('CAPTURE', 'REFUND', 'REFUND_BY_HAND')),
    add constraint ledger_entry_account_check check (account in ('PROVIDER', 'SALES', 'BANK')),
    add constraint only_by_hand_from_the_bank check ((kind = 'REFUND_BY_HAND') or account <> 'BANK');
