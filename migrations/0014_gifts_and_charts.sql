-- A code that nobody redeemed in time is over: its part of the price goes back to who gave it, by itself.
alter table gifts drop constraint gifts_status_check;
alter table gifts add constraint gifts_status_check check (status in ('ready', 'redeemed', 'expired', 'void'));
create index gifts_due_idx on gifts (expires_at) where status = 'ready';

-- What came in of late is asked for by day. Rows are appended in the order of time: a few pages say where a day lies.
create index ledger_transfers_created_idx on ledger_transfers using brin (created_at) with (pages_per_range = 32);
