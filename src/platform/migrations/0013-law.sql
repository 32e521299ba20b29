-- Where a node permits less than the law that comes with the program. Nothing in here can permit more.

create table law_narrowing (
	id uuid primary key,
	action text not null,
	role text,                                  -- null: whatever the role
	purpose text,                               -- null: whatever the purpose
	since timestamptz not null,
	by text not null,                           -- identifier of the subject, no name
	reason text not null,
	lifted_at timestamptz,
	lifted_by text,
	lift_reason text
);
create unique index law_narrowing_in_force on law_narrowing (action, coalesce(role, ''), coalesce(purpose, '')) where lifted_at is null;
