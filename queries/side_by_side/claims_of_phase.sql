-- one row is a countable claim about the whole phase and nobody in particular, whenever it was said: what topics are
-- made of (design.md §6); shares stand on no scale with counts. What counts women or children apart stands on pages of
-- its own, and so does what is tied to places, unless nothing else was said: then the place that most claims are about
-- stands for the whole
with places_told as (
    select place_key, count(*) as claims
    from question_claims
    where
        phase = $phase
        and metric_value = 'count'
        and who_key = ''
        and said_to is not null
        and (counting is null or counting <> 'period')
    group by place_key
)

select
    id,
    statement,
    claimant,
    claimant_name,
    claimant_short,
    claimant_kind,
    side,
    side_name,
    side_role,
    side_position,
    metric,
    metric_label,
    metric_position,
    family,
    family_label,
    family_metric,
    family_position,
    unit,
    "group",
    group_name,
    group_position,
    who_key,
    who_names,
    "by",
    by_name,
    place_key,
    place_names,
    places,
    and_others,
    site,
    said_from,
    said_to,
    said_precision,
    superseded_at,
    withdrawn_at,
    covers_from,
    covers_to,
    covers_precision,
    covers_inferred,
    covers_words,
    has_period,
    counting,
    basis,
    form,
    low,
    high,
    point,
    label,
    says,
    on_words,
    as_stated,
    counted,
    disputed_reading,
    relies_on,
    part_of,
    complete,
    series,
    position,
    report,
    publisher,
    url,
    not_linked,
    is_corrected
from question_claims
where
    phase = $phase
    and metric_value = 'count'
    and place_key = (select arg_max(place_key, (place_key = 'operation', claims, place_key)) from places_told)
    and who_key = ''
    and said_to is not null
    and (counting is null or counting <> 'period')
order by position;
