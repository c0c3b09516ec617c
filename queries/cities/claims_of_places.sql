-- one row is a claim of the phase about a place or a set of places, whenever it was said
select
    claims.*,
    claims.figure is not null and claims.form <> 'none_reported' as has_figure,
    -- a part whose whole is counted at the same place stands under it, not beside it
    coalesce(whole.place_key = claims.place_key, false) as is_detail
from claim_details as claims
left join claims as whole on whole.id = claims.part_of
where claims.phase = $phase and claims.place_key <> 'operation'
order by
    claims.place_key,
    claims.side_position,
    claims.claimant_name,
    claims.metric_position,
    claims.group_position nulls first,
    claims.position;
