-- Facts are passed on after their transaction, many at once: a notification or a job of its own in every transaction
-- made all commits wait for one lock (ADR 22).
alter table events add column relayed_at timestamptz default now();
alter table events alter column relayed_at drop default;
create index events_waiting_idx on events (id) where relayed_at is null;
-- What is too long to be notified of would stand in the way of all that come after it.
alter table events add constraint events_payload_short check (octet_length(payload::text) <= 7000);
