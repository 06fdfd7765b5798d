comments-title = Sylwadau
comments-none = Nid oes neb wedi dweud dim am y cerdyn hwn eto.
comments-guest = Gwestai
comments-write = Ysgrifennu sylw
comments-hint = Mae { $keys } yn ei anfon.
comments-send = Anfon
comments-reply = Ateb
comments-reply-to = Ateb { $name }
comments-write-reply = Ysgrifennu ateb i { $name }
comments-cancel = Canslo
comments-resolve = Datrys
comments-resolve-of = Datrys y sylw gan { $name }
comments-reopen = Ailagor
comments-reopen-of = Ailagor y sylw gan { $name }
comments-resolved = { $count ->
    [one] 1 wedi’i ddatrys – dangos
   *[other] { $count } wedi’u datrys – dangos
}
comments-resolved-hide = { $count ->
    [one] 1 wedi’i ddatrys – cuddio
   *[other] { $count } wedi’u datrys – cuddio
}
comments-read-only = Gallwch ddarllen sylwadau yma, ond nid eu hysgrifennu.
comments-when = { $date }, { $time }

count-comments = { $count ->
    [two] 2 sylw
    [few] 3 sylw
    [many] 6 sylw
   *[other] { $count } sylw
}
count-measures = { $count ->
    [two] 2 fesur
    [few] 3 mesur
    [many] 6 mesur
   *[other] { $count } mesur
}
count-tests = { $count ->
    [two] 2 brawf
    [few] 3 phrawf
    [many] 6 phrawf
   *[other] { $count } prawf
}
