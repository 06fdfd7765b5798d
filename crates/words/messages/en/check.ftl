# Advice on a project: for each finding what was found, and for each rule why it matters.
heading-aim = Overall aim
heading-overview = Logical overview
heading-clarity = Clarity of components
heading-causes = Cause–effect relationships
heading-evidence = Evidence
heading-measurement = Measurement

# What is missing, as it stands in a list.
lack-how-much = how much
lack-by-when = by when
lack-for-whom = for whom or where
lack-process-measure = process measure
lack-balancing-measure = balancing measure
lack-numerator = numerator
lack-denominator = denominator
lack-definition = definition
lack-frequency = how often
lack-source = source of the data
lack-collector = person who collects it
lack-goal = goal
lack-direction = which way is better
lack-prediction = prediction
lack-idea = change idea
lack-decision = decision to adopt, adapt or abandon
lack-study = study
# The last two of a list.
list-and = { $before } and { $last }
list-or = { $before } or { $last }

check-source-none = Common practice; no single guide
check-nothing = There is nothing to say.
check-dismissed = Not for us
check-about = About
check-why = Why
check-source = Source
check-summary = { $count ->
    [one] 1 finding. It is advice, and nothing has to follow it.
   *[other] { $count } findings. They are advice, and nothing has to follow them.
}
check-summary-dismissed = { $count ->
    [one] 1 more is marked “not for us”.
   *[other] { $count } more are marked “not for us”.
}

found-no-aim = There is no aim yet.
found-aim-lacks = The aim does not seem to say { $lacks }.
found-aim-only-directs = The aim says “{ $word }”, but nothing that could be counted.
found-aim-tells-how = The aim seems to tell how: “{ $words }”.
found-aim-long = The aim is long: { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
} with { $words ->
    [one] 1 word
   *[other] { $words } words
}.
found-aim-jargon = Not everybody knows these words of the aim: { $words }.
found-placeholders = Something is left open: { $words }.
found-aim-past = The aim’s date has passed: { $date }.
found-primary-drivers = { $count ->
    [0] There is no primary driver yet.
    [one] There is only 1 primary driver.
   *[other] There are { $count } primary drivers.
}
found-driver-bare = Nothing stands below this driver.
found-no-ideas = There is no change idea yet.
found-driver-acts = This driver begins with an action: “{ $words }”.
found-drivers-unmeasured = { $of ->
    [one] The one primary driver has no measure on its branch.
   *[other] { $count } of { $of } primary drivers have no measure on their branch.
}
found-one-branch = This driver alone has { $count } of the { $of } linked change ideas.
found-idea-alone = This change idea is not linked to a driver.
found-idea-is-task = This change idea reads as a task: “{ $words }”.
found-idea-vague = This change idea does not say what would be done.
found-idea-skips = This change idea leads straight to the aim.
found-ideas-alike = { $count ->
    [one] Another change idea says nearly the same.
   *[other] { $count } other change ideas say nearly the same.
}
found-link-circles = This link leads back in a circle. It is kept, but not drawn.
found-links-everywhere = { $percent }% of all possible links between change ideas and drivers are there.
found-links-unexplained = { $count } of { $of } links do not say why.
found-lines-cross = Lines cross { $count } times.
found-text-long = This text has { $count } characters, which is long for a slide.
found-no-measures = There is no measure yet.
found-no-outcome = No outcome measure is on the aim.
found-many-outcomes = { $count } outcome measures are on the aim.
found-kinds-lack = There is no { $lacks }.
found-measures = { $count ->
    [one] There is only 1 measure.
   *[other] There are { $count } measures.
}
found-name-directs = The name of this measure has a direction: “{ $words }”.
found-ratio-lacks = This percentage or rate has no { $lacks }.
found-plan-lacks = The plan of this measure does not say: { $lacks }.
found-too-rare-said = This measure is collected less often than monthly: “{ $words }”.
found-too-rare-seen = { $days } days lie between the values of this measure.
found-goal-lacks = The plan of this measure does not say: { $lacks }.
found-goal-behind = The goal ({ $goal }) is worse than the baseline ({ $baseline }).
found-cycle-lacks = This test has no { $lacks }.
found-cycle-open = This test is over, but has no { $lacks }.
found-first-test-big = The first test of this idea is large: { $scale }.
found-test-grows = This test is more than five times as large as the last: from { $from } to { $to }.
found-adopted-soon = { $count ->
    [0] This change idea was adopted without a test.
    [one] This change idea was adopted after 1 test.
   *[other] This change idea was adopted after { $count } tests.
}
found-unchanged = { $count ->
    [one] 1 test is finished, and the diagram does not show what it taught.
   *[other] { $count } tests are finished, and the diagram does not show what they taught.
}
found-no-partner = Nobody in the team seems to use the service or care for someone who does.
found-partner-silent = No idea or comment comes from a patient partner.
found-one-owner = { $owner } looks after { $count } of { $of } pieces of work.
found-project-task = This reads as a task of running the project: “{ $words }”.

