# The measure plan.
sections-name = Sections
measures-title = Measures
measures-count = Measures ({ $count })
measures-all = All measures
measures-gone = This measure was deleted. Undo brings it back for whoever deleted it.
measures-unnamed = A measure without a name
measures-deleted = Deleted “{ $name }” with its data.
measures-family = { $outcome } outcome · { $process } process · { $balancing } balancing. Three to eight in all are a good family.
measures-ways = How the measures are shown
measures-plan = Plan
measures-wall = Wall
measures-wall-of = Wall of all charts
measures-empty-title = How will you know that a change is an improvement?
measures-empty = Nothing is measured yet. Begin with one number that would show that the aim is met. Add one or two for the drivers, and one for what could get worse elsewhere.
measures-column-name = Measure
measures-column-latest = Latest
measures-column-collected = Collected
measures-column-missing = Still missing
measures-column-watches = What it watches
measures-complete = Complete
measures-no-values = No values yet
measures-watches = Watches { $cards }
measures-watches-nothing = Watches no card yet
measures-watch-none = There is no other card yet that it could watch.
measures-watch-more = Add a card that it watches…
measures-watch-less = No longer watch “{ $name }”

# One measure.
measures-kind = Kind
measures-kind-outcome = Outcome
measures-kind-process = Process
measures-kind-balancing = Balancing
measures-kind-none = Kind not said
measures-hint-outcome = Whether the aim itself is met.
measures-hint-process = Whether drivers and changes happen as you mean them to.
measures-hint-balancing = What could get worse elsewhere because of the change.
measures-better = Better is
measures-up = Up
measures-down = Down
measures-neither = Neither
measures-definition = Definition
measures-definition-hint = So exact that two people would count the same: what is in, what is out.
measures-advice = What guides would advise
measures-more = More fields of the plan
measures-delete = Delete this measure

# A new measure.
measures-add-title = Add a measure
measures-add = Add
measures-name = Name of the measure
measures-name-hint = Without a direction: “Percent of people seen within an hour”, not “Reduce waits”.
measures-name-missing = A measure needs a name.
measures-begins = Names often begin so
measures-number-of = Number of …
measures-percent-of = Percent of …
measures-rate-of = Rate of …

# The fields of the plan.
plan-group-how = How it is collected
plan-group-what = What is computed
plan-group-goal = Goal and baseline
plan-group-why = Why, and for whom
plan-purpose = Purpose
plan-action = What we do because of it
plan-calculation = Calculation
plan-numerator = Numerator
plan-denominator = Denominator
plan-population = Population
plan-unit = Unit
plan-multiplier = Multiplied by (100 for percent, 1000 for “per 1,000”)
plan-source = Source of the data
plan-electronic = Available electronically?
plan-method = Way of collecting
plan-sampling = All, or a sample?
plan-frequency = How often
plan-start = From when on
plan-collector = Who collects it
plan-reviewer = Who looks at it
plan-reporting = Reported to
plan-stratification = Broken down by
plan-display = Shown where
plan-baseline = Baseline in words
plan-baseline-value = Baseline as a number
plan-goal = Goal
plan-goal-date = Goal by
frequency-daily = Daily
frequency-weekly = Weekly
frequency-monthly = Monthly
frequency-quarterly = Every quarter
frequency-yearly = Yearly
frequency-each-event = At each event
calculation-count = Count
calculation-percent = Percent of a whole
calculation-rate = Rate in an exposure
calculation-average = Average, median or one measurement
calculation-time-between = Time between events
calculation-opportunities-between = How many between events

