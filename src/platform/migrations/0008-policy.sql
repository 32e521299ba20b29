-- Purposes: what a session states, what a key is bound to; and what the log of decisions needs to be asked.

alter table session add column purpose text;             -- identifier of the list in contract/purposes.ts
alter table session add column case_reference text;
alter table session add column purpose_until timestamptz; -- when it must be stated anew

alter table api_key add column purpose text;             -- the only one that the key may state; null where it states one itself

-- The table of 0007 was never written to: it gets what it lacks.
alter table decision add column operation text not null;
create index decision_object on decision (object, id) where object is not null;
create index decision_action on decision (action, id);
create index decision_purpose on decision (purpose, id) where purpose is not null;
create index decision_case on decision (case_reference, id) where case_reference is not null;
