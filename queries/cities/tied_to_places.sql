-- one row is a figure for the whole operation, whenever it was said, and a figure that the same claimant ever tied to a
-- place: same metric, for the same people or some of them; tied columns are null where nothing was tied
with wholes as (
    select *
    from claim_details
    where
        phase = $phase
        and said_to is not null
        and (counting is null or counting <> 'period')
        and not is_reply
        and place_key = 'operation'
        and site is null
        and metric_value = 'count'
        and figure is not null
        and form <> 'none_reported'
        and not is_part_within
        and who is null
),

tied as (
    select
        claims.*,
        claims.figure is not null and claims.form <> 'none_reported' as has_figure
    from claim_details as claims
    left join claims as whole on whole.id = claims.part_of
    where
        claims.phase = $phase
        -- a part of a figure for the same place is told by that figure
        and whole.place_key is distinct from claims.place_key
        and claims.place_key not in (select ancestor from place_tree where descendant = 'operation')
)

select
    wholes.id,
    wholes.claimant_name,
    wholes.label,
    wholes.says,
    wholes.on_words,
    wholes.metric_label,
    wholes.metric_value,
    wholes.group_name,
    wholes.who_names,
    wholes.as_stated,
    wholes.site,
    wholes.said_from,
    wholes.said_to,
    wholes.said_precision,
    wholes.superseded_at,
    wholes.withdrawn_at,
    tied.id as tied_claim,
    tied.said_to as tied_said_to,
    tied.superseded_at as tied_superseded_at,
    tied.withdrawn_at as tied_withdrawn_at,
    tied.label as tied_label,
    tied.place_names as tied_places,
    tied.and_others as tied_and_others,
    tied.site as tied_site,
    tied.group_name as tied_group,
    tied.who_names as tied_who,
    tied.counting as tied_counting
from wholes
left join tied
    on tied.has_figure
    and tied.claimant = wholes.claimant
    and tied.metric = wholes.metric
    and (
        tied."group" is not distinct from wholes."group"
        or exists (
            select 1 from group_tree where ancestor = wholes."group" and descendant = tied."group"
        )
    )
    and (tied."by" is not distinct from wholes."by" or tied."by" is null or wholes."by" is null)
order by
    wholes.side_position,
    wholes.claimant_name,
    wholes.metric_position,
    wholes.group_position nulls first,
    wholes.position,
    tied.position nulls last;
