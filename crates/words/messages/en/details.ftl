# The details of a card.
details-title = Details
details-close = Close details
details-written-by = Written by { $by }
details-written-on = Written on { $date }
details-written-by-on = Written by { $by }, { $date }
details-nothing = Nothing more has been said about this card.

# What is said of it.
details-note = Note
details-note-hint = What lies behind it, in a few words
details-status = Status
details-not-said = Not said
details-owner = Who looks after it
details-impact = Impact
details-effort = Effort
details-matters = Matters to people using the service
details-level = Level
details-writes-here = { $name } is writing here

# Words it can be found by.
details-tags = Tags
details-tag-add = Add a tag
details-tag-hint = Enter or a comma adds it.
details-tag-remove = Remove the tag “{ $tag }”
details-tag-added = Tag “{ $tag }” added.
details-tag-removed = Tag “{ $tag }” removed.

# Something to look at: a film, a page.
details-address = Address of a film or a page
details-address-open = Opens in a new tab
details-address-not-secure = Only addresses that begin with https:// can be kept here.
details-address-odd = This is not an address. One looks like https://example.org/film
details-address-hidden = This is shown as text and not as a link: it does not begin with https://

# Its links, each with why we think so.
details-works-on = Works on
details-works-on-none = Nothing yet: it is not linked.
details-worked-on-by = What works on it
details-link-strength = How strongly “{ $card }” is linked
details-unlink = Unlink from “{ $card }”
details-go-to = Go to “{ $card }”
details-why = Why we think so, and evidence
details-why-about = Why we think so, and evidence: “{ $card }”
details-rationale = Why we think so
details-evidence = Evidence
details-evidence-none = No evidence yet.
details-evidence-add = Add evidence
details-evidence-state = What it says
details-evidence-reason = What was seen
details-evidence-keep = Add it
details-cancel = Cancel
details-evidence-by = { $by }, { $date }

# What is measured, and what is tested.
details-measures = Measures
details-measure-unnamed = A measure without a name
details-measure-last = { $value } on { $date }
details-measure-line = { $count ->
    [one] 1 value
   *[other] { $count } values
}, from { $first } to { $last }
details-tests = Tests (PDSA)
details-test-unnamed = A test without a title
