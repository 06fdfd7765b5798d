# A card as it is read out, in sentences.
card-empty = Empty
card-place = { $level } { $place } of { $of }.
card-not-linked = Not linked yet.
card-also-under = Also under { $parent }.
card-written-in = { $name } is writing here.
card-visited = { $name } is here.

# The field one writes a card in.
card-text = Text of { $level ->
    [aim] aim
    [primary] primary driver
    [secondary] secondary driver
    [tertiary] tertiary driver
    [idea] change idea
   *[card] card
}
card-text-under = { card-text }, under { $home }
card-hint = Enter: next · Tab: below · Esc: done
card-hint-idea = Enter: next · Esc: done

# What happened to cards.
card-deleted = { $under ->
    [0] Deleted “{ $name }”.
    [one] Deleted “{ $name }” and 1 card under it.
   *[other] Deleted “{ $name }” and { $under } cards under it.
}
cards-deleted = { $under ->
    [0] Deleted { $count } cards.
    [one] Deleted { $count } cards and 1 card under them.
   *[other] Deleted { $count } cards and { $under } cards under them.
}
card-keep-under = Keep what was under it
card-deleted-by-another = Somebody deleted this card while you were writing in it. Your words are kept.
card-restore = Restore the card

# What one does with a card.
card-write = Write
card-add-below = Add below
card-add-inside = Add inside
card-move-up = Move up
card-move-down = Move down
card-promote = Promote
card-demote = Demote
card-move-to = Move to…
card-link-to = Link to…
card-stand-under = Also under…
card-link-dotted = Make the link dotted: “{ $parent }”
card-link-solid = Make the link solid: “{ $parent }”
card-unlink = Unlink from “{ $parent }”
card-level = Level
card-delete = Delete
card-more = More
card-dropped = This card works on several others. Under “{ $parent }”:
card-move-here = Move here
card-also-here = Also here
card-leave = Leave it where it was

card-links-hidden = { $count ->
    [one] 1 link is not drawn now: a card works only on cards further to the left.
   *[other] { $count } links are not drawn now: a card works only on cards further to the left.
}

# Choosing another card.
choose-search = Search
choose-cards = Cards
choose-none = No card fits.

# Cards that were deleted.
deleted-title = Deleted cards
deleted-by = { $level }, deleted by { $by }
deleted-restore = Restore
deleted-none = No card was deleted. When one is, it can be brought back from here.

# Pasted lines that become cards.
paste-no-text = Only text becomes cards: what was copied, perhaps a picture, has none.
paste-title = Make cards of these lines?
paste-becomes = These lines become { $cards }.
paste-becomes-under = These lines become { $cards } under “{ $parent }”.
paste-shared = { $count } under more than one
paste-more = … and { $count } more.
paste-make = Make the cards
paste-cancel = Cancel
paste-close = Close

paste-unlinked = { $count } not linked yet

card-duplicate = Duplicate
card-remove-here = Remove from here
card-collapse = Close what hangs from it
card-expand = Open what hangs from it
card-expand-count = { $count ->
    [one] Open: 1 card
   *[other] Open: { $count } cards
}
card-handle = Drag to another card to link the two

# A paste of many lines, which takes a moment.
paste-reading = Reading { $count } lines…
paste-making = Making { $count } cards…
paste-too-many = That would be { $count } cards, and one paste makes { $most } at most. Paste them in parts.
paste-too-long = That is more text than one paste can bring. Paste it in parts.
