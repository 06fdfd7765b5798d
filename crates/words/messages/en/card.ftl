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
