-- Why a mail was held: nobody vouches for its sender, or he was not invited to what he answers.
alter table held_mail add column reason text not null default 'UNCONFIRMED';
