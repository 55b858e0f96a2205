-- Whether somebody has an offer of tips: pages of items show it.
alter table users add column takes_tips boolean not null default false;