# Many findings of one rule, told as one.
many-vd2 = Nothing stands below { $count } drivers.
many-vi1 = { $count } change ideas are not linked to a driver.
many-vd3 = { $count } drivers begin with an action.
many-vi2 = { $count } change ideas read as tasks.
many-vi3 = { $count } change ideas do not say what would be done.
many-vi5 = { $count } groups of change ideas say nearly the same.
many-vt3 = { $count } cards read as tasks of running the project.
many-vi4 = { $count } change ideas lead straight to the aim.
many-vl1 = { $count } links lead back in a circle. They are kept, but not drawn.
many-vp1 = { $count } tests have no prediction or no change idea.
many-vp2 = { $count } tests are over, but not studied or decided.
many-vp3 = { $count } tests are large, or grow fast.
many-vp4 = { $count } change ideas were adopted after one test or none.
many-vm4 = The names of { $count } measures have a direction.
many-vm5 = { $count } percentages or rates have no numerator or denominator.
many-vm6 = The plans of { $count } measures leave out what others need to collect them.
many-vm7 = { $count } measures are collected less often than monthly.
many-vm8 = { $count } measures have no goal or direction, or a goal worse than the baseline.

why-va1 = An aim that says how much, for whom and by when tells everybody when it is reached. Write what you know; the rest can follow.
why-va2 = Nobody can tell whether “better” has been reached. Say what would be different, and by how much.
why-va3 = The aim says what is to be reached; how belongs in the drivers and change ideas, where it can be tested and changed.
why-va4 = An aim that fits in one to three plain sentences is remembered and can be said aloud.
why-va5 = A placeholder is fine until the baseline is known. Put the number or date in when you have it.
why-va6 = Look at the aim together: reached, extended or changed? A note on the aim keeps what you decided.
why-vd1 = Two to five primary drivers can be kept in mind. More may be secondary drivers; fewer may leave something out.
why-vd2 = What has nothing below it will not change. Ask what affects it, and what could be tested.
why-vd5 = When nearly all ideas stand in one place, the other drivers may be forgotten, or be parts of this one.
why-vi1 = Ask which driver the idea would move. One that moves none will not help the aim.
why-vl4 = Whoever sees the diagram for the first time must be able to follow it. Shorten texts, or keep only the strongest links.
why-vd3 = A driver is what must be in place; a change idea is what you do to get there. An action may be a change idea.
why-vi2 = A change idea can be tested. If “to test …” cannot be put before it, it may belong in the plan of the project.
why-vi3 = A team can only test what it can picture. Say who would do what, when.
why-vi5 = Two cards for one idea split its tests and votes. Merge them, and keep both authors.
why-vt3 = The diagram shows how the aim will be reached, not how the project is run. Tasks belong among the milestones.
why-vi4 = A link through a driver shows why the idea should help.
why-vl1 = What is its own cause cannot be followed. Take one of the links away.
why-vl2 = When everything leads to everything, the diagram does not say what matters most. Keep the links you would bet on.
why-vl3 = A diagram is a theory. A line on why one card drives another shows what is known and what still has to be tested.
why-vp1 = Learning is the difference between what you thought and what you saw. Write the prediction before the test.
why-vp2 = A test teaches when it is studied and followed by a decision: adopt, adapt or abandon.
why-vp3 = One patient, one clinician, one session: a small test is quick and safe. Grow at most fivefold, with what you learnt.
why-vp4 = Most changes need several tests, in different conditions, before they hold.
why-vt1 = Tests tell which parts of the theory hold. Say on the cards and links what they showed.
why-vt2 = Those who use a service know what others do not see, and work that rests on one person stops with that person.
why-vd4 = A measure on each branch shows whether its driver moves, before the aim does.
why-vm1 = One or two outcome measures on the aim show whether it is being reached. More may mean that the aim is too wide.
why-vm2 = Process measures show whether the changes happen; a balancing measure shows whether something else gets worse.
why-vm3 = Three to eight measures are enough to learn from, and few enough to keep up.
why-vm4 = A neutral name (“number of falls”) serves whichever way the line goes; the goal says the direction.
why-vm5 = Without numerator and denominator, two people count two different things.
why-vm6 = A definition, a source, a rhythm and a person make the number the same every time.
why-vm7 = Monthly or better shows a change while there is still time to act on it; weekly is better.
why-vm8 = The direction and the goal say when a change is an improvement.