# Its data.
measures-data = Data
measures-data-count = { $count ->
    [0] No values yet
    [one] { $count } value
   *[other] { $count } values
}
measures-data-hint = Type, or paste a block from a spreadsheet. Enter and the arrows move, Shift with the arrows selects, Ctrl+D fills down.
measures-shape = What do you enter each time?
measures-shape-number = One number
measures-shape-ratio = Numerator and denominator
measures-shape-subgroup = Several measurements
measures-earlier = { $count ->
    [one] Show one earlier row
   *[other] Show { $count } earlier rows
}
measures-date = Date
measures-value = Value
measures-note = Note
measures-left-out = Left out
measures-new-row = a new row
measures-pasted = { $count ->
    [one] One row pasted.
   *[other] { $count } rows pasted.
}
measures-pasted-faulty = { $count ->
    [one] One row pasted, { $faulty } to be looked at.
   *[other] { $count } rows pasted, { $faulty } of them to be looked at.
}
measures-pasted-left = { $count ->
    [one] One line had no date and was left out: “{ $first }”.
   *[other] { $count } lines had no date and were left out, the first is “{ $first }”.
}
measures-note-alone = A note is kept with its value: until there is one, it stands on this page alone.
measures-taken = There is a value for this day or period already.
measures-overtaken = Somebody else had just written { $value } there. Yours stands now.
measures-pasted-twice = { $count ->
    [one] One day stood there twice: the last line counts.
   *[other] { $count } lines named a day again: the last of each counts.
}
measures-not-whole = This is a whole number from 2 on.
import-finer = This measure is collected { $frequency }: several rows fall into one period. Change “How often” under “More fields”, or add the rows up first.
measures-not-a-number = This is not a number.
measures-ambiguous = Is this a thousand, or a number with three places? Write it without a comma, or with a point.
measures-not-a-date = This is not a date. 4/5/2026, 4 May 2026 and May 2026 are.
measures-part-missing = The other half is missing.
measures-above = More of them than there are: the numerator is above the denominator.
measures-zero = A denominator of 0: there was nothing to count in. Leave the row empty instead.
measures-negative = This cannot be less than nothing.

measures-save-csv = Save as CSV
measures-save-excel = Save for Excel
measures-excel-unsaved = What you changed last is still on its way. Save for Excel again when “Saved” stands at the top, or save as CSV.

# A table of an analyst.
import-title = Import…
import-heading = Import a table
import-paste = Paste a table
import-hint = Months down or across, dates as you have them, percent signs: anything a spreadsheet gives.
import-file = Or choose a file (Excel, CSV or text)
import-reading = Reading the workbook…
import-empty = There is nothing in this file.
import-too-large = This file is larger than 10 MB. Leave only the table in it, or copy the table and paste it above.
import-unreadable = This file could not be read. Choose it again, or copy the table and paste it above.
import-sheet = Which sheet?
import-which = Which measure of the table?
import-column = What column { $column } is
import-ignored = Not used
import-subgroup = One of several measurements
import-preview = The first rows
import-day-first = The day
import-month-first = The month
import-thousands = Thousands
import-decimals = Decimals
import-more = { $count ->
    [one] … and one more.
   *[other] … and { $count } more.
}
import-take = { $count ->
    [0] Import
    [one] Import one value
   *[other] Import { $count } values
}
import-span = From { $from } to { $to }.
import-replaces = { $count ->
    [one] One value that is there is replaced.
   *[other] { $count } values that are there are replaced.
}
import-done = { $count ->
    [one] One value imported.
   *[other] { $count } values imported.
}

# Its chart.
measures-chart = Chart
measures-says = What it says
measures-points = Points of the chart. The arrow keys go from one to the next.
measures-use-it = Use it
preset-label = Read it as
preset-team = Team
preset-board = Board
preset-other = Other chart
preset-team-hint = Run chart with the rules of Anhøj: a median, and patterns that chance seldom makes.
preset-board-hint = XmR chart as in Making Data Count: limits, and icons for change and goal.
preset-other-hint = Any chart with any rules, in the settings below.
settings-title = Settings of the chart
settings-kind = Kind of chart
settings-rules = Rules
settings-shift = Points that make a shift
settings-trend = Points that make a trend
settings-freeze = Lines from the first so many points only
settings-screen = Leave very large moving ranges out of the limits
rules-anhoej = Anhøj
rules-perla = Perla (IHI run chart rules)
rules-making-data-count = Making Data Count
rules-shewhart = Shewhart and Anhøj
phase-title = New phases
phase-hint = From a phase on, the lines begin anew. Say why: it is shown on the chart.
phase-date = It begins on
phase-reason = Because
phase-add = Begin a phase
phase-remove = Take away the phase { $phase }
phase-no-date = On which day does it begin?
phase-no-reason = A phase needs a reason: what changed in the process itself?
table-title = The same as a table
table-centre = Centre line
table-lower = Lower limit
table-upper = Upper limit
table-says = What it says
wall-print = Print
wall-since = { $change } since the baseline
wall-since-points = { $change } percentage points since the baseline
