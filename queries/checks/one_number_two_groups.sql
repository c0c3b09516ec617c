-- title: One number keeps its group
-- rule: The reports of one statement give a number to the same people: not to one group here and to another that shares nobody with it there.
-- one row is a number given to two such groups; or, where there is none, a statement whose numbers were printed more than once
with own as (
    select id, statement, metric, "group", point, position, publisher, disputed_reading
    from claim_details
    where "group" is not null and point is not null
),

-- one row is a number with its group, as another report of the statement prints it
printed as (
    select
        own.statement,
        own.id as claim,
        coalesce(printings.metric, own.metric) as metric,
        coalesce(printings."group", own."group") as "group",
        coalesce(printings.point, own.point) as point,
        printings.publisher || coalesce(', ' || printings.part, '') as printer,
        printings.position,
        own.disputed_reading
    from own
    join printings on printings.claim = own.id and not printings.is_own
    where printings.figure is null or printings.point is not null
),

-- what agrees with a claim of the statement, be it another one, is no other group for its number
strangers as (
    select *
    from printed
    where (statement, metric, "group", point) not in (select (statement, metric, "group", point) from own)
),

clashes as (
    select
        own.statement,
        own.id as claim,
        own."group",
        own.point,
        own.metric,
        strangers."group" as other_group,
        string_agg(distinct strangers.claim, '|' order by strangers.claim) filter (where strangers.claim <> own.id) as others,
        string_agg(strangers.printer, '; ' order by strangers.claim, strangers.position) as printers,
        bool_or(own.disputed_reading or strangers.disputed_reading) as disputed
    from own
    join strangers
        on strangers.statement = own.statement
        and strangers.metric = own.metric
        and strangers.point = own.point
        and strangers."group" <> own."group"
        and (own."group", strangers."group") not in (select (ancestor, descendant) from group_tree)
        and (strangers."group", own."group") not in (select (ancestor, descendant) from group_tree)
    group by all
)

select
    clashes.claim || '.' || clashes.other_group as finding,
    claim.phase,
    claim.claimant,
    'relay word' as kind,
    'does not add up as reported' as outcome,
    number_words(clashes.point) || ' ' || claim.metric_label || ': ' || claim.group_name || ' (' || claim.publisher || '); '
    || other_groups.name || ' (' || clashes.printers || ')' as arithmetic,
    if(clashes.disputed, null, 'relay') as arises,
    concat_ws('|', clashes.claim, clashes.others) as claims
from clashes
join claim_details as claim on claim.id = clashes.claim
join groups as other_groups on other_groups.id = clashes.other_group

union all

select
    printed.statement as finding,
    statements.phase,
    statements.claimant,
    'relay word' as kind,
    'adds up' as outcome,
    count(*) || if(count(*) = 1, ' number printed again, with', ' numbers printed again, each with')
    || ' the group it was given for' as arithmetic,
    null as arises,
    string_agg(distinct printed.claim, '|' order by printed.claim) as claims
from printed
join statements on statements.id = printed.statement
where printed.statement not in (select statement from clashes)
group by printed.statement, statements.phase, statements.claimant
order by finding;
