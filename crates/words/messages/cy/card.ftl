card-empty = Gwag
card-place = { $level } { $place } o { $of }.
card-not-linked = Heb ei gysylltu eto.
card-also-under = Hefyd o dan { $parent }.
card-written-in = Mae { $name } yn ysgrifennu yma.
card-visited = Mae { $name } yma.

card-text = Testun y { $level ->
    [aim] nod
    [primary] prif yrrwr
    [secondary] gyrrwr eilaidd
    [tertiary] gyrrwr trydyddol
    [idea] syniad am newid
   *[card] cerdyn
}
card-text-under = { card-text }, o dan { $home }
card-hint = Enter: nesaf · Tab: oddi tano · Esc: gorffen
card-hint-idea = Enter: nesaf · Esc: gorffen

card-deleted = { $under ->
    [0] Dilëwyd “{ $name }”.
    [two] Dilëwyd “{ $name }”. Dilëwyd 2 gerdyn oddi tano hefyd.
    [few] Dilëwyd “{ $name }”. Dilëwyd 3 cherdyn oddi tano hefyd.
    [many] Dilëwyd “{ $name }”. Dilëwyd 6 cherdyn oddi tano hefyd.
   *[other] Dilëwyd “{ $name }”. Dilëwyd { $under } cerdyn oddi tano hefyd.
}
cards-deleted = Dilëwyd { $count ->
    [two] 2 gerdyn
    [few] 3 cherdyn
    [many] 6 cherdyn
   *[other] { $count } cerdyn
}.{ $under ->
    [0] {""}
    [two] {" "}Dilëwyd 2 gerdyn oddi tanynt hefyd.
    [few] {" "}Dilëwyd 3 cherdyn oddi tanynt hefyd.
    [many] {" "}Dilëwyd 6 cherdyn oddi tanynt hefyd.
   *[other] {" "}Dilëwyd { $under } cerdyn oddi tanynt hefyd.
}
card-keep-under = Cadw’r hyn oedd oddi tano
card-deleted-by-another = Dileodd rhywun y cerdyn hwn tra oeddech yn ysgrifennu ynddo. Mae eich geiriau wedi’u cadw.
card-restore = Adfer y cerdyn

card-write = Ysgrifennu
card-add-below = Ychwanegu islaw
card-add-inside = Ychwanegu y tu mewn
card-move-up = Symud i fyny
card-move-down = Symud i lawr
card-promote = Codi lefel
card-demote = Gostwng lefel
card-move-to = Symud i…
card-link-to = Cysylltu â…
card-stand-under = Hefyd o dan…
card-link-dotted = Gwneud y cyswllt yn ddotiog: “{ $parent }”
card-link-solid = Gwneud y cyswllt yn solet: “{ $parent }”
card-unlink = Datgysylltu o “{ $parent }”
card-level = Lefel
card-delete = Dileu
card-more = Rhagor
card-dropped = Mae’r cerdyn hwn yn gweithio ar sawl un arall. O dan “{ $parent }”:
card-move-here = Symud yma
card-also-here = Hefyd yma
card-leave = Ei adael lle’r oedd

card-links-hidden = { $count ->
    [one] Nid yw 1 cyswllt yn cael ei ddangos
    [two] Nid yw 2 gyswllt yn cael eu dangos
    [few] Nid yw 3 chyswllt yn cael eu dangos
    [many] Nid yw 6 chyswllt yn cael eu dangos
   *[other] Nid yw { $count } cyswllt yn cael eu dangos
} nawr: dim ond ar gardiau ymhellach i’r chwith y mae cerdyn yn gweithio.

choose-search = Chwilio
choose-cards = Cardiau
choose-none = Nid oes cerdyn yn cyfateb.

deleted-title = Cardiau wedi’u dileu
deleted-by = { $level }, dilëwyd gan { $by }
deleted-restore = Adfer
deleted-none = Nid oes cerdyn wedi’i ddileu. Pan gaiff un ei ddileu, gellir dod ag ef yn ôl o’r fan hon.

paste-no-text = Dim ond testun sy’n troi’n gardiau: nid oes testun yn yr hyn a gopïwyd, llun efallai.
paste-title = Gwneud cardiau o’r llinellau hyn?
paste-becomes = O’r llinellau hyn daw { $cards }.
paste-becomes-under = O’r llinellau hyn daw { $cards } o dan “{ $parent }”.
paste-shared = { $count } o dan fwy nag un
paste-more = … { $count } arall.
paste-make = Gwneud y cardiau
paste-cancel = Canslo
paste-close = Cau

paste-unlinked = { $count ->
    [one] 1 heb ei gysylltu eto
   *[other] { $count } heb eu cysylltu eto
}

card-duplicate = Dyblygu
card-remove-here = Tynnu oddi yma
card-collapse = Cau’r hyn sy’n hongian oddi arno
card-expand = Agor yr hyn sy’n hongian oddi arno
card-expand-count = { $count ->
    [two] Agor: 2 gerdyn
   *[other] Agor: { $count } cerdyn
}
card-handle = Llusgwch at gerdyn arall i gysylltu’r ddau

paste-reading = Yn darllen { $count } llinell…
paste-making = Yn gwneud { $count } cerdyn…
paste-too-many = Byddai hynny’n { $count } cerdyn, ac mae un gludiad yn gwneud { $most } ar y mwyaf. Gludwch nhw fesul rhan.
paste-too-long = Mae hynny’n fwy o destun nag y gall un gludiad ei gynnwys. Gludwch ef fesul rhan.
