-- Why: workers also end because a machine is loaded or the system needs memory, and a project changes. So it is
-- counted for each kind of job, at one place of the log, and forgotten once such a job goes through.

alter table project drop column worker_kills;

-- A job on the log up to `seq` that ended two processes, one after the other; how often that happened.
create table worker_kill (
    project text not null references project (id) on delete cascade,
    kind    text not null,
    seq     integer not null,
    kills   integer not null,
    primary key (project, kind)
) strict, without rowid;
