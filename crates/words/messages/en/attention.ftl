# What a merge or a deletion left as nobody meant it.
attention-title = Needs attention
attention-second-aim = “{ $card }” stands beside the aim as another aim.
attention-make-primary = Make it a primary driver
attention-written = “{ $card }” was deleted while somebody was writing in it.
attention-leave = Leave it deleted
attention-hanging = { $count ->
    [one] 1 card worked on “{ $card }”, which was deleted.
   *[other] { $count } cards worked on “{ $card }”, which was deleted.
}
attention-restore = Restore “{ $card }”
attention-link-missing = A link of “{ $card }” leads to a card that is not in this project.
attention-link-levels = “{ $from }” is linked to “{ $to }”, but does not stand further right. The link is kept, and not drawn.
attention-unlink = Take the link away
attention-unlinked-link = The link is taken away.
attention-unlinked = { $count ->
    [one] 1 card is not linked yet.
   *[other] { $count } cards are not linked yet.
}
attention-show = Show the cards
attention-link-name = Link “{ $card }” to…
attention-no-text = A card without words
