-- one row is a place and a kind of figure that claimants of two or more parties gave there by the moment t, for the
-- same people or for some of them: what could be set side by side at one place
with told as (
    select distinct
        claims.place_key,
        claims.family,
        claims."group",
        claims.side
    from claim_details as claims
    where
        claims.phase = $phase
        and claims.side_role = 'party'
        and claims.place_key in (select id from places)
        and claims.place_key not in (select ancestor from place_tree where descendant = 'operation')
        and claims.figure is not null
        and claims.form <> 'none_reported'
        and ($t is null or (claims.said_to is not null and claims.said_to <= $t))
)

select distinct
    one.place_key,
    one.family
from told as one
join told as other
    on other.place_key = one.place_key
    and other.family = one.family
    and other.side > one.side
where
    one."group" is not distinct from other."group"
    or exists (
        select 1
        from group_tree
        where
            (ancestor = one."group" and descendant = other."group")
            or (ancestor = other."group" and descendant = one."group")
    )
order by one.place_key, one.family;
