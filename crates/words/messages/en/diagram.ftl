# The parts of a driver diagram.
level-aim = Aim
level-primary = Primary driver
level-secondary = Secondary driver
level-tertiary = Tertiary driver
level-idea = Change idea
levels-aim = Aim
levels-primary = Primary drivers
levels-secondary = Secondary drivers
levels-tertiary = Tertiary drivers
levels-idea = Change ideas
question-aim = What do we want, by when?
question-primary = What most affects it?
question-secondary = What affects that?
question-tertiary = What affects that in turn?
question-idea = What could we test?

status-suggested = Suggested
status-planned = Planned
status-testing = Testing
status-adopted = Adopted
status-parked = Parked
status-stopped = Stopped

amount-low = Low
amount-high = High
matters-yes = Yes
matters-no = No
matters-unsure = Not sure
support-supported = Supported
support-refuted = Not supported
support-unknown = Too early to say
act-adopt = Adopted
act-adapt = Adapted
act-abandon = Abandoned
strength-strong = Solid (strong)
strength-weak = Dotted (weak)

# What cannot be done with a card, as a sentence.
refused-gone = This card is not there any more.
refused-aim = The aim stays where it is.
refused-no-higher-level = There is no column further to the left.
refused-no-lower-level = No level is left for this card and the drivers under it.
refused-nothing-above = There is no card above it that it could go under.
refused-wrong-way = A card can only work on one further to the left.
refused-linked = These two are linked already.
refused-at-end = It cannot go further this way.
refused-under-idea = Nothing goes under a change idea.

cards-selected = { $count ->
    [one] 1 card selected
   *[other] { $count } cards selected
}

diagram-name = Driver diagram
diagram-next = What most affects it? Write the first primary driver.

# So many cards of a level.
level-count = { $level ->
    [aim] { $count ->
        [one] 1 aim
       *[other] { $count } aims
    }
    [primary] { $count ->
        [one] 1 primary driver
       *[other] { $count } primary drivers
    }
    [secondary] { $count ->
        [one] 1 secondary driver
       *[other] { $count } secondary drivers
    }
    [tertiary] { $count ->
        [one] 1 tertiary driver
       *[other] { $count } tertiary drivers
    }
   *[idea] { $count ->
        [one] 1 change idea
       *[other] { $count } change ideas
    }
}
level-add = { $level ->
    [aim] Add an aim
    [primary] Add a primary driver
    [secondary] Add a secondary driver
    [tertiary] Add a tertiary driver
   *[idea] Add a change idea
}

cards-copied = { $count ->
    [one] 1 card copied
   *[other] { $count } cards copied
}
cards-added = { $count ->
    [one] 1 card added.
   *[other] { $count } cards added.
}
