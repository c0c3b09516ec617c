-- one row is an id that a new statement may use or must not use again: kind, id, name, side (of claimants), phase
with listed as (
    select 'claimant' as kind, id, name, coalesce(side, 'unattributed') as side, null as phase, name as sort_key
    from claimants
    union all by name
    select 'metric' as kind, id, label as name, printf('%06d', position) as sort_key from metrics
    union all by name
    select 'group' as kind, id, name, printf('%06d', position) as sort_key from groups
    union all by name
    select 'doer' as kind, id, name, printf('%06d', position) as sort_key from groups
    union all by name
    select 'doer' as kind, id, name, name as sort_key from sides where id not in (select id from groups)
    union all by name
    select 'place' as kind, id, name, name as sort_key from places where id <> 'operation'
    union all by name
    select 'report' as kind, id, publisher as name, phase, id as sort_key from reports
    union all by name
    select 'statement' as kind, id, claimant as name, phase, id as sort_key from statements
)

select kind, id, name, side, phase from listed order by kind, sort_key, id;
