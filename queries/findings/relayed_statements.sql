-- one row is a statement that was read in more than one report, or twice in one, with how many printings differ
with printings as (
    select
        claims.statement,
        appearances.report,
        appearances.is_own,
        not appearances.is_own
        and (
            (appearances.figure is not null and appearances.label is distinct from claims.label)
            or appearances.metric <> claims.metric
            or appearances."group" <> claims."group"
            or appearances."by" is not null and appearances."by" is distinct from claims."by"
            or appearances.places <> claims.places
            or appearances.covers_from is not null and appearances.covers_from is distinct from claims.covers_from
            or appearances.covers_to is not null and appearances.covers_to is distinct from claims.covers_to
        ) as differs
    from appearances
    join claims on claims.id = appearances.claim
    where claims.phase = $phase
)

select
    statements.id,
    claimants.name as claimant_name,
    statements.said_from,
    statements.said_to,
    statements.said_precision,
    count(distinct printings.report) as reports,
    count(*) filter (where coalesce(printings.differs, false)) as differing
from printings
join statements on statements.id = printings.statement
join claimants on claimants.id = statements.claimant
where $t is null or statements.said_to <= $t
group by all
having count(*) filter (where not printings.is_own) > 0
order by differing desc, reports desc, statements.said_to, statements.id;
