-- one row is a claimant, by side and name, with how often it spoke and how many claims it made
select
    claimants.id,
    claimants.name,
    sides.name as side_name,
    claimants.kind,
    claimants.via_relays_only,
    claimants.note,
    count(distinct statements.id) as statements,
    count(claims.id) as claims
from claimants
left join sides on sides.id = claimants.side
left join statements on statements.claimant = claimants.id
left join claims on claims.statement = statements.id
group by all
order by any_value(sides.position) nulls last, claimants.name;
