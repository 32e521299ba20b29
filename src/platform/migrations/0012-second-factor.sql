-- The second factor of a person: which sessions were opened with one, and which roles must have one.

alter table session add column second_factor boolean not null default false;

create table sign_in_setting (
	singleton boolean primary key default true check (singleton),
	second_factor_roles text not null,          -- JSON list of roles
	changed_at timestamptz,
	changed_by text                             -- identifier of the subject, no name
);
insert into sign_in_setting (second_factor_roles) values ('[]');
