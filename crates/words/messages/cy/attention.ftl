attention-title = Angen sylw
attention-second-aim = Mae “{ $card }” yn sefyll wrth ymyl y nod fel nod arall.
attention-make-primary = Ei wneud yn brif yrrwr
attention-written = Dilëwyd “{ $card }” tra oedd rhywun yn ysgrifennu ynddo.
attention-leave = Ei adael wedi’i ddileu
attention-hanging = { $count ->
    [one] Roedd 1 cerdyn yn gweithio ar “{ $card }”, a ddilëwyd.
    [two] Roedd 2 gerdyn yn gweithio ar “{ $card }”, a ddilëwyd.
    [few] Roedd 3 cherdyn yn gweithio ar “{ $card }”, a ddilëwyd.
    [many] Roedd 6 cherdyn yn gweithio ar “{ $card }”, a ddilëwyd.
   *[other] Roedd { $count } cerdyn yn gweithio ar “{ $card }”, a ddilëwyd.
}
attention-restore = Adfer “{ $card }”
attention-link-missing = Mae cyswllt “{ $card }” yn arwain at gerdyn nad yw yn y prosiect hwn.
attention-link-levels = Mae “{ $from }” wedi’i gysylltu â “{ $to }”, ond nid yw’n sefyll ymhellach i’r dde. Cedwir y cyswllt, ond nis tynnir.
attention-unlink = Tynnu’r cyswllt
attention-unlinked-link = Tynnwyd y cyswllt.
attention-unlinked = { $count ->
    [one] Nid yw 1 cerdyn wedi’i gysylltu eto.
    [two] Nid yw 2 gerdyn wedi’u cysylltu eto.
    [few] Nid yw 3 cherdyn wedi’u cysylltu eto.
    [many] Nid yw 6 cherdyn wedi’u cysylltu eto.
   *[other] Nid yw { $count } cerdyn wedi’u cysylltu eto.
}
attention-show = Dangos y cardiau
attention-link-name = Cysylltu “{ $card }” â…
attention-no-text = Cerdyn heb eiriau
