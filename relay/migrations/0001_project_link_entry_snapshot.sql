-- Why: a project is a log of opaque updates, the keys that open it, and now and then a snapshot that replaces
-- the log's beginning. Nothing here knows what an update says.

create table project (
    id           text primary key,
    -- drawn at random; another epoch means that what a page still holds belongs to an erased document
    epoch        integer not null,
    created_at   integer not null,
    -- how often reading this project ended a worker process; at two it is no longer tried
    worker_kills integer not null default 0
) strict;

-- One row a shared address. The key itself is not kept, only its hash under the relay's own secret.
create table link (
    id         text primary key,
    project    text not null references project (id) on delete cascade,
    kind       text not null check (kind in ('owner', 'editor', 'contributor', 'viewer', 'embed')),
    label      text not null default '',
    key_hash   blob not null unique,
    created_at integer not null,
    expires_at integer,
    revoked_at integer
) strict;

create index link_of_project on link (project, created_at);

-- `mark` is the running hash of the log up to and including this entry, `checksum` covers the row itself:
-- one finds a log that is not the one a page knows, the other a flipped bit.
create table entry (
    project  text not null references project (id) on delete cascade,
    seq      integer not null,
    mark     blob not null,
    bytes    blob not null,
    checksum blob not null,
    at       integer not null,
    primary key (project, seq)
) strict, without rowid;

-- Everything up to and including `seq` as one update. The one before the newest stays, in case that is damaged.
create table snapshot (
    project  text not null references project (id) on delete cascade,
    seq      integer not null,
    mark     blob not null,
    bytes    blob not null,
    checksum blob not null,
    at       integer not null,
    primary key (project, seq)
) strict;

-- Written at every readiness probe, so that "ready" means that a commit went through.
create table probe (
    id integer primary key check (id = 1),
    at integer not null
) strict;
