"""The standing texts of the Method page: how to read the marks, and the rules of comparison in plain words."""

from __future__ import annotations

MARKS = (
    ("filled mark", "84", "an exact figure, drawn at its number"),
    (
        "mark with an arrow to the right",
        "at least 30, more than 30",
        "30 or 31 is the least it can be; no most is stated",
    ),
    ("arrow to the left", "up to 250, fewer than 20", "the most it can be; no least is stated"),
    ("bar without a middle", "17 to 22", "a range as printed; no middle is worked out"),
    ("hollow mark", "about 200", "the number printed, with no bounds read into it"),
    ("words, no mark", "dozens, several", "no number is made of them; they take part in no ratio"),
    ("filled mark at 0", "none", "the claimant asserts that there were none"),
    ("words, no mark", "none reported", "no report of any at that hour; never drawn as 0"),
    ("solid line between two", "16 times apart", "two parties may be compared; the words beside it say how far"),
    ("dotted line between two", "not comparable", "two parties' figures on different things; no factor is given"),
    ("dashed line", "inferred", "a period that we filled in; never like for like"),
)
LABELS = (
    ("counted by us", "printed nowhere: we counted a list; in no ratio, disagreement or line to quote"),
    (
        "relays disagree",
        "reports of one utterance differ and no quotation is held: all are drawn, none is on a ladder",
    ),
    ("built on others' figures", "repeats or sums what others said; never a further claimant"),
    (
        "this window only",
        "counts its own period and not everything since the start; never current, on no ladder",
    ),
    ("corrected here", "our entry was wrong and was corrected; the claim's page says how"),
    ("withdrawn", "its claimant took the figure back; it is not current from then on"),
    ("an answer", "replies to another claimant's figure; its page says to which, and how"),
    ("pips ●●○○○○", "what the page offers for the figure, never that it was checked; the codebook has all six"),
    ("not stated", "the claimant did not say; never read as zero"),
    ("not in what was read (n pages)", "no such figure on the pages read; it may exist elsewhere"),
    (
        "no counterpart in what was read",
        "only one side was found to speak of it, and no other party to answer; not the same as no denial",
    ),
    ("undated", "nothing is known of when it was said: listed, never current"),
)
RULES = (
    (
        "A figure is a claim.",
        "A row says who said how many, of whom, where, over which period, and when. It does not say that it "
        "happened.",
    ),
    (
        "As of a moment.",
        "A statement exists from the moment by which it had been said; a day ends at midnight. Current is "
        "the latest figure of one claimant about one question. Another claimant's figure never takes its "
        "place; unnamed sources replace nothing.",
    ),
    (
        "Like with like.",
        "Two figures are put on one scale where metric, people, attribution, place, period and way of "
        "counting agree. Where one differs a little they stand together with the reservation in words; "
        "where one differs altogether they stand apart with the reason. Periods are the same where both ends lie "
        "within 24 hours, or within one hundredth of the longer period where that is more; figures without a stated "
        "period may be said as far apart, measured by the time since the first attack. A reader may open the gate: "
        "then everything drawn carries “not comparable”.",
    ),
    (
        "Disagreement is between sides.",
        "Highest divided by lowest, over pairs that pass. Numbers first, ratio second. Open figures give "
        "“at least”; there is no ratio with a zero, a word, or nothing stated.",
    ),
    (
        "What each side's numbers imply.",
        "A ratio of losses is drawn only inside one statement of one claimant. It is never made from two "
        "voices.",
    ),
    (
        "Parts and wholes.",
        "A part never enters a sum with its whole, and parts that may share people are not added. Parts "
        "have to add up to their whole only where the statement says that they are all of it.",
    ),
    (
        "A falling cumulative figure is a finding.",
        "It may be a slip, a relay's fault or a revision. It is shown, not smoothed.",
    ),
    (
        "Revisions step.",
        "A figure holds until the same claimant gives another. Where the word, the basis or the start of "
        "the period changes, the line breaks and no factor is given across the break.",
    ),
    (
        "Claimants are counted, never articles.",
        "Ten outlets that print one statement are one claimant. A sum of others' figures is shown with its "
        "recipe.",
    ),
    (
        "Nothing is blended.",
        "No middle, no best estimate, no spreading of a total over places or days, no total across claimants.",
    ),
    (
        "Can both be true?",
        "Answered from bounds, people and periods only, always with every explanation that is left, in the "
        "same order for any party. It never says which is wrong.",
    ),
    (
        "What was offered.",
        "Beside a figure stands what its page offers for it: the bare word, a breakdown, bodies, names, imagery, or a "
        "third party's own count. It is no grade of the speaker, and never says that anything was checked.",
    ),
    (
        "Answers.",
        "A claimant may deny, accept or dispute another's figure, or decline to comment; the answer stands beside the "
        "figure. Unanswered means that none was read, never that nobody denied it.",
    ),
    (
        "Withdrawn.",
        "A figure that its own claimant took back is not current from that day on, and its line ends with a cross. As "
        "of any earlier moment it stands as it stood.",
    ),
    (
        "What would settle it.",
        "For two figures that differ: the observations that would close the difference, worked out from what the "
        "comparison lacks (a period, which people are meant, the number behind an open figure, names or units of the "
        "dead, places), by one rule for every party. What is known to exist or to be missing is added by hand, with "
        "its day and page. Nobody is asked to publish private names.",
    ),
    (
        "What recorders would record.",
        "The published rule of each recorder of casualties over the same claims: our reading of their rule, not their "
        "data. Only rules whose text was read are replayed.",
    ),
    (
        "Language.",
        "“Said” for everybody. A party's loaded words stand in quotation marks. Sides are in alphabetical "
        "order everywhere.",
    ),
    (
        "Do no harm.",
        "Named settlements at the finest; no names of captives or private people; no links to armed groups' "
        "own media.",
    ),
)
LIMITS = (
    "Nothing here was verified. Agreement between claimants is weak evidence: they may rest on one source.",
    "First figures are provisional, for every side. A rising toll is normal while the dead are found.",
    "Most pages were read in part, so a figure may stand on a page and not here.",
    "Where only relays of a statement were read, its words are theirs.",
    "The group of a figure is the claimant's description of people, not ours.",
    "A phase's folder says which operation a figure is about. It does not say that it was said then.",
)
