# Comments on a card.
comments-title = Comments
comments-none = Nobody has said anything about this card yet.
comments-guest = A guest
comments-write = Write a comment
comments-hint = { $keys } sends it.
comments-send = Send
comments-reply = Reply
comments-reply-to = Reply to { $name }
comments-write-reply = Write a reply to { $name }
comments-cancel = Cancel
comments-resolve = Resolve
comments-resolve-of = Resolve the comment by { $name }
comments-reopen = Open again
comments-reopen-of = Open the comment by { $name } again
comments-resolved = { $count ->
    [one] 1 resolved – show
   *[other] { $count } resolved – show
}
comments-resolved-hide = { $count ->
    [one] 1 resolved – hide
   *[other] { $count } resolved – hide
}
comments-read-only = You can read comments here, but not write them.
comments-when = { $date }, { $time }

# How much there is about a card: on its badges, and in its name.
count-comments = { $count ->
    [one] 1 comment
   *[other] { $count } comments
}
count-measures = { $count ->
    [one] 1 measure
   *[other] { $count } measures
}
count-tests = { $count ->
    [one] 1 test
   *[other] { $count } tests
}
