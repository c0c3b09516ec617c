-- title: Parts that exclude each other do not exceed their whole
-- rule: Parts of one statement that share no people (other groups, other places or other periods) are together not more than the whole.
-- one row is a whole with two or more such parts; wholes divided completely have a check of their own
with parts as (
    select part.*
    from claims as part
    join claims as whole on whole.id = part.part_of
    where
        part.is_part_within
        and part.metric = whole.metric
        and part.metric in (select id from metrics where value = 'count')
        and part.low is not null
        and whole.high is not null
        and not whole.complete
),

-- one row is two parts of a whole that may share people
sharing as (
    select distinct one.part_of
    from parts as one
    join parts as other on other.part_of = one.part_of and other.position > one.position
    where
        not coalesce(one.covers_to <= other.covers_from or other.covers_to <= one.covers_from, false)
        and (
            one."group" is null
            or other."group" is null
            or (one."group", other."group") in (select (ancestor, descendant) from group_tree)
            or (other."group", one."group") in (select (ancestor, descendant) from group_tree)
        )
        and (
            one.and_others
            or other.and_others
            or exists (
                select 1
                from claim_places as here
                join claim_places as there on there.claim = other.id
                join place_tree
                    on (place_tree.ancestor = here.place and place_tree.descendant = there.place)
                    or (place_tree.ancestor = there.place and place_tree.descendant = here.place)
                where here.claim = one.id
            )
        )
),

sums as (
    select
        parts.part_of,
        string_agg(parts.label || ' (' || claim_parts.which || ')', ' + ' order by parts.position) as words,
        string_agg(parts.id, '|' order by parts.position) as ids,
        list(term('part', claim_parts.which, parts.label, parts.low, parts.high) order by parts.position) as terms,
        sum(parts.low)::bigint as low,
        if(count(parts.high) = count(*), sum(parts.high), null)::bigint as high
    from parts
    join claim_parts on claim_parts.part = parts.id
    where parts.part_of not in (select part_of from sharing)
    group by parts.part_of
    having count(*) > 1
)

select
    whole.id as finding,
    whole.phase,
    whole.claimant,
    'arithmetic' as kind,
    case
        when sums.low > whole.high then 'does not add up as reported'
        when sums.high <= whole.high then 'adds up'
        else 'cannot be told'
    end as outcome,
    sums.words || ' = ' || bounds_words(sums.low, sums.high)
    || if(sums.low > whole.high, ', ' || number_words(sums.low - whole.high) || if(sums.high is null, ' or more', '') || ' above ', ', within ')
    || whole.label || ' ' || whole.metric_label as arithmetic,
    null as arises,
    whole.id || '|' || sums.ids as claims,
    sums.low - whole.high as difference,
    whole.high as reference,
    list_concat(
        sums.terms,
        [
            term('result', 'together', bounds_words(sums.low, sums.high), sums.low, sums.high),
            term('stated', 'stated as the whole', whole.label, whole.low, whole.high)
        ]
    ) as terms
from sums
join claim_details as whole on whole.id = sums.part_of
order by whole.position;
