-- Meaning that several queries share. What depends on the moment T is a table macro, what does not is a view.

-- one row is a claim as it was said; claim_details holds each once
create view claims as
select * exclude (
    family_label,
    family_metric,
    family_position,
    period_to,
    has_period,
    said_is_known,
    claimant_name,
    claimant_short,
    claimant_kind,
    via_relays_only,
    side_name,
    side_role,
    side_position,
    metric_label,
    metric_value,
    metric_state_of,
    unit,
    metric_position,
    group_name,
    group_forces,
    group_civilians,
    group_position,
    place_names,
    who_names,
    by_name,
    speaker,
    said_words,
    follows,
    publisher,
    agency,
    url,
    not_linked,
    read,
    archived,
    is_corrected,
    is_reply,
    settles
)
from claim_details;

-- one row is a claim that had been said by the moment t (design.md §5.1: a statement exists when said_to <= t)
create macro said_claims(t) as table
select * from claim_details where said_to is not null and (t is null or said_to <= t);

-- one row is a claim that was, at the moment t, the latest of its series; period claims, undated ones and what has been
-- withdrawn never are, nor are answers without a figure
create macro current_claims(t) as table
select *
from claim_details
where
    said_to is not null
    and (t is null or said_to <= t)
    and (superseded_at is null or (t is not null and superseded_at > t))
    and (counting is null or counting <> 'period')
    and not is_reply;

-- one row is a claim that answers another, said by the moment t; undated ones are there at the latest only
create macro answers_by(t) as table
select *
from claim_details
where answers is not null and (t is null or (said_to is not null and said_to <= t));

-- Words for findings (queries/checks/): moments in the dataset's zone (dataset_zone() is made by build_store.py), bounds
-- as a reader says them.

-- `31 Jan 2026`
create macro day_words(moment) as
strftime(timezone(dataset_zone(), timezone('UTC', moment)), '%-d %b %Y');

-- `31 Jan 2026, 16:00` where a time of day is known, else the day; midnight at the end of a stretch is the day before
create macro moment_words(moment, has_time) as
case
    when has_time
        then strftime(timezone(dataset_zone(), timezone('UTC', moment)), '%-d %b %Y, %H:%M')
    else day_words(moment)
end;

-- the period [covers_from, covers_to): `31 Jan 2026`, `30 Jan 2026 to 31 Jan 2026`, `since 30 Jan 2026`
create macro period_words(covers_from, covers_to) as
case
    when covers_from is null and covers_to is null then 'a period not stated'
    when covers_from is null then 'until ' || day_words(covers_to - interval 1 second)
    when covers_to is null then 'since ' || day_words(covers_from)
    when day_words(covers_from) = day_words(covers_to - interval 1 second) then day_words(covers_from)
    else day_words(covers_from) || ' to ' || day_words(covers_to - interval 1 second)
end;

-- `24,686`
create macro number_words(number) as format('{:,}', number::bigint);

-- bounds in words: `61`, `at least 41`, `at most 19`, `17 to 22`
create macro bounds_words(low, high) as
case
    when low is null and high is null then 'no number'
    when low = high then number_words(low)
    when high is null then 'at least ' || number_words(low)
    when low is null then 'at most ' || number_words(high)
    else number_words(low) || ' to ' || number_words(high)
end;

-- one line of a sum that is set as a sum (queries/checks/README.md has the roles)
create macro term(role, words, value, low, high) as
struct_pack(role := role, words := words, value := value, low := low::bigint, high := high::bigint);

-- one row is a claim that is part of another, and in words what sets it apart from its whole. A table, like the next:
-- several checks read it, and planning its joins and words anew took longer than answering.
create table claim_parts as
select
    part.id as part,
    whole.id as whole,
    coalesce(
        nullif(
            concat_ws(
                ', ',
                case when part.metric <> whole.metric then part.metric_label end,
                case when part."group" is distinct from whole."group" then part.group_name end,
                case when part.who is distinct from whole.who then part.who_names end,
                case when part."by" is distinct from whole."by" then 'by ' || part.by_name end,
                case when part.place_key <> whole.place_key then part.place_names end,
                case when part.site is distinct from whole.site then part.site end,
                case
                    when part.covers_from is distinct from whole.covers_from
                        or part.covers_to is distinct from whole.covers_to
                        then period_words(part.covers_from, part.covers_to)
                end
            ),
            ''
        ),
        part.as_stated,
        'a part'
    ) as which
from claim_details as part
join claim_details as whole on whole.id = part.part_of;

-- one row is a claim in a report, its own report first, with the report and the names of what it prints otherwise
create table printings as
select
    appearances.*,
    metrics.label as printed_metric,
    groups.name as printed_group,
    coalesce(by_groups.name, sides.name) as printed_by,
    place_words.names as printed_places,
    if(
        appearances.covers_from is null and appearances.covers_to is null,
        null,
        period_words(appearances.covers_from, appearances.covers_to)
    ) as printed_period,
    reports.publisher,
    reports.agency,
    reports.url,
    reports.not_linked,
    reports.published,
    reports.read,
    reports.archived
from appearances
join reports on reports.id = appearances.report
left join metrics on metrics.id = appearances.metric
left join groups on groups.id = appearances."group"
left join groups as by_groups on by_groups.id = appearances."by"
left join sides on sides.id = appearances."by"
left join (
    select listed.claim, listed.position, string_agg(places.name, ', ' order by places.name) as names
    from (
        select claim, position, unnest(string_split(places, '|')) as place from appearances where places is not null
    ) as listed
    join places on places.id = listed.place
    group by listed.claim, listed.position
) as place_words on place_words.claim = appearances.claim and place_words.position = appearances.position;

-- whether every word of a search stands somewhere in a text; null searches for nothing
create macro has_words(text, search) as
search is null
or len(list_filter(string_split(lower(trim(search)), ' '), lambda word: not contains(lower(text), word))) = 0;

-- one row is a claim that passes every filter of the Sources page that is not null
create macro wanted_claims(
    in_phase, t, of_side, by_claimant, of_metric, in_group, in_place, on_rung, how_read, search
) as table
select claim_details.*
from claim_details
where
    (in_phase is null or phase = in_phase)
    and (t is null or (said_to is not null and said_to <= t))
    and (of_side is null or coalesce(side, 'unattributed') = of_side)
    and (by_claimant is null or claimant = by_claimant)
    and (of_metric is null or metric = of_metric)
    and (in_group is null or "group" in (select descendant from group_tree where ancestor = in_group))
    and (
        in_place is null
        or id in (
            select claim_places.claim
            from claim_places
            join place_tree on place_tree.descendant = claim_places.place
            where place_tree.ancestor = in_place
        )
    )
    and (on_rung is null or rung::varchar = on_rung)
    and (how_read is null or read = how_read)
    and has_words(
        concat_ws(
            ' ',
            id,
            claimant_name,
            speaker,
            side_name,
            metric_label,
            group_name,
            who_names,
            by_name,
            place_names,
            site,
            label,
            figure,
            printed,
            says,
            on_words,
            as_stated,
            how,
            covers_words,
            publisher,
            agency,
            note
        ),
        search
    );
