# What a chart says in sentences.
said-no-values = There are no values yet. Type them in, or paste them from a spreadsheet.
said-too-few = { $count ->
    [one] { $count } value so far. From 8 values on there is a centre line, from 12 on it can be trusted.
   *[other] { $count } values so far. From 8 values on there is a centre line, from 12 on it can be trusted.
}
said-too-few-frozen = { $count ->
    [one] The lines come from the first value alone. From 8 values on there is a centre line: let them come from more.
   *[other] The lines come from the first { $count } values alone. From 8 values on there is a centre line: let them come from more.
}
said-too-few-since = { $count ->
    [one] { $count } value since { $date }, where the lines begin anew. From 8 values on there is a centre line, from 12 on it can be trusted.
   *[other] { $count } values since { $date }, where the lines begin anew. From 8 values on there is a centre line, from 12 on it can be trusted.
}
said-no-pattern = No pattern in { $count ->
    [one] { $count } point
   *[other] { $count } points
}: what varies here is what chance does.
said-all-same = { $count ->
    [one] One value.
   *[other] All { $count } values are the same: nothing varies here.
}
said-no-pattern-yet = { $count ->
    [one] No pattern in one point so far. From 12 points on, the chart can be trusted.
   *[other] No pattern in { $count } points so far. From 12 points on, the chart can be trusted.
}
said-dropped = { $count ->
    [one] One value cannot stand on this chart and is not counted.
   *[other] { $count } values cannot stand on this chart and are not counted.
}
said-needs-ratio = This chart is drawn of a numerator and a denominator for each period. Enter both, or choose another chart.
said-needs-subgroups = This chart is drawn of several measurements for each period. Enter those, or choose another chart.
said-needs-others = The values that are here cannot stand on this chart. Choose another one.
said-median = median
said-mean = mean
said-above = above
said-below = below
said-shift = { $length } points in a row { $side } the { $line }, { $from } to { $to }: a shift ({ $needed } or more).
said-long-run = { $length } points in a row { $side } the { $line }, { $from } to { $to }: an unusually long run ({ $needed } or more).
said-rising = { $length } points in a row rising, { $from } to { $to }: a trend ({ $needed } or more).
said-falling = { $length } points in a row falling, { $from } to { $to }: a trend ({ $needed } or more).
said-outside = One point { $side } the limits, { $from }: something special happened there.
said-outside-many = { $count } points { $side } the limits, { $from } to { $to }: something special happened there.
said-two-of-three = Two of three points in a row near the limit { $side } the { $line }, { $from } to { $to }.
said-two-of-three-many = { $count } points near the limit { $side } the { $line }, two of every three in a row, { $from } to { $to }.
said-few-crossings = The line crosses the { $line } only { $count ->
    [one] once
   *[other] { $count } times
}; chance usually does so { $needed } times or more: the values moved.
said-few-runs = Only { $count } runs around the { $line }, where { $needed } or more are usual: the values moved.
said-many-runs = { $count } runs around the { $line }, where at most { $needed } are usual: perhaps two kinds of data are mixed.
said-better = { $found } For the better.
said-worse = { $found } For the worse.
said-chance = By chance alone in { $percent } of charts of { $points } points.
said-chance-either = On either side, by chance alone in { $percent } of charts of { $points } points.
said-chance-two-of-three = Two of three so near, on either side, by chance alone in { $percent } of charts of { $points } points.
said-chance-uneven = By chance alone in { $percent } of charts of { $points } points, { $above } above the { $line } and { $below } below it.
said-percent = { $number }%
said-percent-below = less than { $number }%
said-point = { $date }: { $value }.
said-point-missing = { $date }: no value.
said-point-left-out = Left out of the lines.
said-point-outside = Outside the limits.
said-point-trend = Part of a trend.
said-point-two-of-three = One of two of three near the limit.
said-point-shift = Part of a shift.
# Why a chart is proposed
reason-no-data = There are no values yet: a run chart asks for least.
reason-proportion = You count how many of how many: a P chart.
reason-proportion-overdispersed = You count how many of how many, and it varies more than that alone would: P′, not P.
reason-proportion-of-very-many = You count how many of very many, where a P chart would call the smallest change special: P′, not P.
reason-percent-without-denominator = Percentages or rates without denominators: XmR, not P or U.
reason-rate = You count how often in how much: a U chart.
reason-rate-overdispersed = You count how often in how much, and it varies more than that alone would: U′, not U.
reason-count = You count, with about as much chance of it in each period: a C chart.
reason-measurement = One measurement in each period: an XmR chart.
reason-subgroups = Several measurements in each period: a chart of their means, beside one of their spread.
reason-subgroups-of-one = Most periods have one measurement: an XmR chart.
reason-time-between = Time between events: a T chart.
reason-opportunities-between = How many between events: a G chart.
reason-mostly-zero = Most periods have none: the time or the number between events says more than zeros.
# Where two charts of the same numbers disagree
said-only-one = Outside the limits on the { $one }, and not on the { $other }: { $days }.
said-narrower = The { $one } expects only the variation that counting alone makes, so its limits are narrower; the { $other } takes how much the numbers really vary from one period to the next.
said-wider = The { $one } expects the variation that counting alone makes, and the numbers vary less than that, so its limits are wider; the { $other } takes how much they really vary from one period to the next.
