# What a chart says beside what people wrote.
chart-run = Run chart
chart-xmr = XmR chart
chart-mr = Moving range chart
chart-p = P chart
chart-p-prime = P′ chart
chart-u = U chart
chart-u-prime = U′ chart
chart-c = C chart
chart-xbar = X-bar chart
chart-s = S chart
chart-g = G chart
chart-t = T chart
chart-rules-anhoej = Anhøj rules
chart-rules-perla = Perla rules: shift { $shift }, trend { $trend }
chart-rules-making-data-count = Making Data Count rules: shift { $shift }, trend { $trend }
chart-rules-shewhart = Shewhart and Anhøj rules
chart-screened = large moving ranges screened out
chart-frozen = lines from the first { $count } points
chart-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
chart-median = Median { $value }
chart-mean = Mean { $value }
# The centre of a chart of 8 to 11 points
chart-on-trial = { $line } (trial)
chart-upper = Upper limit { $value }
chart-lower = Lower limit { $value }
chart-goal = Goal { $value }
chart-baseline = Baseline { $value }
chart-few-crossings = too few crossings
chart-few-runs = too few runs
chart-many-runs = too many runs
chart-common-cause = Common cause
chart-improvement-high = Improvement, high
chart-improvement-low = Improvement, low
chart-concern-high = Concern, high
chart-concern-low = Concern, low
chart-neutral-high = Change, high
chart-neutral-low = Change, low
chart-improvement = Improvement
chart-concern = Concern
chart-neutral = Change
chart-ghost = Left out
chart-pass = Goal met each time
chart-fail = Goal missed each time
chart-hit-and-miss = Goal hit and missed
# The letters of high and low on a badge
chart-letter-high = H
chart-letter-low = L
chart-no-values = No values yet
chart-does-not-fit = The values do not fit.
